import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import type { Command } from 'commander';
import { loadConfig } from '../../../core/config/load.ts';

import { commandWords } from '../../../servers/cli/capability-command.ts';
import { buildProgram, isOwnCommand } from '../../../servers/cli/program.ts';
import { wiring } from '../../../servers/wiring.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const capabilities = await wiring.listCapabilities(loadConfig({ environment: {}, flags: { data: '/nowhere' } }));
const program = buildProgram(
  {
    terminal: { stdout: { write: () => {} }, stderr: { write: () => {} }, environment: {} },
    wiring,
    signal: new AbortController().signal,
    version: '0',
    exitCode: 0,
    globals: () => ({}),
  },
  capabilities,
);

/** Command lines as pages write them: "dossier ask …" in code, without what follows a pipe or a comment. */
const commandLines = (text: string): string[] =>
  [...text.matchAll(/(?:^|[`$ (])(?:npm run --silent dossier --|dossier) +([a-z-][^`\n|#]*)/gm)].map(([, line = '']) =>
    line.trim(),
  );

/** Command lines that do something; "plugins" only holds others. */
const runnable: ReadonlySet<string> = new Set(capabilities.on('cli').map((each) => commandWords(each).join(' ')));
const bare = (word: string): string => word.replace(/[,.;:)]+$/, '');

/** What is wrong with a command line; undefined where it could be typed. */
const problemOf = (line: string): string | undefined => {
  const words: readonly string[] = line.match(/"[^"]*"|\S+/g) ?? [];
  let command: Command = program;
  let at = 0;
  while (at < words.length) {
    const next = command.commands.find((each) => each.name() === bare(words[at] ?? ''));
    if (next === undefined) break;
    command = next;
    at += 1;
  }
  if (command === program && !words[0]?.startsWith('-')) return `no command ${words[0]}`;
  const named = words.slice(0, at).map(bare).join(' ');
  if (at > 0 && at === words.length && !runnable.has(named) && !isOwnCommand(named))
    return `${named} alone does nothing`;
  const end = words.indexOf('--');
  const known = [...command.options, ...program.options].map(({ long }) => long);
  return words
    .slice(at, end === -1 ? undefined : end)
    .filter((word) => word.startsWith('--'))
    .map((word) => word.replace(/[^a-z-].*$/, ''))
    .filter((flag) => flag !== '--help' && !known.includes(flag))
    .map((flag) => `no flag ${flag}`)[0];
};

/** What GitHub calls a heading in an address. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .trim()
    .replaceAll(' ', '-');
const anchorsOf = (text: string): readonly string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

const pages = globSync(['README.md', 'CONTRIBUTING.md', 'docs/**/*.md', 'examples/**/*.md'], {
  cwd: root,
  exclude: ['node_modules'],
});

/** "core/sniff/decode.ts" in code. */
const ourFiles =
  /`((?:agents|bench|core|docs|eval|examples|plugins|scripts|servers|storage|test|training)\/[\w./-]+\.\w+)`/g;

for (const page of pages.sort()) {
  test(`${page}: every command in it exists, with its flags`, (t) => {
    const text = readFileSync(`${root}${page}`, 'utf8');
    const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([block]) => block).join('\n');
    const wrong = commandLines(code).flatMap((line) => {
      const problem = problemOf(line);
      return problem === undefined ? [] : [`dossier ${line}: ${problem}`];
    });
    t.deepEqual(wrong, []);
  });

  test(`${page}: every page that it leads to exists, with the heading that is meant`, (t) => {
    const here = new URL(page, `file://${root}`);
    const links = [...readFileSync(here, 'utf8').matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link);
    const wrong = links.filter((link) => {
      const { pathname, hash } = new URL(link, here);
      if (!existsSync(pathname)) return true;
      return hash !== '' && !anchorsOf(readFileSync(pathname, 'utf8')).includes(decodeURIComponent(hash.slice(1)));
    });
    t.deepEqual(wrong, []);
  });

  test(`${page}: every file of the project that it names exists`, (t) => {
    const named = [...readFileSync(`${root}${page}`, 'utf8').matchAll(ourFiles)].map(([, file = '']) => file);
    t.deepEqual(
      named.filter((file) => !existsSync(`${root}${file}`)),
      [],
    );
  });
}

test('the examples in the help can be typed', (t) => {
  const examples = capabilities.on('cli').flatMap(({ cli }) => cli?.examples ?? []);
  t.true(examples.length > 0);
  t.deepEqual(
    examples.flatMap((line) => problemOf(line) ?? []),
    [],
  );
});
