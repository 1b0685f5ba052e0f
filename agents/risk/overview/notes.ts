import { findParty } from '../../../core/reading/find-party.ts';
import { CLAUSES_FAILED } from '../../../core/reading/read-version.ts';
import type { Analysed } from '../analysis/current.ts';

/** What the reader should know of how the risks of a document came about, a sentence each. */
export const notesOn = ({ document, live, analysis }: Analysed, party: string | undefined): string[] => {
  const notes: string[] = [];
  const { latest } = document.value;
  if (live.chunks === 0) return ['There is no text in this document: nothing could be looked for.'];
  if (latest.version !== live.version)
    notes.push(`This is version ${live.version}; version ${latest.version} is ${latest.state}.`);
  if (party !== undefined && findParty(analysis.parties, party) === undefined)
    notes.push('The party that was named is none of this document: what hurts anybody is shown.');
  if (analysis.clauseModel === null)
    notes.push('No clause model runs: risks that are told by the type of a clause may not be seen.');
  if (analysis.clauseModel === CLAUSES_FAILED)
    notes.push(
      'The clause model could not read this document: risks that are told by the type of a clause may not be seen.',
    );
  notes.push(
    ...analysis.troubles.map(({ detector, problem }) => `The detector ${detector} is not complete: ${problem}.`),
  );
  return notes;
};
