import type { Span } from '../../../core/text/span.ts';

export const modalities = ['obligation', 'prohibition', 'entitlement', 'permission'] as const;
/**
 * What a sentence does to a party: lays a duty on it, forbids it something, gives it a claim against another ("is entitled to
 * a refund"), or lets it do something ("may sublet").
 */
export type ObligationModality = (typeof modalities)[number];

/** One duty, prohibition, right or permission as a sentence states it. Offsets are the document's. */
export type DutyReading = {
  /** The party's name as the document introduces it, or its role where it has no name: "Tenant". */
  readonly party: string;
  readonly modality: ObligationModality;
  /** What, from the verb on, without the modal: "pay the rent". */
  readonly action: string;
  readonly counterparty: string | undefined;
  /** "if the rent is overdue", "unless the Landlord agrees in writing". */
  readonly condition: string | undefined;
  /** The event that sets it off: "on receipt of the invoice". */
  readonly trigger: string | undefined;
  /** The words that say by when, wherever in the sentence they stand; empty where nothing does. */
  readonly deadlineWords: readonly Span[];
  /** What bears it out: the sentence, and the lead-in where it is an item of a list. */
  readonly evidence: readonly Span[];
  readonly confidence: number;
};
