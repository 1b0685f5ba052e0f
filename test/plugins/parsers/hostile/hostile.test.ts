import test from 'ava';
import { builtInParsers, createPool, defaultLimits } from '../../../../bench/parsers.ts';
import type { FileRead } from '../../../../core/sandbox/worker.ts';
import { watchLeftOver } from '../../../fuzz/left-over.ts';
import { bytesOf } from '../../../support/bytes.ts';
import type { Attack } from './attack.ts';
import { containerAttacks } from './containers.ts';
import { mailAttacks } from './mail.ts';
import { markupAttacks } from './markup.ts';
import { pdfAttacks } from './pdfs.ts';
import { pictureAttacks } from './pictures.ts';
import { plainAttacks } from './plain.ts';
import { polyglotAttacks } from './polyglots.ts';
import { sheetAttacks } from './sheets.ts';

const leftOver = await watchLeftOver();
const reads: FileRead[] = [];
const pool = createPool(await builtInParsers(), 1, { onRead: (read) => reads.push(read) });
test.after.always(() => pool.close());

const attacks: readonly Attack[] = [
  ...containerAttacks,
  ...pdfAttacks,
  ...pictureAttacks,
  ...mailAttacks,
  ...sheetAttacks,
  ...markupAttacks,
  ...polyglotAttacks,
  ...plainAttacks,
];

for (const { tries, name, bytes, expected, holds } of attacks) {
  test.serial(tries, async (t) => {
    const file = { name, bytes: await bytes() };
    reads.length = 0;
    const document = await pool.parse(file).then(
      (result) => result.document,
      (thrown: { code?: string }) => {
        t.is(thrown.code, expected);
        return undefined;
      },
    );
    if (document !== undefined) {
      t.is('ready', expected);
      t.true(document.text.isWellFormed());
      t.notRegex(document.text, /root:.*:0:0:/);
      t.true(holds?.(document) ?? true);
    }
    // Refused or read by what it is, and not because its time was up.
    for (const { milliseconds } of reads) t.true(milliseconds < defaultLimits.parseSeconds * 500, `${milliseconds} ms`);
    t.deepEqual(await leftOver.openedFiles(), []);
  });
}

test.serial('afterwards files are read as before, and nothing is left', async (t) => {
  const { document } = await pool.parse({ name: 'a.txt', bytes: bytesOf('All is well.') });
  t.is(document.text, 'All is well.');
  await pool.close();
  t.deepEqual(await leftOver.left(), []);
});
