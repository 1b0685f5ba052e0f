import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { errorCodes } from '../../core/errors/table.ts';
import { pages } from '../../scripts/docs.ts';

const root = path.resolve(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');
const sources = tracked
  .filter((file) => file.endsWith('.ts') && !file.startsWith('test/') && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
const product = sources.filter(({ file }) => /^(core|plugins|agents|servers|storage)\//.test(file));

const importsOf = ({ file, text }: { file: string; text: string }): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target]) =>
    path.posix.join(path.posix.dirname(file), target ?? ''),
  );

const top = (file: string): string => file.split('/')[0] ?? '';

test('imports point inward; only the wiring files know every folder', (t) => {
  const allowed: Record<string, readonly string[]> = {
    core: ['core'],
    plugins: ['plugins', 'core'],
    agents: ['agents', 'core'],
    storage: ['storage', 'core'],
    eval: ['eval', 'core'],
    servers: ['servers', 'eval', 'core'],
  };
  const offences = sources
    .filter(({ file }) => Object.hasOwn(allowed, top(file)))
    .filter(({ file }) => file !== 'servers/wiring.ts' && file !== 'servers/plugins.ts')
    .flatMap((source) =>
      importsOf(source)
        .filter((target) => !allowed[top(source.file)]?.includes(top(target)))
        .map((target) => `${source.file} imports ${target}`),
    );
  t.true(product.length > 20);
  t.deepEqual(offences, []);
});

test('agents do not import each other, nor plugins of another extension point', (t) => {
  const room = (file: string) => file.split('/').slice(0, 2).join('/');
  const offences = product
    .filter(({ file }) => /^(agents|plugins)\//.test(file))
    .flatMap((source) =>
      importsOf(source)
        .filter((target) => top(target) === top(source.file) && room(target) !== room(source.file))
        // What extension points have in common is nobody's own.
        .filter((target) => room(target) !== 'plugins/shared')
        .map((target) => `${source.file} imports ${target}`),
    );
  t.deepEqual(offences, []);
});

const offending = (pattern: RegExp, except: (file: string) => boolean = () => false): string[] =>
  sources.filter(({ file, text }) => !except(file) && pattern.test(withoutComments(text))).map(({ file }) => file);

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

test('nothing is typed any', (t) => {
  // The formatter puts a blank before a type of a union; "(?:any|all)" stands in patterns of words.
  const withoutStrings = (text: string) => withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'|`[^`]*`/g, "''");
  const typed = sources.filter(({ text }) => /(?:(?<!\?):|<|\bas|\|(?=\s))\s*any\b(?!\w)/.test(withoutStrings(text)));
  t.deepEqual(
    typed.map(({ file }) => file),
    [],
  );
});

test('the environment is read in one file', (t) => {
  t.deepEqual(offending(/process\.env\b/), ['core/config/environment.ts']);
});

test('only the command line, and the channel that is the console, writes to the console', (t) => {
  const speaks = (file: string) =>
    /^(servers\/cli|eval|bench|scripts|examples)\/|^plugins\/notifiers\/console\.ts$/.test(file);
  t.deepEqual(offending(/\bconsole\.\w+\(|process\.std(?:out|err)\.write/, speaks), []);
});

test('only storage/embedded talks to SQLite', (t) => {
  const embedded = (file: string) => /^(storage\/embedded|bench)\//.test(file);
  t.deepEqual(offending(/'node:sqlite'|'sqlite-vec'/, embedded), []);
});

test('exports are named', (t) => {
  t.deepEqual(offending(/^export default/m), []);
});

test('no work is left as a note to oneself', (t) => {
  t.deepEqual(
    sources.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)).map(({ file }) => file),
    [],
  );
});

test('every error code stands in one area of the table, and every area in the table', (t) => {
  const rows = sources
    .filter(({ file }) => file.startsWith('core/errors/table'))
    .flatMap(({ text }) => [...text.matchAll(/^ {2}(\w+): \{$/gm)].map(([, code = '']) => code));
  t.deepEqual(rows.sort(), [...errorCodes].sort());
});

test('every error code is thrown somewhere', (t) => {
  const all = product
    .filter(({ file }) => !file.startsWith('core/errors/table'))
    .map(({ text }) => text)
    .join('\n');
  t.deepEqual(
    errorCodes.filter((code) => !all.includes(`'${code}'`)),
    [],
  );
});

test('every warning of a parser stands in docs/parsers.md, and none that no parser gives', (t) => {
  const section = /## What a reader is warned of([\s\S]*?)\n## /.exec(
    readFileSync(path.join(root, 'docs/parsers.md'), 'utf8'),
  );
  const documented = [...(section?.[1] ?? '').matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code),
  );
  const parsing = product.filter(({ file }) => /^(?:plugins\/parsers|core\/pipeline)\//.test(file));
  const all = parsing.map(({ text }) => text).join('\n');
  t.true(documented.length > 20);
  t.deepEqual(
    documented.filter((code) => !all.includes(`'${code}'`)),
    [],
  );
  const given = [...all.matchAll(/(?:\bcode: |\bwarn\(\s*|warnings\.set\(\s*|: \[)'([a-z]+(?:-[a-z]+)*)', /g)];
  t.deepEqual(
    given.map(([, code = '']) => code).filter((code) => !documented.includes(code)),
    [],
  );
});

test('the reference pages say what the code says', (t) => {
  for (const [file, render] of Object.entries(pages)) {
    t.is(readFileSync(path.join(root, file), 'utf8'), render(), `${file} is out of date: npm run docs`);
  }
});
