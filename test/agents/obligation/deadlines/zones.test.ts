import test from 'ava';
import { zoneIn } from '../../../../agents/obligation/deadlines/read/zones.ts';

test('a zone is read behind a bracket that explains it', (t) => {
  t.is(zoneIn('5:00 p.m. Eastern (New York) Time'), 'America/New_York');
  t.is(zoneIn('by noon, Frankfurt (Main) local time'), 'Europe/Berlin');
});

test('a bracket that is never closed is read to its end once, however long it is', (t) => {
  // A pattern that tries every way to part the words would not end in anybody's lifetime.
  t.is(zoneIn(`Eastern (${'word '.repeat(20_000)}`), undefined);
  t.is(zoneIn(`Eastern (${'w'.repeat(20_000)}`), undefined);
});
