/** Days on which a place does not work. Read once, then asked as often as needed. */
export type Holidays = {
  /** The holiday's name where the calendar has one on that day; a weekend is none. */
  nameOf(calendar: string, iso: string): string | undefined;
};

/** For calendars of weekdays alone, and where nothing counts in business days. */
export const noHolidays: Holidays = { nameOf: () => undefined };

type Rules = { getHolidays(year: number): readonly { date: string; start: Date; end: Date; name: string }[] };

/** Public holidays of the world from date-holidays, which is read on the first call only: it has a megabyte of rules. */
export const loadHolidays = async (): Promise<Holidays> => {
  const { default: Calendar } = await import('date-holidays');
  const places = new Map<string, Rules | undefined>();
  const years = new Map<string, ReadonlyMap<string, string>>();
  const rulesOf = (place: string): Rules | undefined => {
    if (!places.has(place)) {
      const [country = '', ...parts] = place.split('-');
      const known = Object.hasOwn(new Calendar().getCountries(), country);
      places.set(place, known ? new Calendar({ country, ...region(parts) }, { types: ['public'] }) : undefined);
    }
    return places.get(place);
  };
  const yearOf = (place: string, year: number): ReadonlyMap<string, string> => {
    const key = `${place} ${year}`;
    const known = years.get(key);
    if (known !== undefined) return known;
    const days = place === 'TARGET' ? targetDays(year) : daysIn(rulesOf(place), year);
    years.set(key, days);
    return days;
  };
  return {
    nameOf: (calendar, iso) => {
      if (calendar === 'weekdays') return undefined;
      const year = Number(iso.slice(0, 4));
      for (const place of calendar.split('+')) {
        const name = yearOf(place, year).get(iso);
        if (name !== undefined) return name;
      }
      return undefined;
    },
  };
};

const region = ([state, part]: readonly string[]): { state?: string; region?: string } => ({
  ...(state !== undefined && { state }),
  ...(part !== undefined && { region: part }),
});

const longest = 15;

/** Holidays of the year before as well: one that lasts several days may reach over the turn of the year. */
const daysIn = (rules: Rules | undefined, year: number): ReadonlyMap<string, string> => {
  const days = new Map<string, string>();
  for (const each of [year - 1, year]) {
    for (const { date, start, end, name } of rules?.getHolidays(each) ?? []) {
      const first = Temporal.PlainDate.from(date.slice(0, 10));
      const last = Math.min(longest, Math.max(1, Math.floor((end.getTime() - start.getTime()) / 86_400_000)));
      for (let at = 0; at < last; at++) days.set(first.add({ days: at }).toString(), name);
    }
  }
  return days;
};

/** Days on which the payment system of the euro is closed, since 2002: decision ECB of 14 December 2000. */
const targetDays = (year: number): ReadonlyMap<string, string> => {
  const easter = easterOf(year);
  return new Map([
    [`${year}-01-01`, "New Year's Day"],
    [easter.subtract({ days: 2 }).toString(), 'Good Friday'],
    [easter.add({ days: 1 }).toString(), 'Easter Monday'],
    [`${year}-05-01`, '1 May'],
    [`${year}-12-25`, 'Christmas Day'],
    [`${year}-12-26`, '26 December'],
  ]);
};

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
const easterOf = (year: number): Temporal.PlainDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
};

/** Where Friday and Saturday are the days off. */
const fridays = /^(?:IL|SA|EG|KW|QA|BH|OM|JO|DZ|BD)\b/;

const isWeekend = (calendar: string, day: Temporal.PlainDate): boolean =>
  calendar
    .split('+')
    .some((place) => (fridays.test(place) ? day.dayOfWeek === 5 || day.dayOfWeek === 6 : day.dayOfWeek > 5));

export const isBusinessDay = (holidays: Holidays, calendar: string, day: Temporal.PlainDate): boolean =>
  !isWeekend(calendar, day) && holidays.nameOf(calendar, day.toString()) === undefined;
