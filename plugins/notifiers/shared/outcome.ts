import type { SendOutcome } from '../../../core/ports/notifier.ts';

export const sent = (reference?: string): SendOutcome =>
  reference === undefined ? { outcome: 'sent' } : { outcome: 'sent', reference };

export const retry = (reason: string, after?: number): SendOutcome =>
  after === undefined ? { outcome: 'retry', reason } : { outcome: 'retry', reason, after };

export const refused = (reason: string): SendOutcome => ({ outcome: 'refused', reason, gone: false });

export const gone = (reason: string): SendOutcome => ({ outcome: 'refused', reason, gone: true });

/** What a library or the network threw, as an attempt that may succeed later. Its words are not passed on: they may quote. */
export const interrupted = (thrown: unknown, signal: AbortSignal): SendOutcome => {
  if (signal.aborted) return retry(isNamed(signal.reason, 'TimeoutError') ? 'timeout' : 'cancelled');
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return retry(/^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? `no connection (${code})` : 'no connection');
};

const isNamed = (reason: unknown, name: string): boolean => reason instanceof Error && reason.name === name;

const DAY = 24 * 60 * 60 * 1000;

/** Retry-After (RFC 9110, 10.2.3), in milliseconds from now and at most a day; undefined where there is none that can be read. */
export const retryAfter = (header: string | undefined, now: number): number | undefined => {
  if (header === undefined) return undefined;
  const wait = /^\d+$/.test(header)
    ? Number(header) * 1000
    : /^[A-Z][a-z]+, /.test(header)
      ? Date.parse(header) - now
      : Number.NaN;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), DAY) : undefined;
};
