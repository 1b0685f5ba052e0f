import type { ReadDocument } from '../ports/detector.ts';
import { namedDays } from './dates.ts';
import { documentPhrases, titlesOf } from './title.ts';

/** What a document that changes or adds to a contract says of that contract. */
export type Amended = {
  /** What it calls the contract: "Managed IT Services Agreement". */
  readonly titles: readonly string[];
  /** Days on which it may have been made, ISO 8601. */
  readonly dates: readonly string[];
};

/** How far into a document it says what it is and whom it binds. */
export const opening = 4000;

const part =
  '(?:amendment|addendum|supplement|variation|side letter|change order|statement of work|work order|order form)';
/** A title that begins so, or ends so: "First Amendment to …", "Deed of Variation", "Lease Agreement, Amendment No. 2". */
const begins = new RegExp(`^(?:exhibit\\s+[\\w.()]+\\s+)?(?:[\\w#.-]+\\s+){0,3}${part}\\b(?! and restate)`, 'i');
const ends = new RegExp(`\\b${part}\\s*(?:no\\.?\\s*)?[\\divx#]{0,4}\\)?$`, 'i');
const listed = /\b[A-Z]\. \p{Lu}/u;
/** What is replaced as a whole is a contract of its own. */
const restated = /\bamended and restated\b/i;

/** What the document amends or adds to; undefined where it is a contract of its own, or no contract. */
export const amendedBy = (document: Pick<ReadDocument, 'text' | 'title'>): Amended | undefined => {
  const head = document.text.slice(0, opening);
  const titles = titlesOf(head, document.title);
  const own = titles.slice(0, 3).filter((title) => changes(title));
  if (own.length === 0) return undefined;
  const named = [...documentPhrases(head).map(({ text }) => text), ...own]
    .map((title) => title.replace(ownName, '').replace(/\s+/g, ' ').trim())
    .filter((title) => wordsOfTitle(title).size > 0);
  return { titles: [...new Set(named)], dates: namedDays(head).map(({ iso }) => iso) };
};

const order = /\b(?:statement of work|work order|order form)\b/i;

/** Whether the document adds an order with days of its own to the contract, and changes none of that contract's. */
export const isOrder = (document: Pick<ReadDocument, 'text' | 'title'>): boolean =>
  titlesOf(document.text.slice(0, opening), document.title)
    .slice(0, 3)
    .filter((title) => changes(title))
    .every((title) => order.test(title));

const changes = (title: string): boolean =>
  (begins.test(title) || ends.test(title)) && !restated.test(title) && !listed.test(title);

/** "Amendment No. 2 to the", before the contract's name. */
const ownName = new RegExp(
  `^.*\\b${part}\\s*(?:no\\.?)?\\s*[\\divx.#"]*\\)?\\s*(?:to|of|and)?\\s*(?:the|that certain)?\\s`,
  'is',
);

const idle: ReadonlySet<string> = new Set(
  [
    'agreement agreements contract lease deed policy terms conditions the this that certain an and of for to between by with',
    'amendment addendum supplement no number first second third fourth fifth sixth amended restated form exhibit dated effective date',
    'master inc llc ltd limited corp corporation company gmbh plc co',
  ].flatMap((line) => line.split(' ')),
);

/** Words of a title that tell the contract from another one. "Lease" alone is as telling as it gets. */
export const wordsOfTitle = (title: string): ReadonlySet<string> => {
  const words = (title.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? []).map((word) => word.replace(/['’]s$/, ''));
  const telling = words.filter((word) => !idle.has(word) && word.length > 1);
  return new Set(telling.length > 0 ? telling : words.filter((word) => /^(?:lease|policy|deed)$/.test(word)));
};
