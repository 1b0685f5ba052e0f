import { type Holidays, loadHolidays, noHolidays } from '../../deadlines/resolve/holidays.ts';
import type { Reading } from '../records.ts';

/** When it is asked, and on which days nobody works. */
export type Moment = { readonly now: number; readonly holidays: Holidays };

/** Holidays are loaded only where one of these counts in business days of a place. */
export const momentOf = async (now: number, readings: Iterable<Pick<Reading, 'deadline'>>): Promise<Moment> => {
  for (const { deadline } of readings) {
    const { calendar } = deadline;
    if (calendar !== null && calendar !== 'weekdays') return { now, holidays: await loadHolidays() };
  }
  return { now, holidays: noHolidays };
};
