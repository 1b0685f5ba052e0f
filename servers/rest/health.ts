import Router from '@koa/router';
import type { Application } from '../../core/system/application.ts';

/** For whoever keeps the server running. Without a key, so nothing that tells about the documents. */
export const healthRouter = (application: Application): Router => {
  const router = new Router({ strict: true, sensitive: true });
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  router.get('/readyz', async (ctx) => {
    const { store, plugins } = await application.health();
    const failed = plugins.filter(({ status }) => status === 'failed').map(({ name }) => name);
    // A plugin that failed leaves the rest running: worth knowing, but no reason to take the server away.
    ctx.status = store.ok ? 200 : 503;
    ctx.body = { ready: store.ok, store: store.ok ? 'ok' : 'failed', failed_plugins: failed };
  });
  return router;
};
