import type { ReadDocument } from '../../../core/ports/detector.ts';
import type { Actor } from '../../../core/reading/direction.ts';

const employeeWords = /^(?:the )?(?:employee|executive|worker|officer)s?$/i;
const tenantWords = /\b(?:tenant|lessee|sublessee|occupier|hirer)s?\b/i;
const borrowerWords = /\b(?:borrower|debtor|mortgagor)s?\b/i;
const addressed = /^you$/i;

/** Names of the parties that are called so, by name or by alias. */
export const called = ({ parties }: ReadDocument, words: RegExp): readonly string[] =>
  parties.filter(({ name, aliases }) => [name, ...aliases].some((term) => words.test(term))).map(({ name }) => name);

/** Names of those whom the document calls so, or else to whom it is written. */
const calledOrAddressed = (document: ReadDocument, words: RegExp): readonly string[] => {
  const named = called(document, words);
  return named.length > 0 ? named : called(document, addressed);
};

/** Names of those who are employed. */
export const employees = (document: ReadDocument): readonly string[] => calledOrAddressed(document, employeeWords);

/** Names of those who rent. */
export const tenants = (document: ReadDocument): readonly string[] => calledOrAddressed(document, tenantWords);

/** Names of those who owe. */
export const borrowers = (document: ReadDocument): readonly string[] => calledOrAddressed(document, borrowerWords);

/** Whether it is those who rent. */
export const areTenants = (actor: Actor | undefined, document: ReadDocument): actor is Actor => {
  const names = tenants(document);
  return (
    actor !== undefined &&
    !actor.either &&
    actor.parties.length > 0 &&
    actor.parties.every(({ name }) => names.includes(name))
  );
};
