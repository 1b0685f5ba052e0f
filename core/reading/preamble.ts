import type { Span } from '../text/span.ts';
import { canBeParty, type Definition, definitionsIn } from './aliases.ts';
import { nameAt, namesBody } from './names.ts';
import { isRole } from './roles.ts';

/** A party as it is being collected. */
export type FoundParty = { name: string; readonly aliases: Set<string>; introduced: Span };

/** An agreement names its parties within its first pages, after a cover and a table of contents. */
const searched = 24_000;
const longestPreamble = 3_500;
const mostParties = 12;

const anchor =
  /\b(?:by\s+and\s+(?:between|among|amongst)|between|among|amongst|made\s+by|entered\s+into\s+by|B\s*E\s*T\s*W\s*E\s*E\s*N|(?:Ladies|Gentlemen)(?:\s+and\s+Gentlemen)?\s*:)/gi;
const terminator =
  /\b(?:WHEREAS|Whereas|WITNESSETH|W\s?I\s?T\s?N\s?E\s?S\s?S|RECITALS?|Recitals?|BACKGROUND|Background|NOW,?\s+THEREFORE|PREAMBLE|INTRODUCTION|T(?:ABLE|able)\s+(?:OF|of)\s+C(?:ONTENTS|ontents)|(?:hereby\s+)?agrees?\s+(?:as\s+follows|that|to)|hereby\s+(?:agree|confirm)|IT\s+IS\s+AGREED|Source:|Dated\s+as\s+of)\b|\n\s*(?:1\.|Section\s+1|ARTICLE|Article|§\s*1)\s/g;

/** Parties of the agreement's opening: "between A, a … (“Supplier”), and B (“Buyer”)". */
export const partiesOfPreamble = (text: string): FoundParty[] => {
  let best: FoundParty[] = [];
  for (const match of text.slice(0, searched).matchAll(anchor)) {
    const from = match.index + match[0].length;
    const found = credibleOf(partiesWithin(text, from, preambleEnd(text, from)));
    // The first opening that says what it will call everybody; a cover only names them.
    if (found.length >= 2 && found.filter(isNamed).length >= 2) return found;
    if (scoreOf(found) > scoreOf(best)) best = found;
  }
  if (best.length > 1) return best;
  const opening = partiesBySignOfBody(text, 4_000);
  return opening.length > 1 ? opening : best.length > 0 ? best : opening;
};

/** Those that are somebody. Beside one of them, whoever has a term and a name of several words is one too. */
const credibleOf = (found: readonly FoundParty[]): FoundParty[] => {
  const sure = found.filter(credible);
  if (sure.length === 0) return [];
  return found.filter(
    (party) => sure.includes(party) || (isNamed(party) && /^\p{Lu}\S*\s+(?:\S+\s+)?\p{Lu}/u.test(party.name)),
  );
};

const isNamed = ({ aliases }: FoundParty): boolean => aliases.size > 0;

/** Whether it is somebody: a body by its name, or one with a term that people are called by. */
const credible = ({ name, aliases }: FoundParty): boolean => {
  if (namesBody(name) || isRole(name)) return true;
  const initials = name.replace(/[^\p{Lu}]/gu, '');
  return [...aliases].some(
    (alias) =>
      isRole(alias) ||
      issuerWord.test(alias) ||
      name.toLowerCase().includes(alias.toLowerCase()) ||
      (initials.length > 1 && initials.startsWith(alias)),
  );
};
const issuerWord = /^(?:we|us|our|you|your)$/i;

const preambleEnd = (text: string, from: number): number => {
  const region = text.slice(from, from + longestPreamble);
  for (const match of region.matchAll(terminator)) {
    // "agrees to" may stand in a description of what they agreed before; a heading on the first line is no end.
    if (match.index > 20) return from + match.index;
  }
  return from + region.length;
};

const scoreOf = (found: readonly FoundParty[]): number =>
  found.slice(0, 2).reduce((sum, party) => sum + (isNamed(party) ? 2 : 0) + (namesBody(party.name) ? 1 : 0), 0);

/** Names of a stretch, each with the words defined for it. */
const partiesWithin = (text: string, from: number, to: number): FoundParty[] => {
  const parties: FoundParty[] = [];
  let cursor = from;
  for (const definition of definitionsIn(text, from, to)) {
    // The parties stand close together; what is defined far behind them is something else.
    if (parties.filter(isNamed).length >= 2 && definition.start - cursor > 700) break;
    const names = namesBetween(text, cursor, definition.start, parties.length === 0);
    const fresh = names.map((span) => add(parties, text, span));
    apply(definition, fresh, parties, text, cursor);
    cursor = Math.max(cursor, definition.end);
    if (parties.length >= mostParties) return parties;
  }
  const followed = /^\s*[,;.]?\s*(?:[^.;(]{0,200}[,;\s])?(?:and|AND|&)\s/.test(text.slice(cursor, to));
  if (parties.length === 0 || (parties.length === 1 && followed)) {
    for (const span of namesBetween(text, cursor, Math.min(to, cursor + 500), parties.length === 0))
      add(parties, text, span);
  }
  return parties;
};

const add = (parties: FoundParty[], text: string, span: Span): FoundParty => {
  const name = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const known = parties.find((party) => keyOf(party.name) === keyOf(name));
  if (known) return known;
  const party = { name, aliases: new Set<string>(), introduced: span };
  parties.push(party);
  return party;
};

const apply = (
  definition: Definition,
  fresh: readonly FoundParty[],
  parties: FoundParty[],
  text: string,
  cursor: number,
): void => {
  const words = text.slice(definition.start, definition.end);
  const before = text.slice(cursor, definition.start);
  const several = fresh.length > 1 && /\b(?:collectively|individually|together|jointly|each)\b/i.test(words);
  const last = fresh.at(-1);
  for (const term of definition.own) {
    if (last) for (const party of several ? fresh : [last]) party.aliases.add(term);
    else if (/(?:^|[\s,;])(?:and|AND|&|or)\s/.test(before) || (parties.length === 0 && before.trim() !== '')) {
      addNameless(parties, text, term, definition);
    } else if (continues(before, term)) parties.at(-1)?.aliases.add(term);
  }
  for (const { term, others } of definition.shared) {
    const named = parties.filter((party) => mentions(others, party));
    for (const party of new Set([...fresh.slice(several ? 0 : -1), ...named])) party.aliases.add(term);
  }
};

/** A further term for the party before: directly after the first, or after a description of it. */
const continues = (before: string, term: string): boolean =>
  !before.includes('.') &&
  before.length < 300 &&
  (!/\p{Lu}/u.test(before) || /\b(?:a|an)\s/.test(before)) &&
  !before.trim().endsWith(term);

/** "the company set forth below (“Company”)": the term is all the name that there is. */
const addNameless = (parties: FoundParty[], text: string, term: string, { start, end }: Span): void => {
  const at = text.slice(start, end).indexOf(term);
  if (at < 0 || parties.some(({ name, aliases }) => name === term || aliases.has(term))) return;
  parties.push({ name: term, aliases: new Set(), introduced: { start: start + at, end: start + at + term.length } });
};

const mentions = (words: string, { name, aliases }: FoundParty): boolean =>
  [name, ...aliases].some((term) => words.includes(term));

/** A name as it is compared: letters and digits, without a leading article. */
export const keyOf = (name: string): string =>
  name
    .replace(/^the\s+/i, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const connector = /(?:^|[\s,;)])(?:and|AND|And|&)\s+|[;:]\s+|(?:^|\s)\(\w{1,3}\)\s+|\n\s*\n/g;
const describes =
  /^,?\s*(?:\(|an?\s|the\s|of\s|having|with|whose|located|represented|acting|organi[sz]ed|incorporated|registered|residing|\d|d\/b\/a|dba|$|and\b|AND\b|as\s)/;

/** Names that begin where a name can: at the beginning, after "and", after a number in brackets. */
const namesBetween = (text: string, from: number, to: number, opening: boolean): Span[] => {
  const found: Span[] = [];
  const segment = text.slice(from, to);
  const starts = [...(opening || /^\s*(?:[,;.]\s*)?(?:-\s*)?(?:and|AND|&|\(?\w{1,3}[.)])\s/.test(segment) ? [0] : [])];
  if (starts.length === 0) starts.push(/^\s*,?\s*(?=\p{Lu})/u.exec(segment)?.[0].length ?? segment.length);
  for (const match of segment.matchAll(connector)) starts.push(match.index + match[0].length);
  for (const at of starts) {
    if (found.some(({ end }) => from + at < end)) continue;
    const name = nameAt(text, from + at, to, at === 0);
    if (!name || found.some(({ start, end }) => name.start < end && start < name.end)) continue;
    const written = text.slice(name.start, name.end);
    if ((!/\s/.test(written) && !canBeParty(written)) || notAName(written)) continue;
    const after = text.slice(name.end, to);
    if (at === 0 || namesBody(written) || (describes.test(after) && /\s/.test(written)) || after.trim() === '')
      found.push(name);
  }
  return found;
};

const notAName = (written: string): boolean =>
  place.test(written) || foreign.test(written) || !/[\p{L}\p{N}]{2}/u.test(bare(written));
const place =
  /^(?:(?:Section|Article|Exhibit|Schedule|Appendix|Clause|State of|County|Commonwealth|Province|Republic|Kingdom|District|January|February|March|April|May|June|July|August|September|October|November|December|Suite|Floor|Room|Building|Attention|Street|Road)\b|its\b)/i;
/** Words of another text that a name cannot hold, a letter before a sentence, a role and somebody else, a legal form in lower case. */
const foreign =
  /\b(?:PURSUANT|GOVERNED|PROMULGATED|Agreement|AGREEMENT)\b|^[A-Z]\. (?:The|In|An?)\b|\sas$|^(?:\p{Lu}\p{Ll}+ )?(?:corporation|company|limited liability company|partnership)$/u;
/** What is left of a name without its legal form. */
const bare = (written: string): string =>
  written.replace(
    /\b(?:the|inc|incorporated|llc|l\.l\.c|ltd|limited|corp|corporation|company|co|l\.p|lp|plc)\b\.?/giu,
    '',
  );

/** Where nothing introduces them: names of bodies that a definition follows, within the opening. */
const partiesBySignOfBody = (text: string, to: number): FoundParty[] => {
  const parties: FoundParty[] = [];
  let cursor = 0;
  for (const definition of definitionsIn(text, 0, to)) {
    const name = lastBody(text, cursor, definition.start);
    if (name && definition.own.length > 0) {
      const party = add(parties, text, name);
      for (const term of definition.own) party.aliases.add(term);
    }
    cursor = definition.end;
  }
  return parties.slice(0, mostParties);
};

const ofBody = /^,\s+an?\s+[\p{L}\s]{0,60}(?:corporation|company|partnership|trust|individual|association|bank)\b/iu;
const opens = /(?:^|[.:;,)\n]|\b(?:and|AND|of|with|AGREEMENT))\s*(?=\S)/g;

const lastBody = (text: string, from: number, to: number): Span | undefined => {
  let best: Span | undefined;
  const segment = text.slice(from, to);
  for (const match of segment.matchAll(opens)) {
    const at = from + match.index + match[0].length;
    if (best && at < best.end) continue;
    const name = nameAt(text, at, to);
    if (!name || notAName(text.slice(name.start, name.end))) continue;
    if (!namesBody(text.slice(name.start, name.end)) && !ofBody.test(text.slice(name.end, name.end + 160))) continue;
    if (
      /\b(?:insured|administered|regulated|by\s+the|rules\s+of)\s*(?:by|of)?\s*(?:the\s*)?$/i.test(
        text.slice(Math.max(from, name.start - 40), name.start),
      )
    )
      continue;
    const after = text.slice(name.end, to);
    if (after.trim() === '' || describes.test(after)) best = name;
  }
  return best;
};
