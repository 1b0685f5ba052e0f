import type { Holidays } from '../../deadlines/resolve/holidays.ts';
import { resolveDeadline } from '../../deadlines/resolve/resolve-deadline.ts';
import type { Deadline } from '../../model/deadline.ts';
import type { Reading } from '../records.ts';

/** Whether a day for what the deadline counts from makes another one of it. */
export const takesAnchorDay = ({ deadline, stated }: Pick<Reading, 'deadline' | 'stated'>): boolean =>
  deadline.anchor !== null || (stated?.needs ?? null) !== null;

type Setting = { readonly asOf: string; readonly timezone: string; readonly holidays: Holidays };

/** The deadline with the day on which that happened which it counts from. */
export const withAnchorDay = (
  { deadline, stated }: Pick<Reading, 'deadline' | 'stated'>,
  day: string,
  { asOf, timezone, holidays }: Setting,
): Deadline => {
  if (stated === null) return deadline;
  const names = [stated.anchor?.event, stated.needs?.toLowerCase()].filter((name) => name != null);
  const facts = new Map(names.map((name) => [name, day]));
  // The terms may bound it; what it counts from is said.
  const bounded = { ...stated, until: stated.until ?? deadline.until };
  return resolveDeadline(bounded, { terms: undefined, facts, asOf, timezone, holidays });
};
