import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import test from 'ava';
import { analyse } from 'scslre';

const root = path.resolve(import.meta.dirname, '../..');
const folders = ['core', 'agents', 'plugins', 'servers', 'storage'];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

type Pattern = { readonly source: string; readonly flags: string; readonly where: string };

/** Patterns as they are written. */
const written = (): Pattern[] =>
  files.flatMap((where) => {
    const found: Pattern[] = [];
    parse(stripTypeScriptTypes(readFileSync(path.join(root, where), 'utf8')), {
      ecmaVersion: 'latest',
      sourceType: 'module',
      onToken: (token) => {
        if (token.type.label !== 'regexp') return;
        const { pattern, flags } = (token as unknown as { value: { pattern: string; flags: string } }).value;
        found.push({ source: pattern, flags, where });
      },
    });
    return found;
  });

/** Patterns that modules put together when they are loaded. What runs by itself is left out: it would begin to work. */
const built = async (): Promise<Pattern[]> => {
  const found: Pattern[] = [];
  const { RegExp: Native } = globalThis;
  let where = '';
  globalThis.RegExp = new Proxy(Native, {
    construct: (target, parameters, created) => {
      const pattern: RegExp = Reflect.construct(target, parameters, created);
      found.push({ source: pattern.source, flags: pattern.flags, where });
      return pattern;
    },
  });
  try {
    for (where of files.filter((file) => !runs.test(file))) await import(pathToFileURL(path.join(root, where)).href);
  } finally {
    globalThis.RegExp = Native;
  }
  return found;
};

const runs = /(?:^|\/)(?:main|child|refuse|lockdown)\.ts$/;

/** What may never end on a text that somebody made for it, or that is just unlucky. */
const exponential = ({ source, flags }: Pattern): boolean =>
  analyse({ source, flags: flags.replace(/[dgy]/g, '') }, { reportTypes: { Move: false } }).reports.some(
    (report) => report.exponential,
  );

test('the check tells a pattern that tries every way to part what it reads', (t) => {
  t.true(exponential({ source: '\\((?:\\w+\\s?)+\\)', flags: 'i', where: '' }));
  t.false(exponential({ source: '\\(\\w+(?:\\s\\w+)*\\)', flags: 'i', where: '' }));
});

test('no pattern takes a time that doubles with every further word of a text', async (t) => {
  const patterns = [...written(), ...(await built())];
  const unique = new Map(patterns.map((each) => [`${each.flags}/${each.source}`, each]));
  t.true(unique.size > 1500, `${unique.size} patterns were found`);
  t.deepEqual(
    [...unique.values()].filter(exponential).map(({ where, source }) => `${where}: ${source}`),
    [],
  );
});
