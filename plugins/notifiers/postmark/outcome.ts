import type { SendOutcome } from '../../../core/ports/notifier.ts';
import { gone, interrupted, refused, retry, retryAfter, sent } from '../shared/outcome.ts';

export type Attempt = {
  readonly signal: AbortSignal;
  readonly retryAfter: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** What Postmark says of a message that it took. */
export const outcomeOfAnswer = ({ ErrorCode, MessageID }: { ErrorCode?: number; MessageID?: string }): SendOutcome => {
  if (ErrorCode !== undefined && ErrorCode !== 0) return outcomeOfCode(200, ErrorCode, undefined);
  // A 200 of something that is not Postmark has neither.
  return ErrorCode === 0 ? sent(MessageID) : retry('postmark unreadable answer');
};

/** An error of the library: with a status and a code where Postmark answered, with neither where it did not. */
export const outcomeOfThrown = (thrown: unknown, attempt: Attempt): SendOutcome => {
  const status = numberOf(thrown, 'statusCode');
  if (attempt.signal.aborted || status === 0) return interrupted(thrown, attempt.signal);
  return outcomeOfCode(status, numberOf(thrown, 'code'), retryAfter(attempt.retryAfter, attempt.now));
};

/** The recipient had a hard bounce, complained of spam or was suppressed by hand. */
const INACTIVE_RECIPIENT = 406;

/** Codes that pass: maintenance, and too much at once. */
const passing: ReadonlySet<number> = new Set([100, 429]);

/**
 * By the codes of Postmark's API (developer/api/overview, "API error codes"). A bad token (10), a sender that is not
 * confirmed (400, 401) or an account without credits (405, 412, 413) is a matter of the configuration: no address is dead.
 */
const outcomeOfCode = (status: number, code: number, after: number | undefined): SendOutcome => {
  const reason = `postmark status ${status} code ${code}`;
  if (code === INACTIVE_RECIPIENT) return gone(reason);
  if (status >= 500 || status === 429 || status === 408 || passing.has(code)) return retry(reason, after);
  return refused(reason);
};

const numberOf = (thrown: unknown, field: 'statusCode' | 'code'): number => {
  const value = thrown instanceof Error && field in thrown ? (thrown as unknown as Record<string, unknown>)[field] : 0;
  return typeof value === 'number' && Number.isInteger(value) ? value : 0;
};
