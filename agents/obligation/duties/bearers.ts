import type { DocumentKind, Party, ReadDocument } from '../../../core/ports/detector.ts';
import { canBeParty } from '../../../core/reading/aliases.ts';
import { nameAt } from '../../../core/reading/names.ts';
import { payerOf } from './silent.ts';

/** What is done by people and firms, and not by things: "the Manager shall pay", not "the Products shall conform". */
const acts =
  'pay|provide|deliver|notify|ensure|keep|maintain|use|make|give|comply|indemnify|cause|procure|perform|submit|furnish|supply|have\\s+the\\s+right|be\\s+(?:entitled|responsible|required|obligated|obliged)|reimburse|bear|obtain|cooperate|assist|promptly|return|permit|prepare|execute|observe|take|carry|sell|purchase|appoint|terminate|assign|disclose|inform|arrange|reasonably|use|act|advise|consult|issue|send|repair|insure';
const subject = new RegExp(
  `(?<lead>\\b(?:the|The|THE|each|Each|any|such|Such|and|that)\\s+|[.;:,]\\s+|\\n[^\\S\\n]*|^)(?<term>\\p{Lu}[\\p{L}\\p{N}&-]*(?:\\s\\p{Lu}[\\p{L}\\p{N}&-]*){0,3})\\s+(?:(?:shall|will|must|may|SHALL|WILL)\\s+(?:not\\s+|also\\s+|then\\s+)?(?:${acts})|agrees|undertakes|covenants)\\b`,
  'gu',
);
const noName =
  /^(?:this|that|these|those|there|it|they|he|she|we|you|i|if|in|on|upon|such|any|each|either|neither|both|all|no|nothing|nobody|party|parties|section|article|clause|and|or|but|however|provided|as|to|by|for|which|who|what|anyone|everyone|third)\b/i;
const least = 3;
const farthest = 400_000;

/**
 * Whom a document lays duties on: its parties, and whoever its sentences say several times must or may do something where
 * its opening does not introduce them (the Manager, the Escrow Agent), by the word that they use.
 */
export const bearersOf = ({
  text,
  parties: named,
  kind,
}: Pick<ReadDocument, 'text' | 'parties' | 'kind'>): readonly Party[] => {
  const introduced = [...named, ...speakersIn(text, named, kind), ...billedIn(text, named, kind)];
  const known = new Set(
    introduced.flatMap(({ name, aliases }) => [name, ...aliases].map((term) => term.toLowerCase())),
  );
  const counts = new Map<string, { count: number; start: number; written: string }>();
  for (const match of text.slice(0, farthest).matchAll(subject)) {
    const written = (match.groups?.['term'] ?? '').replace(/^(?:The|THE|Each|Any|Such)\s+/, '').replace(/\s+/g, ' ');
    const key = written.toLowerCase();
    if (known.has(key) || noName.test(written) || !canBeParty(written)) continue;
    const start = match.index + match[0].indexOf(match.groups?.['term'] ?? '');
    const seen = counts.get(key);
    if (seen) seen.count++;
    else counts.set(key, { count: 1, start, written });
  }
  const more = [...counts.values()]
    .filter(({ count }) => count >= least)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 8);
  if (more.length === 0 && introduced.length === named.length) return named;
  // "Siemens" for Siemens Aktiengesellschaft is no one else.
  const parties = introduced.map((party) => {
    const short = more.filter(({ written }) => isShortFor(written, party.name)).map(({ written }) => written);
    return short.length === 0 ? party : { ...party, aliases: [...party.aliases, ...short] };
  });
  const others = more.filter(({ written }) => !introduced.some(({ name }) => isShortFor(written, name)));
  return [
    ...parties,
    ...others.map(({ written, start }) => ({
      name: written,
      aliases: [],
      introduced: { start, end: start + written.length },
    })),
  ];
};

const billTo = /^[^\S\n]*(bill(?:ed)?\s+to|invoice\s+to|customer|client|buyer)[^\S\n]*[:\t|][^\S\n]*/im;

/** Whom an invoice that names no parties is made out to. */
const billedIn = (text: string, named: readonly Party[], kind: DocumentKind): readonly Party[] => {
  const label = kind === 'invoice' && payerOf(named) === undefined ? billTo.exec(text) : null;
  if (!label) return [];
  const start = label.index + label[0].length;
  const line = text.slice(start).split('\n', 1)[0] ?? '';
  const name = nameAt(text, start, start + line.length);
  if (!name) return [];
  return [{ name: text.slice(name.start, name.end), aliases: [label[1] ?? '', 'you', 'your'], introduced: name }];
};

/** Longer texts of another kind, in characters, are no letters. */
const longestLetter = 12_000;

const isShortFor = (term: string, name: string): boolean => name.toLowerCase().startsWith(`${term.toLowerCase()} `);

const speaking: readonly DocumentKind[] = ['letter', 'policy', 'insurance'];

/** Writer and reader of a text that speaks of "us" and "you" and names neither. */
const speakersIn = (text: string, named: readonly Party[], kind: DocumentKind): readonly Party[] => {
  if (!speaking.includes(kind) && (named.length > 0 || text.length > longestLetter)) return [];
  const called = (word: string) =>
    named.some(({ name, aliases }) => [name, ...aliases].some((term) => term.toLowerCase() === word));
  return (
    [
      ['we', ['us', 'our']],
      ['you', ['your']],
    ] as const
  ).flatMap(([name, aliases]) => {
    const at = new RegExp(`\\b(?:${[name, ...aliases].join('|')})\\b`, 'i').exec(text.slice(0, farthest));
    if (!at || called(name)) return [];
    return [{ name, aliases, introduced: { start: at.index, end: at.index + at[0].length } }];
  });
};
