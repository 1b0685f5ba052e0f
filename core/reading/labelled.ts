import type { Span } from '../text/span.ts';
import { definitionsIn } from './aliases.ts';
import { nameAt } from './names.ts';
import { type FoundParty, keyOf } from './preamble.ts';
import { rolePattern } from './roles.ts';

const searched = 8_000;
const label = new RegExp(
  `^[^\\S\\n]*(?:\\(?[\\da-z][.)]\\s*)?(?:(?:Name\\s+of\\s+)?(?:the\\s+)?(${rolePattern})(?:'s\\s+name)?|(Party\\s+[A-D]))(?:\\s*\\(([^)\\n]{1,60})\\))?[^\\S\\n]*[:：|\\t][^\\S\\n|]*(?=\\S)`,
  'gimu',
);
const lettered = /\b(Party\s+[A-D])\s*[:：]\s*/g;

/** Parties that a form or the head of a document names after their roles: "Landlord: Ostrow Lettings Ltd, 3 Chandler Yard". */
export const partiesByLabel = (text: string): FoundParty[] => {
  const parties: FoundParty[] = [];
  const head = text.slice(0, searched);
  for (const match of [...head.matchAll(label), ...head.matchAll(lettered)]) {
    const role = (match[1] ?? match[2] ?? '').replace(/\s+/g, ' ');
    const from = match.index + match[0].length;
    const line = text.indexOf('\n', from);
    const to = Math.min(line < 0 ? text.length : line, from + 300);
    const names = listed(text, from, to, /s$/i.test(role));
    const terms = [role, ...definitionsIn(text, match.index, to).flatMap(({ own }) => own)];
    for (const span of names) add(parties, text, span, terms);
    if (parties.length >= 12) break;
  }
  return parties;
};

const add = (parties: FoundParty[], text: string, span: Span, terms: readonly string[]): void => {
  const name = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const known = parties.find((party) => keyOf(party.name) === keyOf(name));
  const party = known ?? { name, aliases: new Set<string>(), introduced: span };
  for (const term of terms) party.aliases.add(term);
  if (!known) parties.push(party);
};

/** The one name, or the several that a plural announces: "Tenants: Tessa Brindle and Ivo Brindle". */
const listed = (text: string, from: number, to: number, several: boolean): Span[] => {
  const names: Span[] = [];
  if (several) {
    for (const match of text.slice(from, to).matchAll(/(?:^|,\s*|\s+(?:and|&)\s+)(?=\p{Lu})/gu)) {
      const at = from + match.index + match[0].length;
      const next = /,|\s(?:and|&)\s/.exec(text.slice(at, to));
      const name = nameAt(text, at, next ? at + next.index : to);
      if (name && (names.length === 0 || /\s/.test(text.slice(name.start, name.end)))) names.push(name);
    }
    return names;
  }
  const name = nameAt(text, from, to);
  return name ? [name] : [];
};
