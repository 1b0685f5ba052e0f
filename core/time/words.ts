const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

/** "Friday 26 March". */
export const dayOfYearWords = (date: string): string =>
  dayFormat.format(new Date(`${date}T00:00Z`)).replaceAll(',', '');

/** "Friday 26 March 2027". */
export const dayWords = (date: string): string => `${dayOfYearWords(date)} ${Temporal.PlainDate.from(date).year}`;

/** "today", "in 30 days", "3 days ago". */
export const distance = (days: number): string => {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
};
