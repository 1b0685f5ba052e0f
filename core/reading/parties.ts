import type { Party } from '../ports/detector.ts';
import { partiesByLabel } from './labelled.ts';
import { hasLegalForm } from './names.ts';
import { type FoundParty, keyOf, partiesOfPreamble } from './preamble.ts';
import { isRole, rolePattern } from './roles.ts';
import { addSpeakers } from './speakers.ts';

/**
 * Whom a document binds, in the order in which it introduces them, with the words that it uses for them: from the
 * opening ("between A (“Supplier”) and B"), labels ("Landlord: C"), letterheads and addressees of texts written from
 * "us" to "you", and, where nobody is named, the roles that have duties ("The Tenant shall …"). A term for several
 * parties together is an alias of each. Empty where nothing says.
 */
export const partiesOf = (text: string): readonly Party[] => {
  const labels = partiesByLabel(text);
  const opening = partiesOfPreamble(text);
  // One name in prose is less than two that a form labels.
  if (opening.length < 2 && labels.length >= 2) opening.length = 0;
  const parties = [...opening];
  for (const labelled of labels) merge(parties, opening, labelled);
  addSpeakers(text, parties, opening.length >= 2);
  if (parties.length < 2) addRoles(text, parties);
  for (const party of parties) addShortForm(text, party, parties);
  return parties
    .toSorted((a, b) => a.introduced.start - b.introduced.start)
    .map(({ name, aliases, introduced }) => ({
      name,
      aliases: [...aliases].filter((alias) => alias.toLowerCase() !== name.toLowerCase()),
      introduced,
    }));
};

/** A label names again whom the opening named, names whom it only called by a role, or names somebody new. */
const merge = (parties: FoundParty[], opening: readonly FoundParty[], labelled: FoundParty): void => {
  const same = parties.find(({ name }) => keyOf(name) === keyOf(labelled.name));
  const called = opening.find(({ name }) => labelled.aliases.has(name));
  if (same) {
    for (const alias of labelled.aliases) same.aliases.add(alias);
    // The opening knew the role, and the name from elsewhere.
    if (called && called !== same) parties.splice(parties.indexOf(called), 1);
  } else if (called) {
    called.aliases.add(called.name);
    called.name = labelled.name;
    called.introduced = labelled.introduced;
  } else if (opening.length < 2) parties.push(labelled);
};

const duty = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:the|each|every|an?)\\s+)?(${rolePattern})\\s+(?:shall|will|must|may|agrees?|is\\s+(?:responsible|liable|entitled)|undertakes?)\\b`,
  'giu',
);
const leastDuties = 2;

/** Roles that have duties or rights, where the text names nobody. */
const addRoles = (text: string, parties: FoundParty[]): void => {
  const roles = new Map<string, { count: number; start: number; written: string }>();
  for (const match of text.slice(0, 200_000).matchAll(duty)) {
    const written = match[1] ?? '';
    if (written === match[0].split(/\s/, 1)[0] && !/^\p{Lu}/u.test(written)) continue;
    const start = match.index + match[0].indexOf(written);
    const seen = roles.get(written.toLowerCase());
    if (seen) seen.count++;
    else roles.set(written.toLowerCase(), { count: 1, start, written });
  }
  const taken = new Set(parties.flatMap(({ name, aliases }) => [name, ...aliases]).map((term) => term.toLowerCase()));
  for (const { count, start, written } of [...roles.values()].toSorted((a, b) => b.count - a.count).slice(0, 4)) {
    if (count < leastDuties || taken.has(written.toLowerCase()) || parties.length >= 3) continue;
    parties.push({ name: written, aliases: new Set(), introduced: { start, end: start + written.length } });
  }
};

const generic =
  /^(?:the|new|first|national|american|international|general|united|global|bank|north|south|east|west|university|state)$/i;

/** "Detto" for Detto Technologies: the beginning of a name that the text goes on to use alone. */
const addShortForm = (text: string, party: FoundParty, parties: readonly FoundParty[]): void => {
  if (!hasLegalForm(party.name) && [...party.aliases].some((alias) => !/^(?:we|us|our|you|your)$/i.test(alias))) return;
  const first = /^(?:The\s+)?(\p{Lu}[\p{L}\p{N}&'’-]{2,})\s/u.exec(party.name)?.[1];
  if (first === undefined || generic.test(first) || isRole(first)) return;
  const taken = parties.some(
    (other) =>
      other !== party &&
      (other.aliases.has(first) || new RegExp(`^(?:The\\s+)?${RegExp.escape(first)}\\b`, 'i').test(other.name)),
  );
  if (taken || party.aliases.has(first)) return;
  const alone = new RegExp(
    `(?<![\\p{L}\\p{N}])${RegExp.escape(first)}(?:'s)?\\s+(?:shall|will|may|must|agrees?|and|or|is|has|hereby)\\b`,
    'gu',
  );
  if ([...text.slice(0, 200_000).matchAll(alone)].length >= 2) party.aliases.add(first);
};
