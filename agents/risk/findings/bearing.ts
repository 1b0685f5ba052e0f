import type { KnownParty } from '../../../core/reading/find-party.ts';

/** On whom a risk falls, as its reader sees it. `others` is not shown. */
export const bearings = ['you', 'either', 'unclear', 'others'] as const;
export type Bearing = (typeof bearings)[number];

/**
 * The one rule of what the reader's side changes. A detector grades a risk for those whom it hurts, and grades what is
 * one-sided above what is mutual; so the severity holds as it is for a reader whom the risk is against, and for
 * everybody where it is against nobody in particular. It is nothing to a reader whom it is not against: that is left
 * out. Raising it for the reader as well would count the direction twice. Where nobody of those whom it hurts is known
 * as a party, it may be the reader: a missed party must not hide a risk.
 */
export const bearingOf = (hurts: readonly string[], parties: readonly KnownParty[], reader: KnownParty): Bearing => {
  if (hurts.length === 0) return 'either';
  if (hurts.includes(reader.name)) return parties.every(({ name }) => hurts.includes(name)) ? 'either' : 'you';
  return parties.some(({ name }) => hurts.includes(name)) ? 'others' : 'unclear';
};

/** Among the reasons of a severity: why it is that for this reader. Without names, which stand in the finding. */
export const bearingReason: Readonly<Record<Exclude<Bearing, 'others'>, string>> = {
  you: 'Falls on you: it is against your side, and not the other.',
  either: 'Falls on either side, yours included.',
  unclear: 'It is not clear on whom it falls: that party was not recognised, and may be you.',
};
