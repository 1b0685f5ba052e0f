import test from 'ava';
import ICAL from 'ical.js';
import { loadConfig } from '../../../core/config/load.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { startRest } from '../../../servers/rest/server.ts';
import { openApplication } from '../../../servers/wiring.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { dayIn, dueDays, readLease } from './house.ts';

const KEY = 'a-key-for-tests-that-is-long-enough-0123456789';

test('a calendar program subscribes to a link without a key, learns what changed, and gets nothing once it is revoked', async (t) => {
  const data = await readLease(temporaryFolder(t));
  const flags = { data, 'server.port': 0 };
  const application = await openApplication(loadConfig({ environment: {}, flags }));
  t.teardown(application.close);
  const server = await startRest(application, { key: KEY });
  t.teardown(server.close);
  const call = async <O>(name: string, input: object): Promise<O> => {
    const capability = application.capabilities.get(name);
    if (capability === undefined) throw new Error(`there is no ${name}`);
    return (await application.invoke(capability, input, { principal: localPrincipal, requestId: 'test' })) as O;
  };
  const { obligations } = await call<{ obligations: { id: string }[] }>('obligations', {});
  const [first, second] = obligations.map(({ id }) => id);
  await call('obligations.confirm', { ids: [first, second] });
  type Made = { feed: { id: string }; path: string };
  const { feed, path } = await call<Made>('calendar.feeds.create', { name: 'phone' });
  const link = `${server.url}${path}`;
  // fetch asks for a new copy of its own accord unless it is told how.
  const again = (etag: string) => fetch(link, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } });
  const daysIn = (calendar: string) =>
    new ICAL.Component(ICAL.parse(calendar))
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each).startDate.toString())
      .sort();

  const answer = await fetch(link);
  t.is(answer.status, 200);
  t.regex(answer.headers.get('content-type') ?? '', /^text\/calendar/);
  t.deepEqual(daysIn(await answer.text()), [dayIn(dueDays.garden), dayIn(dueDays.boiler)]);
  const etag = answer.headers.get('etag') ?? '';
  t.is((await again(etag)).status, 304);

  await call('obligations.done', { ids: [first] });
  const changed = await again(etag);
  t.is(changed.status, 200);
  t.deepEqual(daysIn(await changed.text()), [dayIn(dueDays.boiler)]);

  t.is((await fetch(`${link}x`)).status, 404);
  await call('calendar.feeds.revoke', { id: feed.id });
  t.is((await fetch(link)).status, 404);
  t.is((await again(etag)).status, 404);
});
