import { fileURLToPath } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { type HostSetup, startPlugins } from '../../core/plugin/host.ts';
import { loadExternalPlugins } from '../../core/plugin/load.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { testNotifier } from '../../test/contracts/notifier.ts';
import { type Exchange, type Reply, startHttpService } from '../../test/support/notifiers/http-service.ts';
import { type Arrived, type Fault, faults } from '../../test/support/notifiers/side.ts';
import { deliver, message } from '../../test/support/notifiers/start.ts';

const TOKEN = 'syt_c3ludGhldGlj';
const ROOM = '!OGEhHVWSdvArJzumhm:example.org';

/** A homeserver with one account, which remembers what it was sent by transaction. */
const startHomeserver = async (t: ExecutionContext) => {
  const events = new Map<string, Arrived>();
  const service = await startHttpService(
    t,
    ({ method, url, headers, body }) => {
      if (headers.authorization !== `Bearer ${TOKEN}`) return json(401, { errcode: 'M_UNKNOWN_TOKEN' });
      const [, room = '', id = ''] = /\/rooms\/([^/]+)\/send\/m\.room\.message\/(\w+)$/.exec(url.pathname) ?? [];
      if (method !== 'PUT' || decodeURIComponent(room) !== ROOM) return json(404, { errcode: 'M_NOT_FOUND' });
      const [title = '', ...text] = (JSON.parse(body.toString()) as { body: string }).body.split('\n\n');
      if (!events.has(id)) events.set(id, { id, title, text: text.join('\n\n') });
      return json(200, { event_id: `$${id.slice(0, 8)}` });
    },
    faultOf,
  );
  return { ...service, arrived: () => [...events.values()] };
};

const json = (status: number, value: object): Reply => ({ status, body: JSON.stringify(value) });

const faultOf = (fault: Fault, { headers, body }: Exchange): Reply => {
  if (fault === 'busy') return json(429, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 7000 });
  if (fault === 'broken') return { status: 502, body: '<html>' };
  if (fault === 'gone') return json(403, { errcode: 'M_FORBIDDEN', error: 'User not in room' });
  if (fault === 'echoes') return json(400, { errcode: `${headers.authorization}`, error: body.toString() });
  return json(400, { errcode: 'M_BAD_JSON' });
};

const start = async (t: ExecutionContext, access_token = TOKEN) => {
  const homeserver = await startHomeserver(t);
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const options = { 'example-matrix': { homeserver: homeserver.origin, access_token } };
  const host = await startPlugins({
    entries: await loadExternalPlugins(['./matrix.ts'], folder, options),
    embedder: undefined,
    clauses: undefined,
    model: undefined,
    notifiersOff: [],
    data: '/nowhere',
    ports: {} as HostSetup['ports'],
    schedule: () => ({ wake: async () => {} }),
    log: silentLogger,
  });
  t.teardown(() => host.close());
  const notifier = host.notifiers.of('matrix');
  if (notifier === undefined) throw new Error('it did not start');
  return { homeserver, notifier };
};

testNotifier(test, async (t) => {
  const { homeserver, notifier } = await start(t);
  return {
    notifier,
    address: ROOM,
    otherAddress: '!another:example.net',
    invalid: ['#alias:example.org', '!', '!a b:example.org'],
    secrets: [TOKEN, ROOM],
    arrived: async () => homeserver.arrived(),
    faults,
    fail: homeserver.fail,
  };
});

test('a message that is sent twice is in the room once', async (t) => {
  const { homeserver, notifier } = await start(t);
  for (let twice = 0; twice < 2; twice++) t.is((await deliver(notifier, message(), ROOM)).outcome, 'sent');
  t.is(homeserver.exchanges.length, 2);
  t.is(homeserver.arrived().length, 1);
});

test('a wrong token kills no room', async (t) => {
  const { notifier } = await start(t, 'wrong');
  const outcome = await deliver(notifier, message(), ROOM);
  t.deepEqual(outcome, { outcome: 'refused', reason: 'matrix status 401 M_UNKNOWN_TOKEN', gone: false });
});
