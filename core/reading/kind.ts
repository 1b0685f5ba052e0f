import { type DocumentKind, documentKinds } from '../ports/detector.ts';
import { kindSigns, otherTitle, surelyOther } from './kind-signs.ts';
import { titlesOf } from './title.ts';

export type KindInput = {
  /** As the file states it, where it does. */
  readonly title?: string;
  /** The file's name: it is a hint, and never decides against the text. */
  readonly name: string;
  readonly text: string;
  /** `ReadDocument.presence`. */
  readonly presence: (type: string) => number | undefined;
};

/** How many characters are read: kinds differ from their first pages on. */
const readAtMost = 200_000;

/** Log odds, as hand-set as the words, checked against the agreement types of training contracts. */
const weight = {
  /** Where nothing speaks for a kind. */
  other: 2.2,
  title: 4,
  /** Less for each further kind that a title names: the body decides among them. */
  shared: 0.7,
  surelyOther: 5.5,
  /** A title that names a kind and another sort of agreement as well. */
  otherToo: 3.4,
  untitled: 0.5,
  roles: 2.5,
  body: 3,
  file: 0.6,
};

/**
 * What kind of document it is, from its title, from what its parties are called and from the words of its body, and
 * how likely that is. `other` where none of the kinds speaks clearly, or where the document is of yet another one.
 * What amends a contract is of the contract's kind.
 */
export const documentKindOf = ({
  title,
  name,
  text,
  presence,
}: KindInput): { kind: DocumentKind; probability: number } => {
  const read = text.slice(0, readAtMost);
  if (isMail(read)) return { kind: 'letter', probability: 0.9 };
  const titles = titlesOf(read, title);
  const tally = tallyOf(read);
  const scores = new Map<DocumentKind, number>([['other', weight.other]]);
  const named: DocumentKind[] = [];
  for (const kind of documentKinds) {
    const signs = kindSigns[kind];
    if (signs === undefined) continue;
    const inTitle = titles.some((line) => signs.names.test(line));
    if (inTitle) named.push(kind);
    const roles = Math.max(0, ...signs.roles.map((pair) => tally.pair(pair)));
    const body = Math.min(1, tally.rate(signs.words) / signs.plenty);
    scores.set(kind, roles * weight.roles + body * weight.body + (signs.names.test(fileTitle(name)) ? weight.file : 0));
  }
  for (const kind of named) add(scores, kind, weight.title - (named.length - 1) * weight.shared);
  if (titles.some((line) => surelyOther.test(line))) add(scores, 'other', weight.surelyOther);
  else if (titles.some((line) => otherTitle.test(line)))
    add(scores, 'other', named.length === 0 ? weight.surelyOther : weight.otherToo);
  if (titles.length === 0) add(scores, 'other', weight.untitled);
  scores.set('letter', letterScore(read, named.length > 0));
  if ((presence('license-grant') ?? 1) < 0.05) add(scores, 'licence', -weight.body);
  return likeliest(scores);
};

const add = (scores: Map<DocumentKind, number>, kind: DocumentKind, by: number): void => {
  scores.set(kind, (scores.get(kind) ?? 0) + by);
};

const fileTitle = (name: string): string => name.replace(/\.\w{1,5}$/, '').replace(/[_\W]+/g, ' ');

/** Headers of a mail. What is attached to it is a document of its own. */
const isMail = (text: string): boolean => {
  const head = text.slice(0, 600);
  return /^from:\s/im.test(head) && /^(?:subject|to|date|cc):\s/im.test(head);
};

/** A letter greets and takes its leave; one that offers or contains a contract is that contract. */
const letterScore = (text: string, contract: boolean): number => {
  const greets = greeting.test(text.slice(0, 4000));
  const leaves = leaveTaking.test(text);
  return (greets ? 2.6 : 0) + (leaves ? 2.6 : 0) - (contract ? 2 : 0);
};

const greeting =
  /^[ \t>]*(?:dear\s+[^\n]{1,60}|(?:hello|hi)\s+[^\n,]{1,40},|gentlemen[:,]|ladies and gentlemen[:,]|to whom it may concern[:,]?)[ \t]*$/im;
const leaveTaking =
  /^[ \t>]*(?:yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:kind |best |with )?(?:kind )?regards|respectfully|very truly yours|with best wishes)\b[^\n]{0,20}$/im;

type Tally = {
  /** How many of a thousand words are one of these. */
  rate(words: readonly string[]): number;
  /** 0 to 1: how surely the document uses both words as names of its parties. */
  pair(names: readonly [string, string]): number;
};

const tallyOf = (text: string): Tally => {
  const lower = new Map<string, number>();
  const large = new Map<string, number>();
  let all = 0;
  for (const [word] of text.matchAll(/[A-Za-z][A-Za-z'’]*/g)) {
    const form = word.toLowerCase().replace(/['’]s$/, '');
    lower.set(form, (lower.get(form) ?? 0) + 1);
    if (/^[A-Z]/.test(word)) large.set(form, (large.get(form) ?? 0) + 1);
    all++;
  }
  const per = (count: number): number => (count * 1000) / Math.max(all, 100);
  return {
    rate: (words) => per(words.reduce((sum, word) => sum + (lower.get(word) ?? 0), 0)),
    pair: (names) => Math.min(...names.map((name) => Math.min(1, per(large.get(name.toLowerCase()) ?? 0) / 6))),
  };
};

const likeliest = (scores: ReadonlyMap<DocumentKind, number>): { kind: DocumentKind; probability: number } => {
  const ranked = [...scores].toSorted(([, a], [, b]) => b - a);
  const [kind, best] = ranked[0] ?? ['other', 0];
  const sum = ranked.reduce((total, [, score]) => total + Math.exp(score - best), 0);
  return { kind, probability: 1 / sum };
};
