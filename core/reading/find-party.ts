import { DossierError } from '../errors/error.ts';

/** Someone whom a document binds, as it is stored. */
export type KnownParty = { name: string; aliases: string[] };

/**
 * The party that a reader says to be: by its name, by a word that the document uses for it, or by enough of its name to
 * know it from the others. undefined where none or several could be meant.
 */
export const findParty = (parties: readonly KnownParty[], wanted: string): KnownParty | undefined => {
  const words = wordsIn(wanted);
  if (words.length === 0) return undefined;
  const phrase = words.join(' ');
  const called = parties.filter(({ name, aliases }) => [name, ...aliases].some((each) => fold(each) === phrase));
  if (called.length > 0) return only(called);
  const bare = words.filter((word) => !legalForms.has(word)).join(' ');
  if (bare === '') return undefined;
  return only(parties.filter(({ name }) => ` ${fold(name)} `.includes(` ${bare} `)));
};

const only = (found: readonly KnownParty[]): KnownParty | undefined => (found.length === 1 ? found[0] : undefined);

const legalForms = new Set(
  'inc llc ltd limited corp corporation co company gmbh ag plc lp llp sa bv nv as ab oy'.split(' '),
);

const wordsIn = (text: string): readonly string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word, index) => index > 0 || !/^(?:the|we|our|us)$/.test(word));

const fold = (text: string): string => wordsIn(text).join(' ');

/** As a reader is told: "Northgate GmbH (Supplier)". */
export const partyText = ({ name, aliases }: KnownParty): string =>
  aliases.length === 0 ? name : `${name} (${aliases.slice(0, 3).join(', ')})`;

/** Parties that an error names. */
const MOST_NAMED = 20;

/** That nobody among these is the party that was asked for. */
export const unknownParty = (party: string, parties: readonly KnownParty[]): DossierError => {
  const known = [...new Set(parties.map(partyText))];
  return new DossierError('unknown_party', {
    party,
    known: known.length === 0 ? ['none was found'] : known.slice(0, MOST_NAMED),
  });
};
