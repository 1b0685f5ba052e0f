import type { Sentence } from './signals.ts';

const item = /^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[).]|[•●▪◦‣·–—*-])\s/i;

export const isItem = (sentence: Pick<Sentence, 'text'> | undefined): boolean =>
  sentence !== undefined && item.test(sentence.text);

/** Whether a sentence says what the items below it have in common: "The Tenant shall not:". */
export const leadsList = ({ text }: Pick<Sentence, 'text'>): boolean => /:\s*$/.test(text);

/** The sentence before a list that this one is an item of. */
export const leadOf = (sentences: readonly Sentence[], at: number): number | undefined => {
  if (!isItem(sentences[at])) return undefined;
  for (let lead = at - 1; lead >= 0; lead--) {
    const found = sentences[lead];
    if (found === undefined || found.row !== undefined) return undefined;
    if (leadsList(found)) return lead;
    if (!isItem(found)) return undefined;
  }
  return undefined;
};
