import type { ObligationModality } from '../model/reading.ts';
import type { Reading } from './records.ts';

/**
 * What it is about without a word of the document, for messages that must not hold any: what follows from the terms of a
 * contract is said in words of ours, of a sentence only what it does to somebody is known, and whether money is owed.
 */
export const labelOf = ({ origin, modality, action }: Pick<Reading, 'origin' | 'modality' | 'action'>): string => {
  if (origin === 'terms') {
    if (modality === 'permission') return 'Last day to give notice';
    return /\brenewal\b/.test(action) ? 'An agreement renews' : 'An agreement ends';
  }
  return modality === 'obligation' && paying.test(action) ? 'A payment' : labels[modality];
};

const paying = /^(?:pay|be paid|repay|be repaid|reimburse|be reimbursed|remit|be remitted)\b/i;

const labels: Readonly<Record<ObligationModality, string>> = {
  obligation: 'Something is to be done',
  prohibition: 'Something is not to be done',
  entitlement: 'Something can be claimed',
  permission: 'Something may be done',
};
