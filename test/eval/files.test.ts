import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { loadConfig } from '../../core/config/load.ts';
import { DossierError } from '../../core/errors/error.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import type { Application } from '../../core/system/application.ts';
import { evaluateFiles, type FileLine, type FilesEvaluation } from '../../eval/files.ts';
import { openApplication } from '../../servers/wiring.ts';
import { emlSample } from '../fuzz/samples/mail.ts';
import { temporaryFolder } from '../support/folder.ts';

const POLICY = '# Policy\n\nEveryone may travel by train.\n';
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'a/policy.md': POLICY,
  'b/policy.md': 'Another policy of the same name, which is longer than the first.\n',
  'copy.md': POLICY,
  'empty.txt': '',
  'blank.txt': ' \n\n ',
  'archive.gz': Uint8Array.from([0x1f, 0x8b, 8, 0]),
  'mail.eml': emlSample([{ name: 'note.txt', type: 'text/plain', bytes: new Uint8Array(Buffer.from('A note.')) }]),
};

const folderOf = (t: ExecutionContext): string => {
  const folder = temporaryFolder(t);
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
};

const evaluate = async (t: ExecutionContext, patch: Partial<FilesEvaluation> = {}) => {
  const folders: string[] = [];
  const out = path.join(temporaryFolder(t), 'new/files.jsonl');
  const flags = { 'workers.parsers': 1, 'workers.documents': 1 };
  const summary = await evaluateFiles({
    open: (data, onRead): Promise<Application> => {
      folders.push(data);
      return openApplication(loadConfig({ environment: {}, flags: { data, ...flags } }), { log: silentLogger, onRead });
    },
    folder: folderOf(t),
    out,
    progress: () => {},
    signal: new AbortController().signal,
    ...patch,
  });
  const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
  return { summary, folders, lines: lines.map((line) => JSON.parse(line) as FileLine) };
};

test('each file and each attachment gets a line, in order, with what became of it', async (t) => {
  const { summary, lines, folders } = await evaluate(t);
  t.deepEqual(
    lines.map(({ file, status, code, parser }) => [file, status, code, parser]),
    [
      ['a/policy.md', 'ready', null, 'markdown'],
      ['archive.gz', 'failed', 'unsupported', null],
      ['b/policy.md', 'ready', null, 'markdown'],
      ['blank.txt', 'ready', null, 'text'],
      ['copy.md', 'ready', null, 'markdown'],
      ['empty.txt', 'failed', 'empty', null],
      ['mail.eml', 'ready', null, 'eml'],
      ...lines
        .filter(({ file }) => file.startsWith('mail.eml/'))
        .map(({ file, parser }) => [file, 'ready', null, parser]),
    ],
  );
  t.true(lines.some(({ file, parser }) => file === 'mail.eml/note.txt' && parser === 'text'));
  const [policy, , other, blank, copy, empty] = lines;
  t.is(policy?.characters, POLICY.length);
  t.true((other?.characters ?? 0) > POLICY.length);
  t.deepEqual([copy?.ms, copy?.peak_rss_mb], [policy?.ms, policy?.peak_rss_mb]);
  t.true((policy?.ms ?? -1) >= 0);
  if (process.platform === 'linux') t.true((policy?.peak_rss_mb ?? 0) > 20 && (policy?.peak_rss_mb ?? 0) < 1024);
  t.deepEqual([empty?.ms, empty?.peak_rss_mb], [null, null]);
  t.true((blank?.warnings.length ?? 0) > 0);
  t.is(summary.files, 7);
  t.deepEqual(summary.code, { unsupported: 1, empty: 1 });
  t.deepEqual([summary.unexplained, summary.ours], [[], []]);
  t.deepEqual(folders.map(existsSync), [false]);
});

test('the data folder is gone after a failure too, and a folder that is none is said', async (t) => {
  const folders: string[] = [];
  const open = (data: string): never => {
    folders.push(data);
    throw new DossierError('store_locked');
  };
  await t.throwsAsync(evaluate(t, { open }), { code: 'store_locked' });
  t.deepEqual(folders.map(existsSync), [false]);
  await t.throwsAsync(evaluate(t, { folder: path.join(temporaryFolder(t), 'absent') }), { code: 'path_not_found' });
});
