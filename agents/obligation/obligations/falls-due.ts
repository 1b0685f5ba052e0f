import type { Due } from '../model/due.ts';
import type { Effective } from './lifecycle/effective.ts';
import { occurrencesIn } from './lifecycle/occurrences.ts';
import type { State } from './lifecycle/records.ts';
import type { documentNames } from './names.ts';
import type { Reading } from './records.ts';
import { titleOf } from './title.ts';

/** What everybody is told of a day on which something falls due. */
type FallsDue = Omit<Due, 'label' | 'person' | 'leadDays' | 'since' | 'snoozedUntil'>;

type Obligation = {
  readonly id: string;
  readonly document: Due['document'];
  readonly reading: Reading;
  /** undefined where nobody decided on it. */
  readonly state: State | undefined;
  readonly effective: Effective;
};

/** The days on which an obligation falls due, from one to another, both included, with its words. */
export const fallsDue = async (
  { id, document, reading, state, effective }: Obligation,
  { from, to }: { readonly from: string; readonly to: string },
  nameOf: ReturnType<typeof documentNames>,
): Promise<readonly FallsDue[]> => {
  const [evidence] = reading.evidence;
  const quotedId = evidence?.documentId ?? document.id;
  const quotedIn = { id: quotedId, name: (await nameOf(quotedId)) ?? document.name };
  return occurrencesIn(effective, state, from, to).map(({ occurrence, date }) => ({
    obligationId: id,
    occurrence,
    title: titleOf(reading.modality, effective.action),
    party: effective.party,
    document,
    date,
    time: effective.deadline.time ?? undefined,
    timezone: effective.deadline.timezone,
    quote: evidence?.quote ?? '',
    quotedIn,
    page: evidence?.page ?? 1,
  }));
};
