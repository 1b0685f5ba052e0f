import { fileURLToPath } from 'node:url';
import test from 'ava';
import { type HostSetup, startPlugins } from '../../core/plugin/host.ts';
import { loadExternalPlugins } from '../../core/plugin/load.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { testParser } from '../../test/contracts/parser.ts';
import { startPool } from '../../test/core/sandbox/fixtures/pool.ts';
import { plugin } from './ics.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

const calendar = Buffer.from(
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'DTSTART;TZID="Europe/Vienna":20260930T170000',
    'SUMMARY:Notice to the landlord\\, last day',
    'LOCATION:By registered letter',
    'ATTENDEE;CN=Ann:mailto:ann@example.com',
    'DESCRIPTION:Say that the lease ends.\\nKeep the rec',
    ' eipt.',
    'BEGIN:VALARM',
    'DESCRIPTION:Reminder',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n'),
);
const bytes = () => new Uint8Array(calendar);

testParser(test, {
  plugin,
  module: new URL('./ics.ts', import.meta.url).href,
  external: true,
  sample: { name: 'deadlines.ics', bytes },
});

test('listed in the configuration, it is loaded from outside and reads calendars in a sandbox', async (t) => {
  const entries = await loadExternalPlugins(['./ics.ts'], folder, { 'example-ics': { attendees: false } });
  const host = await startPlugins({
    entries,
    embedder: undefined,
    clauses: undefined,
    model: undefined,
    notifiersOff: [],
    data: '/nowhere',
    ports: {} as HostSetup['ports'],
    schedule: () => ({ wake: async () => {} }),
    log: silentLogger,
  });
  t.teardown(() => host.close());
  t.deepEqual(
    (await host.statuses()).map(({ name, origin, status }) => [name, origin, status]),
    [['example-ics', './ics.ts', 'running']],
  );
  const pool = startPool(t, { parsers: host.parsers });
  const { parser, document } = await pool.parse({ name: 'deadlines.ics', bytes: bytes() });
  t.deepEqual(parser, { plugin: 'example-ics', version: '1.0.0', score: 1 });
  t.is(
    document.text,
    'Notice to the landlord, last day\nBegins: 2026-09-30 17:00 Europe/Vienna\nWhere: By registered letter\n' +
      'Say that the lease ends.\nKeep the receipt.',
  );
  t.is(document.blocks[0]?.kind, 'heading');
});
