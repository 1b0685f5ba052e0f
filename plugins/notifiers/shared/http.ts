import type { SendOutcome } from '../../../core/ports/notifier.ts';
import { gone, interrupted, refused, retry, retryAfter, sent } from './outcome.ts';
import { OutOfReach, type PostAnswer, type PostRequest, post } from './post.ts';

/** What differs between services that take a POST. */
export type HttpService = {
  /** In front of each reason: "webhook". */
  readonly name: string;
  /** Statuses that say that the address is dead. */
  readonly gone: readonly number[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What the service says more of an error: one of its own codes, and nothing else of the answer. */
  detail?(answer: PostAnswer): string;
  reference?(answer: PostAnswer): string | undefined;
};

/** Posts once, and says how that came out by the status (RFC 9110): 408, 425, 429 and 5xx can pass, other refusals cannot. */
export const postOnce = async (request: PostRequest, service: HttpService): Promise<SendOutcome> => {
  try {
    return outcomeOf(await post(request), service);
  } catch (thrown) {
    if (thrown instanceof OutOfReach) return refused(`${service.name} address not allowed`);
    return interrupted(thrown, request.signal);
  }
};

const passing: ReadonlySet<number> = new Set([408, 425, 429]);

const outcomeOf = (answer: PostAnswer, service: HttpService): SendOutcome => {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return sent(service.reference?.(answer));
  const detail = service.detail?.(answer) ?? '';
  const reason = `${service.name} status ${status}${detail === '' ? '' : ` ${detail}`}`;
  if (service.gone.includes(status)) return gone(reason);
  if (status >= 500 || passing.has(status)) return retry(reason, retryAfter(headers['retry-after'], service.now));
  return refused(reason);
};
