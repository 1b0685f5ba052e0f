import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { bytesOf } from '../../support/bytes.ts';
import { limits, onLinux, startPool } from './fixtures/pool.ts';

const hostile = (command: string) => ({ name: 'hostile.txt', bytes: bytesOf(`HOSTILE ${command}`) });
const innocent = { name: 'innocent.txt', bytes: bytesOf('All is well.') };

test('no network, no files, no processes, no code from outside', async (t) => {
  const pool = startPool(t);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dossier-hostile-'));
  t.teardown(() => rm(folder, { recursive: true }));
  let called = false;
  const server = createServer((_, response) => {
    called = true;
    response.end();
  });
  server.on('connection', () => {
    called = true;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  const { port } = server.address() as AddressInfo;

  const target = path.join(folder, 'target');
  const ourTests = fileURLToPath(new URL('../../document', import.meta.url));
  for (const command of [
    `fetch http://127.0.0.1:${port}/`,
    `http http://127.0.0.1:${port}/`,
    `connect ${port}`,
    'listen',
    `datagram ${port}`,
    'lookup',
    'resolve',
    `write ${target}`,
    `link ${target}`,
    `database ${target}`,
    `required ${target}`,
    'read /etc/passwd',
    'read /proc/self/environ',
    `list ${folder}`,
    `list ${ourTests}`,
    'spawn',
    'replace',
    'worker',
    'addon /lib/x.node',
    'library',
    'wasi',
    'inspector',
    'signal',
    'rawSignal',
    'debug',
    'priority',
    'user',
    'flags',
    'binding',
  ]) {
    const { document, parser } = await pool.parse(hostile(command));
    t.is(parser.plugin, 'hostile');
    t.regex(document.text, /^stopped: (?:ERR_|TypeError)/, command);
  }
  t.false(called);
  t.false(existsSync(target));
});

test('the environment is empty and the working folder says nothing', async (t) => {
  const pool = startPool(t);
  t.is((await pool.parse(hostile('environment'))).document.text, 'came through: ');
  t.is((await pool.parse(hostile('arguments'))).document.text, 'came through: /');
});

const failures: readonly (readonly [command: string, code: string])[] = [
  ['exit', 'parser_crashed'],
  ['abort', 'parser_crashed'],
  ['throwUndefined', 'damaged'],
  ['throwText', 'damaged'],
  ['throwGetter', 'damaged'],
  ['throwInternal', 'damaged'],
  ['throwCoded', 'too_many_pages'],
  ['garbageBytes', 'parser_invalid'],
  ['hugeMessage', 'parser_invalid'],
  ['forged', 'parser_invalid'],
  ['foreign', 'parser_invalid'],
  ['nothing', 'parser_invalid'],
  ['number', 'parser_invalid'],
  ['cyclic', 'parser_invalid'],
  ['noPages', 'parser_invalid'],
  ['outside', 'parser_invalid'],
  ['overlap', 'parser_invalid'],
  ['words', 'parser_invalid'],
  ['tooMuch', 'too_much_text'],
];

test('each way to fail has its code, says nothing of the text, and leaves the next file unharmed', async (t) => {
  const pool = startPool(t);
  for (const [command, code] of failures) {
    const error = await t.throwsAsync(pool.parse(hostile(command)), { name: 'DossierError' }, command);
    t.is((error as unknown as { code: string }).code, code, command);
    t.notRegex(JSON.stringify(error), /secret|HOSTILE/, command);
    t.is((await pool.parse(innocent)).document.text, 'All is well.', `after ${command}`);
  }
});

test('an endless loop and a read that never ends are stopped in time', async (t) => {
  const pool = startPool(t, { limits: { ...limits, parseSeconds: 1 } });
  for (const command of ['loop', 'hang']) {
    await t.throwsAsync(pool.parse(hostile(command)), { code: 'parse_timeout' }, command);
    t.is((await pool.parse(innocent)).document.text, 'All is well.');
  }
});

test('pages to recognize have time of their own, and only so many of them', async (t) => {
  const ocr = { languages: ['eng'], maxPages: 5 };
  const pool = startPool(t, { limits: { ...limits, parseSeconds: 1, recognizeSeconds: 1, ocr } });
  t.is((await pool.parse(hostile('recognize 5'))).document.text, 'came through: eng');
  t.is((await pool.parse({ ...hostile('recognize 1'), languages: ['deu'] })).document.text, 'came through: deu');
  await t.throwsAsync(pool.parse(hostile('recognize 1000')), { code: 'parse_timeout' });
});

test('memory is capped, in the heap and beside it', async (t) => {
  if (!onLinux) {
    t.pass('the cap beside the heap needs /proc');
    return;
  }
  const pool = startPool(t, { limits: { ...limits, parseMegabytes: 256 } });
  for (const command of ['heap', 'buffers']) {
    await t.throwsAsync(pool.parse(hostile(command)), { code: 'parse_memory' }, command);
    t.is((await pool.parse(innocent)).document.text, 'All is well.');
  }
});

test('what a file leaves behind does not fail the next one', async (t) => {
  const pool = startPool(t);
  t.is((await pool.parse(hostile('late'))).document.text, 'came through: returned');
  for (let count = 0; count < 5; count += 1) t.is((await pool.parse(innocent)).document.text, 'All is well.');
});
