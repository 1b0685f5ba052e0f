import test from 'ava';
import { run } from './run.ts';

const cases = [
  { argv: ['serch'], exit: 2, says: /no command "serch".*Did you mean serve\? See dossier --help/s },
  { argv: ['notes', 'lst'], exit: 2, says: /no command "lst".*Did you mean list\?/s },
  { argv: ['notes', 'list', '--limt', '3'], exit: 2, says: /unknown option '--limt' \(Did you mean --limit\?\)/ },
  { argv: ['notes', 'list', '--limit', 'many'], exit: 2, says: /limit: .*expected number/ },
  { argv: ['notes', 'list', '--order', 'odd'], exit: 2, says: /order: / },
  { argv: ['notes', 'show'], exit: 2, says: /missing required argument 'id'/ },
  { argv: ['notes', 'show', 'a', 'b'], exit: 2, says: /too many arguments/ },
  { argv: ['--config', '/nowhere.json', 'notes', 'list'], exit: 2, says: /\/nowhere.json cannot be read/ },
  { argv: ['--log-level', 'loud', 'notes', 'list'], exit: 2, says: /log.level/ },
] as const;

for (const { argv, exit, says } of cases) {
  test(`dossier ${argv.join(' ')}: refused before anything is opened`, async (t) => {
    const { exitCode, stdout, stderr, opened } = await run(t, argv);
    t.is(exitCode, exit);
    t.is(stdout, '');
    t.regex(stderr, says);
    t.is(opened.length, 0);
  });
}

test('an error says what happened and what to do, on stderr; the exit code tells the kind', async (t) => {
  const { exitCode, stdout, stderr } = await run(t, ['notes', 'show', 'zz']);
  t.is(exitCode, 3);
  t.is(stdout, '');
  t.is(
    stderr,
    'Error: There is no note zz in this workspace.\nList what there is (documents list, threads list, risks, obligations, notifications channels) and use an id from there. (not_found)\n',
  );
});

test('with --json the error is also one JSON object on stdout', async (t) => {
  const { exitCode, stdout } = await run(t, ['notes', 'show', 'zz', '--json']);
  t.is(exitCode, 3);
  t.like(JSON.parse(stdout), { error: { code: 'not_found', details: { what: 'note', id: 'zz' } } });
  t.like(JSON.parse((await run(t, ['notes', 'shw', '--json'])).stdout), { error: { code: 'unknown_command' } });
});

test('a defect shows where, never what: the message may quote a document', async (t) => {
  const inside = await run(t, ['broken']);
  t.is(inside.exitCode, 70);
  const around = await run(t, ['notes', 'list'], {
    wiring: {
      openApplication: async () => {
        throw new TypeError('SECRET');
      },
    },
  });
  t.is(around.exitCode, 70);
  t.regex(around.stderr, /^TypeError\n\s+at .*\nError: Something went wrong inside Dossier/s);
  t.false(`${inside.stderr}${around.stderr}`.includes('SECRET'));
});
