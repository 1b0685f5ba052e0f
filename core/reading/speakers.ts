import type { Span } from '../text/span.ts';
import { nameAt, namesBody } from './names.ts';
import type { FoundParty } from './preamble.ts';

const speaks = /(?:^|[.;:,(]\s+|\n|\b(?:and|or|if|that|which|when|unless|until|where)\s+)(?:we|our)\b/gi;
const addressed = /(?:^|[.;:,(]\s+|\n|\b(?:and|or|if|that|which|when|unless|until|where)\s+)(?:you|your)\b/gi;
const leastUses = 4;

const uses = (text: string, pattern: RegExp): boolean =>
  [...text.slice(0, 60_000).matchAll(pattern)].length >= leastUses;

const issuerWords = ['we', 'us', 'our'] as const;
const readerWords = ['you', 'your'] as const;

const title =
  /\b(?:agreement|contract|lease|tenancy|licen[cs]e|terms|conditions|policy|wording|letter|notice|by-?laws|statement|addendum|amendment|schedule|handbook|renewal|invoice|order|exhibit|version|page|confidential|source|table|contents?|dated?|type|execution|copy|form|draft|plan|summary|by\s+and\s+between)\b/i;

/** Whose paper it is: the letterhead, or the name before a title ("CLOVERSTACK HOSTING - TERMS OF SERVICE"). */
const issuerOf = (text: string): Span | undefined => {
  let at = 0;
  for (const line of text.slice(0, 1_500).split('\n').slice(0, 8)) {
    const start = at;
    at += line.length + 1;
    const marks = /^[\s#*_>]*/.exec(line)?.[0].length ?? 0;
    const bare = line.slice(marks).replace(/[\s*_]+$/, '');
    if (bare === '') continue;
    const before = /^(.{3,60}?)\s+[-–—|:]\s+/.exec(bare)?.[1];
    const name = nameAt(text, start + marks, start + marks + (before ?? bare).length);
    if (!name) continue;
    const written = text.slice(name.start, name.end);
    if (title.test(before === undefined ? bare : written) || /\d/.test(bare.slice(0, 3)) || /[:,]$/.test(bare))
      continue;
    if (/\s/.test(written) || namesBody(written)) return name;
  }
  return undefined;
};

/** Whom a letter greets: the full name above it where there is one ("Dear Ms Brindle" below "Ms Tessa Brindle"). */
const readerOf = (text: string): Span | undefined => {
  const head = text.slice(0, 4_000);
  const dear = /\bDear\s+((?:(?:Mr|Ms|Mrs|Miss|Dr|Prof)\.?\s+)?\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?)/u.exec(head);
  if (!dear || /^(?:Sir|Madam|Customer|Member|Tenant|Resident|Colleague)/.test(dear[1] ?? '')) return undefined;
  const surname = (dear[1] ?? '').split(/\s+/).at(-1) ?? '';
  const line = [...head.slice(0, dear.index).matchAll(/^[^\S\n]*(.{3,60}?)[^\S\n]*$/gmu)].find(([, words = '']) =>
    words.endsWith(surname),
  );
  if (line) {
    const start = line.index + line[0].indexOf(line[1] ?? '');
    return { start, end: start + (line[1] ?? '').length };
  }
  const start = dear.index + dear[0].indexOf(dear[1] ?? '');
  return { start, end: start + (dear[1] ?? '').length };
};

/** Roles in which people are written to rather than write. */
const addressee =
  /^(?:tenant|lessee|licensee|franchisee|employee|executive|worker|consultant|customer|client|subscriber|user|borrower|policy\s?holder|insured|member|parent|guest|hirer|reseller|distributor|agent|contractor|buyer|resident|occupier|student)s?$/i;

/**
 * Terms and letters are written from "us" to "you": adds these words to the parties that they stand for, and those
 * parties where nothing else names them. Where an opening names all parties (`complete`), the issuer is one of them;
 * otherwise the letterhead names it.
 */
export const addSpeakers = (text: string, parties: FoundParty[], complete: boolean): void => {
  const known = new Set(parties.flatMap(({ aliases }) => [...aliases].map((alias) => alias.toLowerCase())));
  if (known.has('we') || known.has('you') || !uses(text, addressed)) return;
  const written = parties.filter(({ aliases }) => [...aliases].some((alias) => addressee.test(alias)));
  const others = parties.filter((party) => !written.includes(party));
  if (uses(text, speaks)) {
    const letterhead = complete ? undefined : issuerOf(text);
    const only = others.length === 1 && written.length > 0 ? others[0] : undefined;
    const issuer = letterhead || !only ? partyAt(text, parties, letterhead ?? issuerOf(text), issuerWords) : only;
    for (const word of issuerWords) issuer?.aliases.add(word);
  }
  const readers = written.length > 0 ? written : parties.filter(({ aliases }) => !aliases.has('we'));
  const reader =
    readers.length === 1 || written.length > 0 ? readers : [partyAt(text, parties, readerOf(text), readerWords)];
  for (const party of reader) for (const word of readerWords) party?.aliases.add(word);
};

/** The party of that name, or a new one; where there is no name, one that is called by the word itself. */
const partyAt = (
  text: string,
  parties: FoundParty[],
  span: Span | undefined,
  words: readonly string[],
): FoundParty | undefined => {
  const place = span ?? firstUse(text, words[0] ?? '');
  if (!place) return undefined;
  const name = text.slice(place.start, place.end).replace(/\s+/g, ' ');
  const known = parties.find((other) => other.name.toLowerCase() === name.toLowerCase());
  if (known) return known;
  const added = { name, aliases: new Set<string>(), introduced: place };
  parties.push(added);
  return added;
};

const firstUse = (text: string, word: string): Span | undefined => {
  const match = new RegExp(`\\b${word}\\b`, 'i').exec(text);
  return match ? { start: match.index, end: match.index + word.length } : undefined;
};
