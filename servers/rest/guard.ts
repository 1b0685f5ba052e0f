import { timingSafeEqual } from 'node:crypto';
import type { Middleware } from 'koa';
import { DossierError } from '../../core/errors/error.ts';
import type { Principal } from '../../core/identity/principal.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests made under a name that is not ours. A web page can make its own name point at 127.0.0.1
 * (DNS rebinding), but the browser still sends that name as Host.
 */
export const allowHosts = (allowed: readonly string[]): Middleware => {
  const names = new Set([...LOOPBACK, ...allowed].map((name) => name.toLowerCase()));
  return async (ctx, next) => {
    if (!names.has(hostName(ctx.get('Host')))) throw new DossierError('host_not_allowed');
    await next();
  };
};

/** Without the port; an IPv6 address keeps its brackets. */
const hostName = (host: string): string => host.toLowerCase().replace(/:\d*$/, '');

/** The holder of the key acts for the person whose machine this is, but from elsewhere: without its files. */
const keyPrincipal: Principal = { user: 'local', workspace: 'local', role: 'owner', scopes: ['*'], via: 'api-key' };

/** For services that can send a password alone (HTTP Basic, or a URL with it); the name that comes with it is theirs to choose. */
export const requirePassword = (password: string): Middleware => {
  const expected = Buffer.from(password);
  return async (ctx, next) => {
    const credentials = /^Basic +(\S+)$/i.exec(ctx.get('Authorization'))?.[1] ?? '';
    const given = Buffer.from(
      Buffer.from(credentials, 'base64')
        .toString('utf8')
        .replace(/^[^:]*:/, ''),
    );
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      ctx.set('WWW-Authenticate', 'Basic realm="dossier"');
      throw new DossierError('unauthenticated');
    }
    await next();
  };
};

/** Sets `ctx.state.principal`, or refuses. The time that comparing takes tells nothing about the key but its length. */
export const requireKey = (key: string): Middleware => {
  const expected = Buffer.from(key);
  return async (ctx, next) => {
    const given = Buffer.from(/^Bearer +(\S+)$/i.exec(ctx.get('Authorization'))?.[1] ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      ctx.set('WWW-Authenticate', 'Bearer realm="dossier"');
      throw new DossierError('unauthenticated');
    }
    ctx.state['principal'] = keyPrincipal;
    await next();
  };
};

/** Refuses what comes while so many requests are already being worked on. */
export const limitConcurrency = (most: number): Middleware => {
  let running = 0;
  return async (ctx, next) => {
    if (running >= most) {
      ctx.set('Retry-After', '1');
      throw new DossierError('rate_limited');
    }
    running += 1;
    try {
      await next();
    } finally {
      running -= 1;
    }
  };
};
