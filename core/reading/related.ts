import type { ReadDocument } from '../ports/detector.ts';
import { type Amended, amendedBy, opening, wordsOfTitle } from './amendment.ts';
import { namedDays } from './dates.ts';
import { perDocument } from './per-document.ts';
import { titlesOf } from './title.ts';

type Described = Pick<ReadDocument, 'text' | 'title' | 'parties' | 'kind'>;

/**
 * Whether both are parts of one contract: the contract and what amends or adds to it, or two amendments of the same
 * contract. The names of the parties, the day of the contract or its number have to agree with what the amendment
 * says; a title alone, which many contracts share, is not enough.
 */
export const relates = (a: Described, b: Described): boolean => {
  if (!contractual(a) || !contractual(b)) return false;
  const [byA, byB] = [read(a), read(b)];
  if (byA !== undefined && byB !== undefined) return sameContract(a, byA, b, byB);
  if (byA !== undefined) return amends(a, byA, b);
  return byB !== undefined && amends(b, byB, a);
};

type Words = ReadonlySet<string>;
const wordsOf = (titles: readonly string[]): readonly Words[] => titles.map(wordsOfTitle);

// One document is compared with many.
const read = perDocument(
  (document: Described): (Omit<Amended, 'titles'> & { readonly titles: readonly Words[] }) | undefined => {
    const amended = amendedBy(document);
    return amended && { ...amended, titles: wordsOf(amended.titles) };
  },
);
type Amending = NonNullable<ReturnType<typeof read>>;

const ownTitles = perDocument(({ text, title }: Described) => wordsOf(titlesOf(text.slice(0, opening), title)));
const ownDates = perDocument(({ text }: Described) => namedDays(text.slice(0, opening)).map(({ iso }) => iso));

/** Invoices and letters speak of contracts, and are none. */
const contractual = ({ kind }: Described): boolean => kind !== 'invoice' && kind !== 'letter';

const amends = (amendment: Described, amended: Amending, contract: Described): boolean => {
  const titled = ownTitles(contract).some((title) => amended.titles.some((named) => sameTitle(named, title)));
  const numbered = shareNumber(amendment, contract);
  if (!titled && !numbered) return false;
  const dates = ownDates(contract);
  const dated = dates.some((date) => amended.dates.includes(date));
  const parties = sharedNames(amendment, contract);
  if (numbered) return parties > 0 || dated;
  return parties > 1 ? dated || dates.length === 0 || amended.dates.length < 2 : dated && parties > 0;
};

const sameContract = (a: Described, byA: Amending, b: Described, byB: Amending): boolean => {
  if (a.text === b.text) return false;
  const titled = byA.titles.some((one) => byB.titles.some((other) => sameTitle(one, other)));
  const dated = byA.dates.some((date) => byB.dates.includes(date));
  const parties = sharedNames(a, b);
  return shareNumber(a, b) ? parties > 0 : titled && dated && parties > 1;
};

/** Whether one title says all that the other does: "Services Agreement" and "Managed IT Services Agreement". */
const sameTitle = (a: Words, b: Words): boolean => {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  return fewer.size > 0 && [...fewer].every((word) => more.has(word));
};

const company =
  /(?:\p{Lu}[\p{L}\p{N}&'’.-]*,?\s+){1,6}(?:Inc|LLC|L\.L\.C|LLP|L\.P|LP|Ltd|Limited|plc|PLC|Corp|Corporation|Company|Co|GmbH|AG|AB|B\.V|N\.V|S\.A|S\.p\.A|SE|Cooperative|Trust|Bank)\b/gu;
const legalForm =
  /\b(?:inc(?:orporated)?|l\.?l\.?c|l\.?l\.?p|l\.?p|ltd|limited|plc|corp(?:oration)?|company|co|gmbh|ag|ab|b\.?v|n\.?v|s\.?a|s\.?p\.?a|se)\b\.?/g;

/** A name as it is compared: in lower case, without its legal form and punctuation. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(legalForm, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const plainHead = perDocument(({ text }: Described) => ` ${plainName(text.slice(0, opening))} `);
const ownNames = perDocument(({ text, parties }: Described) =>
  [...parties.map(({ name }) => name), ...(text.slice(0, opening).match(company) ?? [])]
    .map(plainName)
    .filter((name) => name.length > 2),
);

/** How many of the names that the one names stand in the opening of the other. */
const sharedNames = (a: Described, b: Described): number => {
  const head = plainHead(b);
  const distinct = [...new Set(ownNames(a).filter((name) => head.includes(` ${name} `)))];
  return distinct.filter((name) => !distinct.some((other) => other !== name && other.includes(name))).length;
};

/** "NMS-2025-041", "Agreement Number 12965". */
const numbers = perDocument(({ text }: Described) =>
  [
    ...text
      .slice(0, opening)
      .matchAll(
        /\b[A-Z]{1,6}\d*(?:[-/][A-Z\d]{1,8}){1,4}\b|\b(?:number|no\.?|reference|ref\.?)[:#\s]{0,3}([A-Z]{0,4}\d{4,})\b/gi,
      ),
  ]
    .map(([whole, number]) => (number ?? whole).toUpperCase())
    .filter((number) => number.replace(/\D/g, '').length >= 4),
);

const shareNumber = (a: Described, b: Described): boolean => {
  const others = numbers(b);
  return numbers(a).some((number) =>
    others.some((other) => number === other || number.startsWith(`${other}/`) || other.startsWith(`${number}/`)),
  );
};
