import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';
import { DossierError } from '../../core/errors/error.ts';
import type { Application } from '../../core/system/application.ts';
import { PROBLEM_TYPE, toProblem } from './problem.ts';

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Around every request: its id, the security headers, one log line, and errors as problems. */
export const frame =
  ({ log, clock }: Pick<Application, 'log' | 'clock'>): Middleware =>
  async (ctx, next) => {
    const started = clock.now();
    const given = ctx.get('X-Request-Id');
    const requestId = /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
    ctx.state['requestId'] = requestId;
    ctx.set({ ...HEADERS, 'X-Request-Id': requestId });
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) throw new DossierError('route_not_found', { path: ctx.path });
    } catch (thrown) {
      const error = DossierError.from(thrown);
      if (!(thrown instanceof DossierError)) log.error({ request_id: requestId, err: thrown }, 'request failed');
      ctx.status = error.mapping.status;
      ctx.type = PROBLEM_TYPE;
      ctx.body = JSON.stringify(toProblem(error, requestId));
    } finally {
      const fields = { request_id: requestId, method: ctx.method, status: ctx.status, ms: clock.now() - started };
      log.info(fields, 'answered');
    }
  };
