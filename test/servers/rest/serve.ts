import type { ExecutionContext } from 'ava';
import { configSchema } from '../../../core/config/schema.ts';
import type { RestOptions } from '../../../servers/rest/app.ts';
import { startRest } from '../../../servers/rest/server.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { createFixture, type FixtureOptions } from '../fixture/application.ts';

export const KEY = 'a-key-for-tests-that-is-long-enough-0123456789';

/** The REST server over the fixture, on a free port, closed when the test ends. */
export const serveFixture = async (
  t: ExecutionContext,
  options: Partial<RestOptions> & { settings?: object; fixture?: FixtureOptions } = {},
) => {
  const { settings, fixture, ...rest } = options;
  const data = temporaryFolder(t);
  const config = configSchema.parse({ data, server: { port: 0 }, ...settings });
  const application = createFixture(config, fixture);
  const server = await startRest(application, { key: KEY, ...rest });
  t.teardown(server.close);
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, { ...init, headers: { authorization: `Bearer ${KEY}`, ...init.headers } });
  const post = (path: string, body: unknown, init: RequestInit = {}) =>
    call(path, {
      method: 'POST',
      body: JSON.stringify(body),
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers },
    });
  return { server, application, data, call, post };
};
