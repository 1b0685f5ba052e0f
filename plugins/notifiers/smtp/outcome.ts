import type { SendOutcome } from '../../../core/ports/notifier.ts';
import { gone, interrupted, refused, retry } from '../shared/outcome.ts';

/** What nodemailer tells of a failure. `response` is the server's line; only its numbers are passed on. */
type SmtpFailure = {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly command?: unknown;
};

/**
 * Enhanced status codes (RFC 3463) that say that the mailbox is not there: unknown, in a domain that is not, of no valid
 * form, moved away, in a domain that takes no mail (RFC 7505), switched off.
 */
const deadMailbox: ReadonlySet<string> = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/** By the server's reply (RFC 5321, 4.2.1): 4yz can pass, 5yz cannot. A plain 550 may as well be a filter or a policy. */
export const outcomeOfThrown = (thrown: unknown, signal: AbortSignal): SendOutcome => {
  if (signal.aborted || !(thrown instanceof Error)) return interrupted(thrown, signal);
  const { code, responseCode, response, command } = thrown as SmtpFailure;
  const status = typeof responseCode === 'number' ? responseCode : 0;
  if (code === 'ETLS') return retry('smtp no TLS');
  // The library puts its own code in the place of Node's, which told one reason from another.
  if (/certificate/i.test(thrown.message) && status === 0) return retry('smtp certificate not trusted');
  if (status === 0) return withoutReply(thrown, code, signal);
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(String(response ?? ''))?.[1];
  const reason = `smtp ${status}${enhanced === undefined ? '' : ` ${enhanced}`}${code === 'EAUTH' ? ' at sign-in' : ''}`;
  if (status < 500 || status === BAD_SEQUENCE) return retry(reason);
  if (command === 'RCPT TO' && enhanced !== undefined && deadMailbox.has(enhanced)) return gone(reason);
  return refused(reason);
};

/** Says that the session was in another state than we thought, and nothing of the message. */
const BAD_SEQUENCE = 503;

/** Failures that the library found itself, before it asked the server: trying again finds them again. */
const ownRefusals: Readonly<Record<string, string>> = {
  EAUTH: 'smtp no way to sign in',
  EENVELOPE: 'smtp address not taken',
  EMESSAGE: 'smtp message too large',
};

const withoutReply = (thrown: Error, code: unknown, signal: AbortSignal): SendOutcome => {
  const refusal = typeof code === 'string' ? ownRefusals[code] : undefined;
  return refusal === undefined ? interrupted(thrown, signal) : refused(refusal);
};
