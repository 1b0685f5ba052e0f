import { writeDuration } from '../../../../core/reading/durations.ts';
import type { Offset } from '../../model/deadline.ts';
import { addLength, isClamped } from '../../terms/reckon/calendar.ts';
import { type Holidays, isBusinessDay } from './holidays.ts';

/** A day that was counted, with its arithmetic: " − 90 days". */
export type Counted = { readonly day: string; readonly words: string; readonly notes: readonly string[] };

/** More business days than anyone counts. */
const most = 2000;

/**
 * The day so far from another. The day itself does not count: "within 30 days after" ends on the thirtieth day that
 * follows, "at least 90 days before" on the day that has the event 90 days after it. "Before" alone ends on the day before.
 * Hours are counted in whole days, to the safe side: of an event only the day is known.
 */
export const countFrom = (iso: string, offset: Offset, calendar: string | null, holidays: Holidays): Counted => {
  const { value, unit, direction } = offset;
  const sign = direction === 'before' ? -1 : 1;
  const from = Temporal.PlainDate.from(iso);
  if (value === 0) {
    return direction === 'before'
      ? { day: from.subtract({ days: 1 }).toString(), words: ', the day before', notes: [] }
      : { day: iso, words: '', notes: [] };
  }
  const words = ` ${sign < 0 ? '−' : '+'} ${writeDuration({ value, unit })}`;
  if (unit === 'hour') {
    const days = sign > 0 ? Math.floor(value / 24) : Math.ceil(value / 24);
    return {
      day: from.add({ days: days * sign }).toString(),
      words,
      notes: ['the hour of the event is not known: counted in whole days, to be in time'],
    };
  }
  if (unit === 'business-day')
    return { ...business(from, Math.ceil(value), sign, calendar ?? 'weekdays', holidays), words };
  const notes = isClamped(iso, { value, unit }, sign) ? ['that month has no such day: its last'] : [];
  return { day: addLength(iso, { value, unit }, sign), words, notes };
};

const business = (
  from: Temporal.PlainDate,
  count: number,
  sign: 1 | -1,
  calendar: string,
  holidays: Holidays,
): Pick<Counted, 'day' | 'notes'> => {
  const left: string[] = [];
  let day = from;
  for (let counted = 0; counted < Math.min(count, most); ) {
    day = day.add({ days: sign });
    if (isBusinessDay(holidays, calendar, day)) counted++;
    else {
      const name = holidays.nameOf(calendar, day.toString());
      if (name !== undefined) left.push(`${name} ${day}`);
    }
  }
  const where = calendar === 'weekdays' ? 'Monday to Friday' : `calendar ${calendar}`;
  const without = left.length === 0 ? '' : `, without ${left.slice(0, 4).join(', ')}${left.length > 4 ? ', …' : ''}`;
  return { day: day.toString(), notes: [`business days: ${where}${without}`] };
};

/** The n-th business day of a month, from its end where n is negative; undefined where it has not so many. */
export const businessDayOf = (
  month: Temporal.PlainYearMonth,
  n: number,
  calendar: string,
  holidays: Holidays,
): string | undefined => {
  const days = Array.from({ length: month.daysInMonth }, (_, at) => month.toPlainDate({ day: at + 1 })).filter((day) =>
    isBusinessDay(holidays, calendar, day),
  );
  return days.at(n > 0 ? n - 1 : n)?.toString();
};

/** The next or the last business day where a day is none. */
export const rolled = (iso: string, sign: 1 | -1, calendar: string, holidays: Holidays): string => {
  let day = Temporal.PlainDate.from(iso);
  for (let at = 0; at < 30 && !isBusinessDay(holidays, calendar, day); at++) day = day.add({ days: sign });
  return day.toString();
};
