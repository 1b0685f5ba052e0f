import { writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { z } from 'zod';
import { describeConfig, MASK } from '../../../core/config/describe.ts';
import { loadConfig } from '../../../core/config/load.ts';
import { settings } from '../../../core/config/settings.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { definePlugin } from '../../../core/plugin/define.ts';
import { temporaryFolder } from '../../support/folder.ts';

test('the later source wins: default, file, environment, flag', (t) => {
  const data = temporaryFolder(t);
  const file = path.join(data, 'config.json');
  writeFileSync(file, JSON.stringify({ server: { port: 1001, host: '127.0.0.2' }, log: { level: 'info' } }));
  const { config, origins } = loadConfig({
    environment: { DOSSIER_DATA: data, DOSSIER_SERVER_PORT: '1002', DOSSIER_LOG_LEVEL: 'error' },
    flags: { 'log.level': 'debug' },
  });
  t.is(config.server.host, '127.0.0.2');
  t.is(config.server.port, 1002);
  t.is(config.log.level, 'debug');
  t.is(config.storage, 'embedded');
  t.deepEqual(
    ['server.host', 'server.port', 'log.level', 'storage', 'data'].map((setting) => origins.get(setting)),
    ['file', 'environment', 'flag', 'default', 'environment'],
  );
});

test('all problems are reported together and name the setting, not the value', (t) => {
  const data = temporaryFolder(t);
  writeFileSync(path.join(data, 'config.json'), JSON.stringify({ serverr: { port: 1 }, storage: 'oracle' }));
  const error = t.throws(
    () =>
      loadConfig({
        environment: {
          DOSSIER_DATA: data,
          DOSSIER_SERVER_PORT: 'seven',
          DOSSIER_TYPO: '1',
          DOSSIER_SERVER_KEY: 'short-secret',
        },
      }),
    { instanceOf: DossierError },
  );
  t.is(error.code, 'config_invalid');
  for (const part of ['serverr', 'storage', 'server.port', 'DOSSIER_TYPO', 'server.key'])
    t.true(error.message.includes(part), part);
  t.false(error.message.includes('short-secret'));
});

test('a configuration file that was asked for must be there and be JSON', (t) => {
  const data = temporaryFolder(t);
  const broken = path.join(data, 'broken.json');
  writeFileSync(broken, '{');
  t.is(
    t.throws(() => loadConfig({ environment: {}, file: path.join(data, 'none.json') }), { instanceOf: DossierError })
      .code,
    'config_invalid',
  );
  t.regex(t.throws(() => loadConfig({ environment: {}, file: broken })).message, /not valid JSON/);
});

test('lists are read from commas or JSON, objects from JSON, booleans and numbers from text', (t) => {
  const data = temporaryFolder(t);
  const { config } = loadConfig({
    environment: {
      DOSSIER_DATA: data,
      DOSSIER_MCP_ALLOW: '/a, /b',
      DOSSIER_PLUGINS_EXTERNAL: '["./x,y.ts"]',
      DOSSIER_PLUGINS_OPTIONS: '{"openai":{"model":"m"}}',
    },
  });
  t.deepEqual(config.mcp.allow, ['/a', '/b']);
  t.deepEqual(config.plugins.external, ['./x,y.ts']);
  t.deepEqual(config.plugins.options, { openai: { model: 'm' } });
});

test('the configuration is frozen', (t) => {
  const { config } = loadConfig({ environment: { DOSSIER_DATA: temporaryFolder(t) } });
  t.throws(() => Object.assign(config.server, { port: 1 }), { instanceOf: TypeError });
});

test('what is shown masks secrets of settings and of plugin options', (t) => {
  const data = temporaryFolder(t);
  const key = 'k'.repeat(40);
  const loaded = loadConfig({
    environment: {
      DOSSIER_DATA: data,
      DOSSIER_SERVER_KEY: key,
      DOSSIER_PLUGINS_OPTIONS: JSON.stringify({
        acme: { apiKey: 'hidden', model: 'shown' },
        unknown: { anything: 'hidden' },
      }),
    },
  });
  const acme = definePlugin({
    name: 'acme',
    version: '1.0.0',
    summary: 'Test.',
    options: z.object({ apiKey: z.string().meta({ secret: true }), model: z.string() }),
    provides: [],
    setup: () => ({}),
  });
  const shown = JSON.stringify(describeConfig(loaded, [acme]));
  t.false(shown.includes(key));
  t.false(shown.includes('hidden'));
  t.true(shown.includes('shown'));
  t.true(shown.includes(MASK));
});

test('the login in an address is masked, the address is not', (t) => {
  const acme = definePlugin({
    name: 'acme',
    version: '1.0.0',
    summary: 'Test.',
    options: z.looseObject({}),
    provides: [],
    setup: () => ({}),
  });
  const addresses = { a: 'https://me:hidden@host.example/v1', b: 'http://127.0.0.1:1/x?to=y@z', c: 'me@host.example' };
  const loaded = loadConfig({ environment: { DOSSIER_PLUGINS_OPTIONS: JSON.stringify({ acme: addresses }) } });
  t.deepEqual(describeConfig(loaded, [acme]).find(({ setting }) => setting === 'plugins.options')?.value, {
    acme: { ...addresses, a: `https://${MASK}@host.example/v1` },
  });
});

test('every setting has a description and a variable of its own', (t) => {
  t.true(settings.length > 10);
  t.is(new Set(settings.map(({ variable }) => variable)).size, settings.length);
  t.deepEqual(
    settings.filter(({ description }) => description === '').map(({ path }) => path),
    [],
  );
});
