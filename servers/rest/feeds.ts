import { createHash } from 'node:crypto';
import Router from '@koa/router';
import { DossierError } from '../../core/errors/error.ts';
import type { Application } from '../../core/system/application.ts';
import { limitConcurrency } from './guard.ts';

/** Requests without a key that are worked on at once. */
const MOST = 8;

/**
 * What calendar programs subscribe to: they can send no key, so the link holds a token that the agent checks. The answer is
 * not kept by anybody in between, and a program that has the newest gets 304.
 */
export const feedRouter = ({ feeds }: Application): Router => {
  const router = new Router({ strict: true, sensitive: true });
  router.use(limitConcurrency(MOST));
  for (const [name, read] of feeds) {
    router.get(`/v1/feeds/${name}`, async (ctx) => {
      const found = await read(ctx.URL.searchParams.get('t') ?? '');
      if (found === undefined) throw new DossierError('route_not_found', { path: ctx.path });
      ctx.set({ 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' });
      ctx.type = found.mediaType;
      ctx.status = 200;
      ctx.etag = createHash('sha256').update(found.body).digest('base64url').slice(0, 27);
      if (ctx.fresh) ctx.status = 304;
      else ctx.body = found.body;
    });
  }
  return router;
};
