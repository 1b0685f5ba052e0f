import type Router from '@koa/router';
import Koa, { type Middleware } from 'koa';
import type { Application } from '../../core/system/application.ts';
import { feedRouter } from './feeds.ts';
import { frame } from './frame.ts';
import { allowHosts, limitConcurrency, requireKey } from './guard.ts';
import { healthRouter } from './health.ts';
import { notificationRouter } from './notifications.ts';
import { openApiDocument } from './openapi.ts';
import { capabilityRouter, notAllowed } from './routes.ts';

export type RestOptions = {
  readonly key: string;
  /** Requests with the key that are worked on at once; more are refused. Default 64. */
  readonly maxConcurrent?: number;
};

/** The REST API as a Koa application: the capabilities below /v1, and what describes and watches them. */
export const createRestApp = (application: Application, { key, maxConcurrent = 64 }: RestOptions): Koa => {
  const app = new Koa();
  // `frame` answers and logs every failure; what is left are callers that went away while they were written to.
  app.on('error', (error: Error) => application.log.debug({ err: error }, 'connection failed'));

  const open = healthRouter(application);
  const document = JSON.stringify(openApiDocument(application));
  open.get('/openapi.json', (ctx) => {
    ctx.type = 'application/json';
    ctx.body = document;
  });
  const capabilities = capabilityRouter(application);

  app.use(frame(application));
  const { server, notifications } = application.config;
  const reached = notifications.public_url === undefined ? [] : [new URL(notifications.public_url).hostname];
  app.use(allowHosts([server.host, ...server.allowed_hosts, ...reached]));
  app
    .use(withoutKey(open))
    .use(withoutKey(notificationRouter(application)))
    .use(withoutKey(feedRouter(application)));
  // From here on everything needs the key, also what does not exist: no path can be spelled so as to miss the check.
  app.use(requireKey(key)).use(limitConcurrency(maxConcurrent));
  app.use(answering(capabilities));
  return app;
};

/** Only for paths that are exactly the router's: whatever is spelled otherwise goes on to where the key is asked for. */
const withoutKey = (router: Router): Middleware => {
  const answer = answering(router);
  const paths = new Set(router.stack.map((layer) => layer.path));
  return (ctx, next) => (paths.has(ctx.path) ? answer(ctx, next) : next());
};

/** A router's routes, with 405 for a path that it has under another method. */
const answering = (router: Router): Middleware => {
  const check = notAllowed(router);
  const routes = router.routes() as Middleware;
  return (ctx, next) => check(ctx, () => routes(ctx, next));
};
