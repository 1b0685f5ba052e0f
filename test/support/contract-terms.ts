import type { TermName } from '../../agents/obligation/model/terms.ts';
import { termsOf } from '../../agents/obligation/terms/terms-of.ts';
import { readText } from './read-text.ts';

/** The opening of a contract that says nothing of its terms but its own day. */
export const servicesAgreement =
  'SERVICES AGREEMENT\n\nThis Services Agreement is made on 1 March 2024 between Aster Ltd (the "Supplier") and Bell Inc. (the "Customer").\n\n';

/** A term that is read in a text, and what its evidence quotes. */
export const readTerm = (text: string, name: TermName) => {
  const document = readText(text);
  const term = termsOf(document).terms[name];
  return { ...term, quotes: term.evidence.map(({ start, end }) => document.text.slice(start, end)) };
};
