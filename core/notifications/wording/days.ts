const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const timeFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });

const plain = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);

/** "Friday 26 March", with the year where it is not this one. */
export const shortDay = (date: string, today: string): string => {
  const day = plain(date);
  const words = dayFormat.format(new Date(`${date}T00:00Z`)).replaceAll(',', '');
  return day.year === plain(today).year ? words : `${words} ${day.year}`;
};

/** "Friday 26 March 2027 at 09:00 (Europe/Berlin)". */
export const instantWords = (instant: string, timezone: string): string => {
  const date = Temporal.Instant.from(instant).toZonedDateTimeISO(timezone).toPlainDate();
  const day = dayFormat.format(new Date(`${date.toString()}T00:00Z`)).replaceAll(',', '');
  return `${day} ${date.year} at ${timeFormat(timezone).format(new Date(instant))} (${timezone})`;
};

/** "today", "in 30 days", "3 days ago". */
export const distance = (days: number): string => {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
};
