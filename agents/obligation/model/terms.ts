import type { Party } from '../../../core/ports/detector.ts';
import type { Span } from '../../../core/text/span.ts';

export const termNames = [
  'agreementDate',
  'effectiveDate',
  'expirationDate',
  'term',
  'renewalTerm',
  'noticePeriod',
  'noticeDeadline',
  'governingLaw',
] as const;
export type TermName = (typeof termNames)[number];

/** Where something stands: a span of one document's text. */
export type Source = Span & { readonly documentId: string };

/**
 * One term of a contract. `value`: a day as ISO 8601 ("2027-03-01", or "perpetual"), a length as an ISO 8601 duration
 * ("P90D", "P1Y"), a law by its place ("New York"); null while something that the document does not say is missing, and
 * where it says nothing at all: then there is no evidence either.
 */
export type Term = {
  readonly name: TermName;
  readonly value: string | null;
  /** For people, with the arithmetic where it was computed: "effective 2024-03-01 + 3 years − 90 days". */
  readonly explanation: string;
  /** What must be known first: "Closing Date". It is the name under which the user gives it. */
  readonly needs: string | null;
  /** Where each input stands. */
  readonly evidence: readonly Source[];
  readonly confidence: number;
};

/** How a contract goes on after its first term. */
export type Renewal = {
  readonly automatic: boolean;
  /** ISO 8601 duration of one renewal, null where it is not said. */
  readonly length: string | null;
  /** How many renewals, null for any number. */
  readonly times: number | null;
  readonly evidence: readonly Source[];
};

/** What the user said that the document does not: days of events, by the event's name in lower case. */
export type Facts = ReadonlyMap<string, string>;

/** All terms of a document, or of a contract with its amendments, as of a day. */
export type DocumentTerms = {
  readonly documentId: string;
  /** The day for which periods and deadlines were reckoned, ISO 8601; null for the first term as it stands in the document. */
  readonly asOf: string | null;
  readonly terms: Readonly<Record<TermName, Term>>;
  readonly renewal: Renewal | null;
  readonly parties: readonly Party[];
};
