/** How far into a text its title is looked for. */
const opening = 3000;
const lineLimit = 120;
const linesRead = 10;

/** What documents are called. */
const noun =
  /\b(?:agreements?|contract|sub-?lease|lease|licen[cs]e|terms|conditions|policy|wording|invoice|by-?laws|deed|promissory note|mortgage|handbook|code|offer|tenancy|addendum|amendment|order|statement|certificate|bill|receipt|credit note|power of attorney|endorsement|report|minutes)\b/i;
const nouns = new RegExp(noun, 'gi');
/** Words of a title that are written small. */
const small = /^(?:of|and|or|the|to|for|on|in|a|an|&|-|–|—|\/|between|non|with|by)$/i;
/** What stands before the name of another document than this one. */
const elsewhere =
  /\b(?:pursuant to|under|in|by|with|subject to|terms of|from|certain|section [\d.]+ of)\s+(?:the|that|an?|its|certain)?\s*(?:certain\s+)?$/i;
const changes = /\b(?:amend(?:ment|ed|s)?|addendum|supplement|schedule|exhibit|appendix|attachment)\b/i;

/** What says nothing of the kind of a document: "THIS AGREEMENT", "Exhibit 10.3". */
const fillers: ReadonlySet<string> = new Set(
  [
    'this the a an said such each any and of form exhibit agreement agreements contract terms conditions order',
    'statement offer code policy certificate report',
  ].flatMap((line) => line.split(' ')),
);
const saysNothing = (line: string): boolean =>
  (line.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => fillers.has(word));

/** Titles that a document bears, the most telling first: what its file states, its first lines, "This … Agreement". */
export const titlesOf = (text: string, stated?: string): readonly string[] => {
  const head = text.slice(0, opening);
  const found: string[] = [];
  const take = (title: string | undefined): void => {
    const line = title?.replace(/\s+/g, ' ').trim() ?? '';
    if (saysNothing(line) || found.includes(line)) return;
    found.push(line);
  };
  if (stated !== undefined && stated.length <= lineLimit) take(stated);
  for (const line of firstLines(head)) if (noun.test(line)) take(line);
  let more = found.length === 0 ? 1 : 0;
  for (const phrase of documentPhrases(head)) {
    const amending = found.length > 0 && found.every((title) => changes.test(title));
    if (!phrase.itself && !(more > 0 && !phrase.another) && !amending) continue;
    const before = found.length;
    take(phrase.text);
    if (!phrase.itself && found.length > before) more--;
    if (found.length >= 4) break;
  }
  return found;
};

/** A document's name in running text. */
export type DocumentPhrase = {
  readonly start: number;
  readonly text: string;
  /** "this … Agreement". */
  readonly itself: boolean;
  /** "pursuant to the … Agreement". */
  readonly another: boolean;
};

/** Names of documents in a text, in its order. */
export const documentPhrases = (text: string): readonly DocumentPhrase[] =>
  [...text.matchAll(nouns)].flatMap((match) => {
    const phrase = phraseAround(text, match.index, match.index + match[0].length);
    if (phrase === undefined) return [];
    const itself = /\bthis\s+$/i.test(text.slice(Math.max(0, phrase.start - 6), phrase.start));
    return [{ ...phrase, itself, another: elsewhere.test(text.slice(Math.max(0, phrase.start - 40), phrase.start)) }];
  });

/** Short lines at the top, without what only files it ("Exhibit 10.3"). */
const firstLines = (head: string): readonly string[] =>
  head
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .slice(0, linesRead)
    .filter(
      (line) =>
        line.length <= lineLimit && !/[.;,]$/.test(line) && !/^\W*(?:dear|pursuant|under|subject to)\b/i.test(line),
    );

/** "Software License, Customization and Maintenance Agreement": its noun is the last. */
const goesOn = /^(?:,| and| &)(?:[ ,&]+(?:\p{Lu}[\p{L}-]+|and)){1,6}\s+(?:agreement|contract)\b/iu;

/** Words before a document's noun that are written large, and "of …" after it. */
const phraseAround = (text: string, start: number, end: number): { start: number; text: string } | undefined => {
  if (!/^\p{Lu}/u.test(text.slice(start, end)) || goesOn.test(text.slice(end, end + 90))) return undefined;
  const before =
    text
      .slice(Math.max(0, start - 160), start)
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const words = [...before.matchAll(/\S+/g)].toReversed();
  let from = start;
  for (const { 0: word, index } of words.slice(0, 12)) {
    const bare = word.replace(/^["“'(]+|[,:"”')]+$/g, '');
    if (/[.;:]$/.test(word) || /^["“]|["”]$/.test(word)) break;
    if (/^this$/i.test(bare)) break;
    if (!/^\p{Lu}|^\d|^#/u.test(bare) && !small.test(bare)) break;
    from = start - before.length + index;
  }
  const rest = text.slice(end, end + 80);
  const link = changes.test(text.slice(start, end))
    ? /^\s+(?:no\.?\s*\d+\s+)?(?:of|for|to|on)\s+[^.,;:("“\n]{1,60}/i
    : /^\s+(?:of|for|on)\s+[^.,;:("“\n]{1,60}/i;
  const after = link.exec(rest)?.[0] ?? '';
  return { start: from, text: text.slice(from, end) + after };
};
