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
    let depth = 0;
    for (const { name, value } of properties(calendar)) {
      if (name === 'BEGIN' || name === 'END') depth += name === 'BEGIN' ? 1 : -1;
      // 1 is the calendar, 2 an event or task of it; alarms below say nothing to a reader.
      if (depth !== 2 || (name === 'ATTENDEE' && !attendees)) continue;
      const label = FIELDS[name];
      if (name !== 'SUMMARY' && label === undefined) continue;
      const line = label ? `${label}: ${value}` : value;
      if (line.trim() === '') continue;
      if (text !== '') text += name === 'SUMMARY' ? '\n\n' : '\n';
      const span = { page: 1, charStart: text.length, charEnd: text.length + line.length };
      text += line;
      if (text.length > limits.maxCharacters) throw new DossierError('too_much_text', { limit: limits.maxCharacters });
      blocks.push(name === 'SUMMARY' ? { kind: 'heading', level: 1, ...span } : { kind: 'paragraph', ...span });
    }
    return { text, blocks, pages: [{ number: 1, charStart: 0, charEnd: text.length }] };
  },
});

/** Lines that were folded are joined (3.1), parameters dropped, escapes undone (3.3.11). */
const properties = (calendar: string): { name: string; value: string }[] =>
  calendar
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = /^([\w-]+)(?:;(?:[^":]|"[^"]*")*)?:(.*)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) return [];
      const plain = value.replace(/\\([nN,;\\])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
      return [{ name: name.toUpperCase(), value: plain.replace(/^mailto:/i, '') }];
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
