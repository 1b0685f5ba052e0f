import Router from '@koa/router';
import type { Context } from 'koa';
import { UNSUBSCRIBE_PATH } from '../../core/notifications/unsubscribe/token.ts';
import type { Application } from '../../core/system/application.ts';
import { html, type Markup } from '../../core/text/markup.ts';
import { readJsonBody } from './body.ts';
import { limitConcurrency, requirePassword } from './guard.ts';

/** Requests without a key that are worked on at once. */
const MOST = 16;

/**
 * What people and services without a key may call: the link that stops messages (RFC 8058), which proves itself, and the
 * report of bounces, which needs a password. Looking at a link changes nothing, because programs do.
 */
export const notificationRouter = (application: Application): Router => {
  const { notifications, config } = application;
  const router = new Router({ strict: true, sensitive: true });
  router.use(limitConcurrency(MOST));

  router.get(UNSUBSCRIBE_PATH, async (ctx) => {
    const found = await notifications.lookUp(tokenOf(ctx));
    if (found === undefined) return answer(ctx, 404, unknown);
    answer(ctx, 200, found.done ? stopped(found.name) : question(found.name));
  });
  router.post(UNSUBSCRIBE_PATH, async (ctx) => {
    const found = await notifications.unsubscribe(tokenOf(ctx));
    if (found === undefined) return answer(ctx, 404, unknown);
    answer(ctx, 200, stopped(found.name));
  });

  const key = config.notifications.bounce_key;
  if (key !== undefined) {
    for (const [channel, take] of notifications.bounces) {
      router.post(`/v1/notifications/bounces/${channel}`, requirePassword(key), async (ctx) => {
        ctx.body = { switched_off: await take(await readJsonBody(ctx)) };
      });
    }
  }
  return router;
};

const tokenOf = (ctx: Context): string => ctx.URL.searchParams.get('t') ?? '';

const answer = (ctx: Context, status: number, body: Markup): void => {
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.set(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  );
  ctx.body = page(body).markup;
};

const page = (body: Markup): Markup => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Messages from Dossier</title>
<style>
:root { color-scheme: light dark; }
body { font: 17px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1.5rem; }
button { font: inherit; padding: 0.6rem 1.2rem; border: 0; border-radius: 6px; background: #2456b3; color: #fff; cursor: pointer; }
</style>
</head>
<body>
${body}
</body>
</html>
`;

const question = (name: string): Markup => html`<h1>Stop these messages?</h1>
<p>${name} will get no more reminders of deadlines, also none of those that are overdue.</p>
<form method="post"><button type="submit">Stop them</button></form>`;

const stopped = (name: string): Markup => html`<h1>Stopped</h1>
<p>${name} gets no more reminders of deadlines. They are switched on again where Dossier runs: <code>dossier notifications channels</code>.</p>`;

const unknown = html`<h1>This link does not work</h1>
<p>It may have been cut off, or the address was removed: then nothing goes there any more.</p>`;
