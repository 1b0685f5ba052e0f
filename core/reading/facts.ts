import type { ClauseReading } from '../ports/clauses.ts';
import type { ReadDocument } from '../ports/detector.ts';
import { documentKindOf } from './kind.ts';
import { partiesOf } from './parties.ts';

/** It rises when the same document would be read otherwise: what was stored is then read again. */
export const READER_VERSION = 1;

/** What a document is and whom it binds. */
export type DocumentFacts = Pick<ReadDocument, 'kind' | 'kindProbability' | 'parties'>;

/** Reads them off the text; what a clause model found helps to tell the kind. */
export const factsOf = (
  { name, title, text }: Pick<ReadDocument, 'name' | 'title' | 'text'>,
  presence: ReadDocument['presence'],
): DocumentFacts => {
  const { kind, probability } = documentKindOf({ name, text, presence, ...(title === undefined ? {} : { title }) });
  return { kind, kindProbability: probability, parties: partiesOf(text) };
};

/** `ReadDocument.presence` of what a clause model found. */
export const presenceOf = (clauses: ClauseReading | undefined): ReadDocument['presence'] => {
  const found = new Map(clauses?.presence.map(({ type, probability }) => [type, probability]));
  return (type) => found.get(type);
};
