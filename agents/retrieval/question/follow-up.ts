import { isContent, wordsOf } from '../../../core/text/words.ts';
import type { TurnRecord } from '../threads/records.ts';
import { type Question, readQuestion } from './question.ts';

const opener = /^(?:and|but|so|or|also|then|what about|how about|what if|same|ok|okay)\b/i;
const pronoun = /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|there|one|ones|same|such|former|latter)\b/i;
/** "this", "that" and the like, where no noun follows that says what is meant. */
const bareDemonstrative =
  /\b(?:this|that|these|those)\b(?=\s*(?:[?.,!]|$|is\b|are\b|was\b|were\b|be\b|happens?\b|mean|apply|applies|cost|work|end|begin|start|last))/i;
const person = /\b(?:he|him|his|she|her|hers|they|them|their)\b/i;

/** Most words that are taken over. */
const mostCarried = 8;

/** Whether a question leans on the one before: a pronoun, an "and …", or hardly any words of its own. */
export const leansBack = (text: string): boolean => {
  const content = wordsOf(text).filter(({ form }) => isContent(form)).length;
  return (
    opener.test(text.trim()) || content <= 1 || bareDemonstrative.test(text) || (pronoun.test(text) && content <= 6)
  );
};

/** Reads a question in the light of the turn before it. */
export const readFollowUp = (text: string, before: TurnRecord | undefined): Question => {
  if (!before || !leansBack(text)) return readQuestion(text);
  const names = person.test(text) ? namesIn(before.outcome.citations[0]?.quote ?? '') : [];
  const focus = before.outcome.citations.slice(0, 1).map(({ document_id, chunk_index, start, end }) => ({
    documentId: document_id,
    index: chunk_index,
    start,
    end,
  }));
  return readQuestion(text, readQuestion([...before.topic.slice(0, mostCarried), ...names].join(' ')), focus);
};

/** Names in what was answered last: "he" is one of them. */
const namesIn = (quote: string): readonly string[] =>
  [...new Set(quote.match(/(?<=[\p{Ll}\p{N},;] )\p{Lu}\p{L}+/gu) ?? [])].slice(0, 3);

/** What a later question can lean on: the names and words that this one was about. */
export const topicOf = (question: Question): string[] => question.terms.map((term) => term.text);
