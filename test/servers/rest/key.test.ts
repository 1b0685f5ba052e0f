import { chmodSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { configSchema } from '../../../core/config/schema.ts';
import { resolveKey } from '../../../servers/rest/key.ts';
import { temporaryFolder } from '../../support/folder.ts';

test('the key is made once, readable by its owner alone, and kept', async (t) => {
  const data = path.join(temporaryFolder(t), 'new');
  const config = configSchema.parse({ data });
  const [first, second] = await Promise.all([resolveKey(config), resolveKey(config)]);
  t.is(first.value, second.value);
  t.is(first.file, path.join(data, 'rest-key'));
  t.regex(first.value, /^[\w-]{43}$/);
  t.is(statSync(path.join(data, 'rest-key')).mode & 0o777, 0o600);
});

test('a key file that others could read is closed to them', async (t) => {
  const data = temporaryFolder(t);
  const file = path.join(data, 'rest-key');
  writeFileSync(file, 'k'.repeat(40));
  chmodSync(file, 0o644);
  t.is((await resolveKey(configSchema.parse({ data }))).value, 'k'.repeat(40));
  t.is(statSync(file).mode & 0o777, 0o600);
});

test('a configured key makes no file; a short one in the file is refused', async (t) => {
  const data = temporaryFolder(t);
  const key = 'x'.repeat(32);
  t.deepEqual(await resolveKey(configSchema.parse({ data, server: { key } })), { value: key });
  writeFileSync(path.join(data, 'rest-key'), 'short');
  await t.throwsAsync(resolveKey(configSchema.parse({ data })), { code: 'config_invalid' });
});
