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

/**
 * One term of a contract. `value`: a day as ISO 8601 ("2027-03-01", or "perpetual"), a length as an ISO 8601 duration
 * ("P90D", "P1Y"), a law by its place ("New York"); null while something that the document does not say is missing.
 */
export type Term = {
  readonly name: TermName;
  readonly value: string | null;
  /** For people, with the arithmetic where it was computed: "effective 2024-03-01 + 3 years − 90 days". */
  readonly explanation: string;
  /** What must be known first: "the Closing Date". */
  readonly needs: string | null;
  /** Where each input stands, in the document's offsets. */
  readonly evidence: readonly Span[];
  readonly confidence: number;
};

/** How a contract goes on after its first term. */
export type Renewal = {
  readonly automatic: boolean;
  /** ISO 8601 duration of one renewal, null where it is not said. */
  readonly length: string | null;
  /** How many renewals, null for any number. */
  readonly times: number | null;
  readonly evidence: readonly Span[];
};
