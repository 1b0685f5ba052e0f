import test from 'ava';
import { run } from './run.ts';

test('a capability is a command: flags, repeated flags, choices, switches', async (t) => {
  const found = await run(t, ['notes', 'list', '--tag', 'home', '--tag', 'urgent', '--limit', '5', '--json']);
  t.deepEqual(JSON.parse(found.stdout), { notes: [{ id: 'n2', text: 'Give notice', tags: ['home', 'urgent'] }] });
  t.is(found.exitCode, 0);
  const other = await run(t, ['--json', 'notes', 'list', '--order', 'newest', '--short', '--no-spaced']);
  t.deepEqual(JSON.parse(other.stdout).notes[0], { id: 'n2', text: 'Givenotice', tags: [] });
});

test('words after the command are its positionals, the last taking the rest', async (t) => {
  const added = await run(t, ['notes', 'add', 'n3', '-- not a flag', '--tag=x', '--json']);
  t.is(added.exitCode, 2);
  const quoted = await run(t, ['notes', 'add', '--tag=x', '--json', '--', 'n3', '--not-a-flag']);
  t.deepEqual(JSON.parse(quoted.stdout), { id: 'n3', text: '--not-a-flag', tags: ['x'] });
  const rest = await run(t, ['files', 'check', '/a', '/b', '--json']);
  t.deepEqual(JSON.parse(rest.stdout), { allowed: ['/a', '/b'] });
});

test('a person gets the rendering, a program one line of JSON', async (t) => {
  t.is((await run(t, ['notes', 'list'])).stdout, 'n1  Pay the rent\nn2  Give notice\n');
  t.is((await run(t, ['notes', 'show', 'n1', '--json'])).stdout.split('\n').length, 2);
});

test('items that come one by one are a line of JSON each, and the exit code is the capability’s', async (t) => {
  const all = await run(t, ['count', '2', '--json']);
  t.is(all.stdout, '{"number":1}\n{"number":2}\n');
  t.is(all.exitCode, 0);
  t.is((await run(t, ['count', '1', '--json'])).stdout, '{"number":1}\n{"skipped":[13]}\n');
  const odd = await run(t, ['count', '3']);
  t.is(odd.stdout, 'Counted to 3.\n');
  t.is(odd.exitCode, 1);
});

test('only what changes something starts background work, and the application is always closed', async (t) => {
  const read = await run(t, ['notes', 'list']);
  t.deepEqual(
    read.opened.map((each) => [each.worked(), each.closed()]),
    [[false, true]],
  );
  const write = await run(t, ['notes', 'add', 'a', 'b']);
  t.deepEqual(
    write.opened.map((each) => [each.worked(), each.closed()]),
    [[true, true]],
  );
  const failed = await run(t, ['broken']);
  t.deepEqual(
    failed.opened.map((each) => each.closed()),
    [true],
  );
});

test('colours are for people who want them', async (t) => {
  t.true((await run(t, ['notes', 'list'], { terminal: true })).stdout.includes('\u001b[1mn1'));
  t.false(
    (await run(t, ['notes', 'list'], { terminal: true, environment: { NO_COLOR: '1' } })).stdout.includes('\u001b'),
  );
  t.false((await run(t, ['notes', 'list'])).stdout.includes('\u001b'));
});

test('progress is a bar for a person, lines for a log, nothing for a program', async (t) => {
  const person = await run(t, ['count', '2'], { terminal: true });
  t.true(person.stderr.startsWith(`\r\u001b[K[${'█'.repeat(12)}${'·'.repeat(12)}] 1/2 number 1`));
  t.true(person.stderr.endsWith('\r\u001b[K'));
  t.is((await run(t, ['count', '2'])).stderr, '1/2 number 1\n2/2 number 2\n');
  t.is((await run(t, ['count', '2', '--json'])).stderr, '');
});

test('text of documents cannot speak to the terminal', async (t) => {
  const evil = 'a\u001b]0;title\u0007b\u009b2Jc\r\nd\te';
  const shown = await run(t, ['notes', 'say', evil]);
  t.is(shown.stdout, 'a\ufffd]0;title\ufffdb\ufffd2Jc\ufffd\nd\te\n');
  t.deepEqual(JSON.parse((await run(t, ['notes', 'say', evil, '--json'])).stdout), { text: evil });
  t.is(
    (await run(t, ['notes', 'show', '\u001b[2Jx'])).stderr.split('\n')[0],
    'Error: There is no note \ufffd[2Jx in this workspace.',
  );
});
