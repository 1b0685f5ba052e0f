import { isContinual, type Tier } from '../records.ts';
import type { ObligationView } from '../view.ts';

/**
 * What is in the way and what is not. `dated`: it has a last day that is to come, or one that somebody has to account for;
 * `open`: it has a deadline, and something must be known before there is a day; `past`: its day was over before anybody
 * confirmed it; `none`: it has no deadline, or is to be done every day. Without being asked only the first two are shown, and what somebody touched.
 */
export const classes = ['dated', 'open', 'past', 'none'] as const;
export type Class = (typeof classes)[number];

export const classOf = ({ deadline, status, days_left: left }: ObligationView): Class => {
  if (status === 'proposed' && isContinual(deadline)) return 'none';
  if (left !== null) return left < 0 && status === 'proposed' ? 'past' : 'dated';
  return deadline.kind === 'none' ? 'none' : 'open';
};

/** Where what is wanted of that which nobody touched is kept. */
export const tiersOf = (wanted: readonly Class[]): readonly Tier[] => [
  ...new Set(wanted.map((each): Tier => (each === 'past' ? 'dated' : each))),
];
