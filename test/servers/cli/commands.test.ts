import { mkdirSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { temporaryFolder } from '../../support/folder.ts';
import { createFixture } from '../fixture/application.ts';
import { run } from './run.ts';

test('config shows every setting with where it comes from, secrets masked', async (t) => {
  const environment = { DOSSIER_SERVER_KEY: 'k'.repeat(40), DOSSIER_SERVER_PORT: '8080' };
  const { stdout, opened } = await run(t, ['config', '--log-level', 'error'], { environment });
  t.regex(stdout, /^server\.port +8080 {2}\(environment\)$/m);
  t.regex(stdout, /^log\.level +error {2}\(flag\)$/m);
  t.regex(stdout, /^server\.key +\*{8} {2}\(environment\)$/m);
  t.regex(stdout, /^embedder +builtin {2}\(default\)$/m);
  t.false(stdout.includes('kkkk'));
  t.is(opened.length, 0);
  const json = await run(t, ['config', '--json'], { environment });
  const settings = JSON.parse(json.stdout).settings as { setting: string; value: unknown; origin: string }[];
  t.like(
    settings.find(({ setting }) => setting === 'server.key'),
    { value: '********', origin: 'environment' },
  );
  t.false(json.stdout.includes('kkkk'));
});

test('config --help lists every setting with its variable', async (t) => {
  const { stdout } = await run(t, ['config', '--help']);
  t.regex(stdout, /server\.port {2}DOSSIER_SERVER_PORT\n.*Default: 7420\./);
});

test('doctor says that all is well, and is silent about nothing that is not', async (t) => {
  const well = await run(t, ['doctor']);
  t.is(well.exitCode, 0);
  t.regex(well.stdout, /^ok {4}node: /m);
  t.regex(well.stdout, /^ok {4}free disk space: /m);
  t.regex(well.stdout, /^ok {4}store: memory, documents 3$/m);

  const store = { engine: 'memory', ok: false, details: {}, problems: ['page 7 is damaged'] };
  const ill = await run(t, ['doctor', '--json'], {
    wiring: {
      openApplication: async ({ config }) =>
        createFixture(config, {
          health: { ok: false, store, problems: [...store.problems, 'The plugin acme does not run. Install it.'] },
        }),
    },
  });
  t.is(ill.exitCode, 1);
  const { ok, checks } = JSON.parse(ill.stdout) as { ok: boolean; checks: { name: string; fix?: string }[] };
  t.false(ok);
  t.like(
    checks.find(({ name }) => name === 'store'),
    { status: 'bad', message: 'page 7 is damaged' },
  );
  t.like(
    checks.find(({ name }) => name === 'plugins'),
    { status: 'bad', message: 'The plugin acme does not run. Install it.' },
  );
});

test('doctor says when others can read the data folder', async (t) => {
  const data = path.join(temporaryFolder(t), 'data');
  mkdirSync(data, { mode: 0o755 });
  const { exitCode, stdout } = await run(t, ['doctor', '--data', data]);
  t.is(exitCode, 0);
  t.regex(stdout, /^note {2}data folder: .*others.*\n +.*chmod 700/m);
});

test('doctor survives what it finds', async (t) => {
  const config = await run(t, ['doctor', '--config', '/nowhere.json']);
  t.is(config.exitCode, 1);
  t.regex(config.stdout, /BAD {3}configuration: .*nowhere/);
  const folder = await run(t, ['doctor', '--data', path.join(import.meta.filename, 'data')]);
  t.is(folder.exitCode, 1);
  t.regex(folder.stdout, /BAD {3}data folder: .*\n +Correct its permissions/);
});

test('backup and restore name what they did', async (t) => {
  const file = path.join(temporaryFolder(t), 'b');
  t.deepEqual(JSON.parse((await run(t, ['backup', file, '--json'])).stdout), { file, bytes: 3 });
  let given: unknown;
  const restored = await run(t, ['restore', file, '--force', '--data', '/restored'], {
    wiring: {
      obligations: () => Promise.reject(new Error('nothing is measured here')),
      restore: async ({ config }, from, { force }) => {
        given = [config.data, from, force];
      },
    },
  });
  t.deepEqual(given, ['/restored', file, true]);
  t.is(restored.stdout, `Restored /restored from ${file}\n`);
});
