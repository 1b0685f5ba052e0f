const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** RFC 5322, 3.3 and 4.3. */
const DATE =
  /^(?:[A-Za-z]{2,9}\.?\s*,?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]{0,6}\.?[\s-]+(\d{2}|\d{4})\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([+-]\d{4}|[A-Za-z]{1,5})?/;
const ZONES: Readonly<Record<string, string>> = {
  UT: '+0000',
  UTC: '+0000',
  GMT: '+0000',
  Z: '+0000',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
};
const MAX_AS_GIVEN = 200;

/**
 * A message's date as its own sender's clock showed it: "Tue, 14 Apr 2026 09:12:30 +0200". The day of the week follows
 * from the date; a date that is none is given as it stands.
 */
export const formatDate = (value: string): string => {
  const asGiven = value.replace(/\s+/g, ' ').trim().slice(0, MAX_AS_GIVEN);
  const match = DATE.exec(asGiven);
  if (match === null) return asGiven;
  const [, day = '', monthName = '', year = '', hour = '', minute = '', second, zone = ''] = match;
  const month = MONTHS.findIndex((name) => name.toLowerCase() === monthName.toLowerCase());
  const fullYear = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  const date = new Date(Date.UTC(fullYear, month, Number(day)));
  const exists = month >= 0 && date.getUTCDate() === Number(day) && Number(hour) < 24 && Number(minute) < 60;
  if (!exists) return asGiven;
  const time = `${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
  const upper = zone.toUpperCase();
  const offset =
    zone === '' ? '' : ` ${Object.hasOwn(ZONES, upper) ? ZONES[upper] : upper === '-0000' ? '+0000' : zone}`;
  return `${DAYS[date.getUTCDay()]}, ${Number(day)} ${MONTHS[month]} ${fullYear} ${time}${offset}`;
};

/** The same form for an instant of which only UTC is known. */
export const formatInstant = (date: Date): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${time} +0000`;
};
