import test from 'ava';
import { run } from './run.ts';

test('the help shows every command with its words, grouped, with examples, and opens nothing', async (t) => {
  const { exitCode, stdout, opened } = await run(t, ['--help']);
  t.is(exitCode, 0);
  t.is(opened.length, 0);
  for (const line of [
    /^ {2}count TO +Count up/m,
    /^ {2}notes delete ID +Delete a note/m,
    /^ {2}files check PATHS… /m,
    /^ {2}mcp +Serve an AI/m,
  ]) {
    t.regex(stdout, line);
  }
  t.regex(
    stdout,
    /Questions and documents:[\s\S]*Notes:[\s\S]*Running until stopped:[\s\S]*Looking after it:[\s\S]*Examples:/,
  );
  t.is((await run(t, [])).stdout, stdout);
  t.is((await run(t, ['-h'])).stdout, stdout);
});

test('the help of a command explains every flag, its default, its choices, and gives examples', async (t) => {
  const { stdout } = await run(t, ['notes', 'list', '--help']);
  t.regex(stdout, /All of them, or those with every given tag\./);
  t.regex(stdout, /--tag <text> +Only notes with this tag \(may be repeated\)/);
  t.regex(stdout, /--limit <number> +At most so many notes \(default: 20\)/);
  t.regex(stdout, /--order <newest\|oldest>/);
  t.regex(stdout, /--no-spaced +switch off: Keep the spaces/);
  t.regex(stdout, /Everywhere:\n +--data <folder>/);
  t.regex(stdout, /\$ dossier notes list --tag home --limit 5/);
});

test('the help fits a narrow terminal', async (t) => {
  for (const argv of [['--help'], ['notes', 'list', '--help']]) {
    const { stdout } = await run(t, argv, { columns: 60 });
    const [told] = stdout.split('\nExamples:');
    t.deepEqual(
      told?.split('\n').filter((line) => line.length > 60),
      [],
    );
  }
});

test('a group without a command shows its commands', async (t) => {
  const { exitCode, stdout, stderr } = await run(t, ['notes']);
  t.is(exitCode, 0);
  t.regex(stdout, /notes show ID +Show one note/);
  t.notRegex(stdout, /display help/);
  t.is(stderr, '');
});

test('the version is known without anything else', async (t) => {
  const wiring = {
    listCapabilities: async () => {
      throw new Error('not needed');
    },
  };
  t.is((await run(t, ['--version'], { wiring })).stdout, '1.2.3\n');
});
