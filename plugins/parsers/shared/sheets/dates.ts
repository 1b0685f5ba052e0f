/** What a number format shows of a date, by its codes ([ECMA-376] Part 1, 18.8.31). */
export type DateFormat = {
  readonly year: 'none' | 'two' | 'four';
  readonly month: 'none' | 'digits' | 'name';
  readonly day: boolean;
  readonly time: 'none' | 'minutes' | 'seconds';
  /** The year stands first, as in 2024-04-03. */
  readonly yearFirst: boolean;
  /** Written as in English, so that the names that are shown here are those that its reader sees. */
  readonly english: boolean;
};

/** Language ids of English, and what a format without one is taken for. */
const ENGLISH = new Set(['409', '809', 'c09', '1009', '1409', '1809', '1c09', '2009', '4009', '4809']);

/** undefined for formats of durations, numbers and text. */
export const dateFormatOf = (format: string): DateFormat | undefined => {
  const [section = ''] = format.split(';', 1);
  const locale = /\[\$[^\]]{0,40}-([0-9a-f]{1,8})[^\]]{0,20}\]/i.exec(section)?.[1]?.toLowerCase();
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return undefined;
  const codes = section
    .replace(/"[^"]*"?/g, ' ')
    .replace(/[\\_*]./g, ' ')
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/am\/pm|a\/p/gi, '')
    .toLowerCase();
  const parts = codes.match(/y+|m+|d+|h+|s+|e+|g+|b+/g) ?? [];
  const minutes = new Set(
    parts.flatMap((part, index) =>
      part.startsWith('m') && (parts[index - 1]?.startsWith('h') || parts[index + 1]?.startsWith('s')) ? [index] : [],
    ),
  );
  const months = parts.filter((part, index) => part.startsWith('m') && !minutes.has(index));
  const years = parts.filter((part) => /^[yeb]/.test(part));
  const days = parts.filter((part) => part.startsWith('d') && part.length <= 2);
  const hours = parts.some((part) => part.startsWith('h'));
  if (months.length + years.length + days.length === 0) return undefined;
  const year = years[0];
  return {
    year: year === undefined ? 'none' : year.length > 2 ? 'four' : 'two',
    month: months.length === 0 ? 'none' : months.some((part) => part.length > 2) ? 'name' : 'digits',
    day: days.length > 0,
    time: parts.some((part) => part.startsWith('s')) ? 'seconds' : hours ? 'minutes' : 'none',
    yearFirst: /^y/.test(parts[0] ?? ''),
    english: (locale === undefined || ENGLISH.has(locale.slice(-4).replace(/^0+/, ''))) && !/[egb]/.test(codes),
  };
};

/**
 * Whether the date that is shown says one thing to every reader: year first, or the month by its English name with a
 * year of four digits. 03/04/2024, 3-Apr-24 and 3-Apr do not.
 */
export const isUnambiguous = ({ year, month, day, yearFirst, english }: DateFormat): boolean => {
  if (!day && month === 'none') return year === 'four' && english;
  if (year !== 'four') return false;
  if (month === 'name') return english;
  return english && (yearFirst || !day);
};

export type DateParts = {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
};

/** ISO 8601 of what the format shows of the date, with its year: "2024-04-03", "2024-04", "2024-04-03 14:30". */
export const isoDate = ({ y, m, d, H, M, S }: DateParts, { day, month, time }: DateFormat): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${String(y).padStart(4, '0')}-${two(m)}`;
  const clock = time === 'none' ? '' : ` ${two(H)}:${two(M)}${time === 'seconds' ? `:${two(S)}` : ''}`;
  return day || month === 'none' || time !== 'none' ? `${date}-${two(d)}${clock}` : date;
};
