import type { Passage } from '../../../core/document/passage.ts';
import { contentStems } from '../../../core/text/words.ts';
import type { Question } from '../question/question.ts';
import { isItem, leadOf, leadsList } from '../search/lists.ts';
import { goesOn, refersBack } from '../search/signals.ts';
import type { Evidence } from './evidence.ts';

/** A stretch of whole sentences that is cited, in the document's offsets. */
export type Quote = { readonly passage: Passage; readonly start: number; readonly end: number };

/** Most sentences that an answer cites, and how a further one must compare with the first. */
const mostCited = 3;
const leastShare = 0.35;
/** Most documents of which a question about several is answered, and how far the weight may fall behind. */
const mostDocuments = 8;
const spreadBehind = 1.5;

const aboutSeveral = /\b(?:each|both|all|every|respectively|compare|difference|differ|which of|either)\b/i;

/** The sentences that answer: the likeliest and those that come near it; of each document where several are asked. */
export const selectEvidence = (
  question: Question,
  all: readonly Evidence[],
  documents: number,
): readonly Evidence[] => {
  // A heading says what follows, not what is so.
  const stated = question.opening
    ? all
    : all.filter(({ candidate, sentence }) => !candidate.signals[sentence]?.fragment);
  const evidence = stated.length > 0 ? stated : all;
  const [first] = evidence;
  if (!first) return [];
  const chosen = evidence.slice(0, mostCited).filter(({ share }) => share >= leastShare * first.share);
  if (documents < 2 || !aboutSeveral.test(question.text)) return chosen;
  const seen = new Set(chosen.map(({ candidate }) => candidate.passage.documentId));
  for (const entry of evidence) {
    const id = entry.candidate.passage.documentId;
    if (seen.has(id) || seen.size >= mostDocuments || entry.weight < first.weight - spreadBehind) continue;
    seen.add(id);
    chosen.push(entry);
  }
  return chosen;
};

/** Longest quote that a neighbouring sentence is added to, characters. */
const longestWidened = 700;

/**
 * The sentences as quotes, the likeliest first, an amendment before what it replaces. An item is quoted with the lead-in of
 * its list, and a lead-in with its items. A sentence that begins with a word for something in the one before is quoted with
 * it, and one that does not hold what is asked for with the next where that goes on about it, so that a quote can be
 * understood alone. Quotes that touch are one.
 */
export const quotesOf = (evidence: readonly Evidence[]): readonly Quote[] => {
  const joined: (Stretch & { readonly share: number })[] = [];
  for (const [index, stretch] of evidence.map(widen).entries()) {
    const share = evidence[index]?.share ?? 0;
    const touching = joined.findIndex(
      ({ candidate, first, last }) =>
        candidate.id === stretch.candidate.id && stretch.first <= last + 1 && stretch.last >= first - 1,
    );
    const known = joined[touching];
    if (!known) joined.push({ ...stretch, share });
    else {
      const first = Math.min(known.first, stretch.first);
      joined[touching] = { ...known, first, last: Math.max(known.last, stretch.last), share: known.share + share };
    }
  }
  joined.sort((left, right) => right.share - left.share);
  return amendmentsFirst(joined).flatMap(({ candidate, first, last }) => {
    const { passage, reading } = candidate;
    const from = reading.sentences[first];
    const to = reading.sentences[last];
    return from && to ? [{ passage, start: passage.charStart + from.start, end: passage.charStart + to.end }] : [];
  });
};

/** Neighbouring sentences of a passage, both ends included. */
type Stretch = { readonly candidate: Evidence['candidate']; readonly first: number; readonly last: number };

/** Share of words from which on two sentences say the same of the same thing, perhaps with another figure. */
const sameWords = 0.6;

/** Of two quotes that say the same, the one of an amendment stands first: it is what holds now. */
const amendmentsFirst = <S extends Stretch>(stretches: readonly S[]): readonly S[] => {
  const ordered: S[] = [];
  for (const stretch of stretches) {
    const replaced = stretch.candidate.source.amends
      ? ordered.findIndex((other) => !other.candidate.source.amends && likeness(other, stretch) >= sameWords)
      : -1;
    if (replaced < 0) ordered.push(stretch);
    else ordered.splice(replaced, 0, stretch);
  }
  return ordered;
};

const likeness = (left: Stretch, right: Stretch): number => {
  const [one, other] = [stemsOf(left), stemsOf(right)];
  return one.intersection(other).size / Math.max(1, Math.min(one.size, other.size));
};

const stemsOf = ({ candidate, first, last }: Stretch): ReadonlySet<string> =>
  new Set(candidate.reading.sentences.slice(first, last + 1).flatMap(({ text }) => contentStems(text)));

const widen = ({ candidate, sentence }: Evidence): Stretch => {
  const { sentences } = candidate.reading;
  const own = sentences[sentence];
  if (own === undefined || own.row !== undefined) return { candidate, first: sentence, last: sentence };
  const fits = (first: number, last: number): boolean =>
    (sentences[last]?.end ?? 0) - (sentences[first]?.start ?? 0) <= longestWidened;
  let first = sentence;
  let last = sentence;
  const before = sentences[sentence - 1];
  const lead = leadOf(sentences, sentence);
  // "(b) keep animals" says nothing, or the contrary, without its "The Tenant shall not:".
  if (lead !== undefined && fits(lead, last)) first = lead;
  else if (before && goesOn(before.text, own.text) && fits(first - 1, last)) first--;
  if (leadsList(own)) while (isItem(sentences[last + 1]) && fits(first, last + 1)) last++;
  const after = sentences[last + 1];
  const held = candidate.signals[sentence]?.expected === 1;
  const leads = candidate.signals[sentence]?.leads === 1;
  if (last === sentence && after && !held && (leads || refersBack(after.text)) && fits(first, last + 1)) last++;
  return { candidate, first, last };
};
