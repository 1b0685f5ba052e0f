/** A parser for calendars (.ics, RFC 5545), as someone outside of this project would write it: one file, one test. */
import { type Block, DossierError, definePlugin, type Parser, z } from 'dossier';

const FIELDS: Readonly<Record<string, string>> = {
  DTSTART: 'Begins',
  DTEND: 'Ends',
  DUE: 'Due',
  RRULE: 'Repeats',
  LOCATION: 'Where',
  ORGANIZER: 'Organizer',
  ATTENDEE: 'Attendee',
  DESCRIPTION: '',
};

const icsParser = (attendees: boolean): Parser => ({
  score: ({ mediaType }) => (mediaType === 'text/calendar' ? 1 : 0),
  parse: async (bytes, { limits }) => {
    const calendar = new TextDecoder().decode(bytes);
    if (!/^END:VCALENDAR/m.test(calendar)) throw new DossierError('damaged');
    let text = '';
    const blocks: Block[] = [];
    for (const { summary, lines } of entries(calendar, attendees)) {
      for (const [index, line] of [summary, ...lines].entries()) {
        if (line.trim() === '') continue;
        if (text !== '') text += index === 0 ? '\n\n' : '\n';
        const span = { page: 1, charStart: text.length, charEnd: text.length + line.length };
        text += line;
        if (text.length > limits.maxCharacters)
          throw new DossierError('too_much_text', { limit: limits.maxCharacters });
        blocks.push(index === 0 ? { kind: 'heading', level: 1, ...span } : { kind: 'paragraph', ...span });
      }
    }
    return { text, blocks, pages: [{ number: 1, charStart: 0, charEnd: text.length }] };
  },
});

/** Events and tasks. What one is called may stand anywhere in it, and is read first. */
const entries = (calendar: string, attendees: boolean): { summary: string; lines: string[] }[] => {
  const found: { summary: string; lines: string[] }[] = [];
  let depth = 0;
  for (const { name, value } of properties(calendar)) {
    if (name === 'BEGIN' || name === 'END') depth += name === 'BEGIN' ? 1 : -1;
    // 1 is the calendar, 2 an event or task of it; alarms below say nothing to a reader.
    if (depth === 2 && name === 'BEGIN') found.push({ summary: '', lines: [] });
    const entry = found.at(-1);
    if (depth !== 2 || entry === undefined || (name === 'ATTENDEE' && !attendees)) continue;
    const label = FIELDS[name];
    if (name === 'SUMMARY') entry.summary = value;
    else if (label !== undefined) entry.lines.push(label ? `${label}: ${value}` : value);
  }
  return found;
};

/** 20260930T170000 is 2026-09-30 17:00, in the zone that the line names (3.3.5). */
const readable = (time: string, zone: string | undefined): string => {
  const [, year, month, day, hour, minute, utc] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(time) ?? [];
  if (year === undefined) return time;
  const date = `${year}-${month}-${day}`;
  return hour === undefined ? date : [date, `${hour}:${minute}`, utc ? 'UTC' : (zone ?? '')].join(' ').trim();
};

/** Lines that were folded are joined (3.1), escapes undone (3.3.11). */
const properties = (calendar: string): { name: string; value: string }[] =>
  calendar
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, parameters, value] = /^([\w-]+)((?:;(?:[^":]|"[^"]*")*)?):(.*)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) return [];
      const plain = value.replace(/\\([nN,;\\])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
      const zone = /;TZID="?([^";]+)/i.exec(parameters ?? '')?.[1];
      return [{ name: name.toUpperCase(), value: readable(plain.replace(/^mailto:/i, ''), zone) }];
    });

export const plugin = definePlugin({
  name: 'example-ics',
  version: '1.0.0',
  summary: 'Reads calendars (.ics): what, when, where and with whom.',
  options: z.object({
    attendees: z.boolean().default(true).describe('Whether the people invited are part of the text.'),
  }),
  provides: ['parser'],
  setup: ({ options }) => ({ parser: icsParser(options.attendees) }),
});
