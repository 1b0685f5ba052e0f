import type { Class } from '../../model/standing.ts';
import { isContinual, type Tier } from '../records.ts';
import type { ObligationView } from '../view.ts';

export const classOf = ({ deadline, status, days_left: left }: ObligationView): Class => {
  if (status === 'proposed' && isContinual(deadline)) return 'none';
  if (left !== null) return left < 0 && status === 'proposed' ? 'past' : 'dated';
  return deadline.kind === 'none' ? 'none' : 'open';
};

/** Where what is wanted of that which nobody touched is kept. */
export const tiersOf = (wanted: readonly Class[]): readonly Tier[] => [
  ...new Set(wanted.map((each): Tier => (each === 'past' ? 'dated' : each))),
];
