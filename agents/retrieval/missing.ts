import type { Evidence } from './evidence.ts';
import type { QueryType } from './question.ts';
import type { Retrieval } from './retrieve.ts';
import { matchTerm } from './signals.ts';

const expectedThings: Partial<Record<QueryType, string>> = {
  when: 'a date or time',
  'how-much': 'an amount of money or a percentage',
  'how-many': 'a number',
  'how-long': 'a length of time',
  who: 'a name or a party',
  where: 'the name of a place',
  why: 'a reason',
};

/** What the question asks for and the evidence does not show, in words for a person. Empty when all of it was found. */
export const missingInformation = (
  { question }: Retrieval,
  evidence: readonly Evidence[],
  answered: boolean,
): readonly string[] => {
  const unseen = question.unseen.filter((term) => !term.carried);
  const stems = new Set(
    evidence.flatMap(({ candidate }) => [...candidate.reading.stems, ...candidate.reading.headings]),
  );
  const elsewhere = question.terms.filter(
    (term) => !term.carried && !unseen.includes(term) && matchTerm(term, stems) === 0,
  );
  const kind = expectedThings[question.type];
  const holds = evidence.some(({ candidate, sentence }) => candidate.signals[sentence]?.expected !== 0);
  const found: string[] = unseen.map((term) => `"${term.text}" does not occur in any document.`);
  if (evidence.length > 0)
    found.push(...elsewhere.map((term) => `"${term.text}" does not occur where the rest of the question does.`));
  if (kind && evidence.length > 0 && !holds) found.push(`No passage about this states ${kind}.`);
  if (!answered && found.length === 0) found.push('No passage states this clearly enough.');
  return found;
};
