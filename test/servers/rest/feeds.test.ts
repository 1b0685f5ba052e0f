import test from 'ava';
import { serveFixture } from './serve.ts';

// fetch asks for a new copy of its own accord unless it is told how.
const revalidating = (etag: string) => ({ 'if-none-match': etag, 'cache-control': 'max-age=0' });

test('a feed is fetched by its link without a key, told apart by its token, and not sent again while it is the same', async (t) => {
  let body = 'BEGIN:VCALENDAR';
  const feeds = new Map([
    [
      'obligation/calendar.ics',
      async (token: string) => (token === 'good' ? { mediaType: 'text/calendar; charset=utf-8', body } : undefined),
    ],
  ]);
  const { server } = await serveFixture(t, { fixture: { feeds } });
  const link = `${server.url}/v1/feeds/obligation/calendar.ics`;
  const first = await fetch(`${link}?t=good`);
  t.is(first.status, 200);
  t.is(first.headers.get('content-type'), 'text/calendar; charset=utf-8');
  t.is(first.headers.get('cache-control'), 'private, no-cache');
  t.is(await first.text(), 'BEGIN:VCALENDAR');
  const etag = first.headers.get('etag') ?? '';
  t.is((await fetch(`${link}?t=good`, { headers: revalidating(etag) })).status, 304);
  body = 'BEGIN:VCALENDAR 2';
  t.is((await fetch(`${link}?t=good`, { headers: revalidating(etag) })).status, 200);
  t.is((await fetch(`${link}?t=bad`)).status, 404);
  t.is((await fetch(link)).status, 404);
  t.is((await fetch(`${link}/?t=good`)).status, 401);
  t.is((await fetch(`${server.url}/v1/feeds/obligation?t=good`)).status, 401);
});
