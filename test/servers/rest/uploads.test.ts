import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { sweepUploads } from '../../../servers/rest/uploads.ts';
import { temporaryFolder } from '../../support/folder.ts';

test('what a killed server left is removed after a day, what is arriving stays', async (t) => {
  const folder = temporaryFolder(t);
  const now = Date.UTC(2026, 5, 1);
  for (const [name, hours] of [
    ['old', 25],
    ['arriving', 1],
  ] as const) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'file'), 'x');
    utimesSync(path.join(folder, name), now / 1000 - hours * 3600, now / 1000 - hours * 3600);
  }
  await sweepUploads(folder, now);
  t.deepEqual(readdirSync(folder), ['arriving']);
  await t.notThrowsAsync(sweepUploads(path.join(folder, 'none'), now));
});
