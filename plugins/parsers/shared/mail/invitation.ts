type Line = { readonly name: string; readonly parameters: string; readonly value: string };

const MAX_ATTENDEES = 50;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export type Invitation = {
  /** What a mail program shows above the text: what, when, where, who. */
  readonly summary: string;
  readonly description: string;
};

/** The first event of a calendar (RFC 5545) that came with a message; undefined where there is none. */
export const readInvitation = (calendar: string): Invitation | undefined => {
  const lines = calendar
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .flatMap(contentLine);
  const start = lines.findIndex(({ name, value }) => name === 'BEGIN' && /^VEVENT$|^VTODO$/i.test(value));
  if (start < 0) return undefined;
  const end = lines.findIndex(
    ({ name, value }, index) => index > start && name === 'END' && /^VEVENT$|^VTODO$/i.test(value),
  );
  const event = withoutAlarms(lines.slice(start, end < 0 ? undefined : end));
  const first = (name: string): Line | undefined => event.find((line) => line.name === name);
  const method = lines.find(({ name }) => name === 'METHOD')?.value.toUpperCase();
  const cancelled = method === 'CANCEL' || first('STATUS')?.value.toUpperCase() === 'CANCELLED';
  const label = cancelled ? 'Cancelled' : method === 'REPLY' ? 'Answer to the invitation' : 'Invitation';
  const attendees = event.filter(({ name }) => name === 'ATTENDEE').slice(0, MAX_ATTENDEES);
  const rows: readonly (readonly [string, string])[] = [
    [label, text(first('SUMMARY')?.value)],
    ['When', period(first('DTSTART'), first('DTEND') ?? first('DUE'))],
    ['Repeats', first('RRULE')?.value ?? ''],
    ['Where', text(first('LOCATION')?.value)],
    ['Organizer', person(first('ORGANIZER'))],
    ['Attendees', attendees.map(person).filter(Boolean).join(', ')],
  ];
  const summary = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
  return { summary, description: text(first('DESCRIPTION')?.value, '\n') };
};

const contentLine = (line: string): Line[] => {
  const match = /^([A-Za-z0-9-]{1,60})((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/.exec(
    line,
  );
  return match === null
    ? []
    : [{ name: (match[1] ?? '').toUpperCase(), parameters: match[2] ?? '', value: match[3] ?? '' }];
};

const withoutAlarms = (lines: readonly Line[]): Line[] => {
  let inside = 0;
  return lines.filter(({ name, value }, index) => {
    if (index > 0 && name === 'BEGIN') inside += 1;
    const outside = inside === 0;
    if (name === 'END' && value !== '' && inside > 0) inside -= 1;
    return outside;
  });
};

const text = (value: string | undefined, lineEnd = ', '): string =>
  (value ?? '').replace(/\\([nN,;\\])/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? lineEnd : mark)).trim();

const parameter = ({ parameters }: Line, name: string): string | undefined =>
  new RegExp(`;${name}=(?:"([^"]*)"|([^;,]*))`, 'i').exec(parameters)?.slice(1).find(Boolean);

const person = (line: Line | undefined): string => {
  if (line === undefined) return '';
  const address = line.value.replace(/^mailto:/i, '').trim();
  const name = parameter(line, 'CN')?.trim();
  return name === undefined || name === '' || name === address ? address : `${name} <${address}>`;
};

const INSTANT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/;

/** "Tue, 14 Apr 2026 09:00 to 10:00 (Europe/Berlin)". */
const period = (start: Line | undefined, end: Line | undefined): string => {
  const from = instant(start);
  if (from === undefined) return '';
  const to = instant(end);
  const zone = from.zone === '' ? '' : ` (${from.zone})`;
  if (to === undefined) return `${join(from)}${zone}`;
  // The end of what lasts whole days is the day after.
  if (from.time === '' && dayAfter(from.date) === to.date.getTime()) return join(from);
  return `${join(from)} to ${to.day === from.day ? to.time : join(to)}${zone}`;
};

type Instant = { readonly date: Date; readonly day: string; readonly time: string; readonly zone: string };

const instant = (line: Line | undefined): Instant | undefined => {
  const match = INSTANT.exec(line?.value.trim() ?? '');
  if (line === undefined || match === null) return undefined;
  const [, year, month, day, hour, minute, utc] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const shown = `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  const zone = utc === 'Z' ? 'UTC' : (parameter(line, 'TZID') ?? '');
  return {
    date,
    day: shown,
    time: hour === undefined ? '' : `${hour}:${minute}`,
    zone: hour === undefined ? '' : zone,
  };
};

const join = ({ day, time }: Instant): string => (time === '' ? day : `${day} ${time}`);

const dayAfter = (date: Date): number => date.getTime() + 24 * 60 * 60 * 1000;
