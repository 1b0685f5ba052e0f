import type { z } from 'zod';
import { DossierError } from '../errors/error.ts';
import { hasScope, type Principal } from '../identity/principal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { AnyCapability, CallContext, ProgressUpdate } from './capability.ts';

/** What a surface knows about a call. Everything but the principal may be left out. */
export type Call = {
  readonly principal: Principal;
  readonly requestId: string;
  readonly signal?: AbortSignal;
  readonly progress?: (update: ProgressUpdate) => void;
  readonly emit?: (item: unknown) => void;
  readonly mayRead?: (path: string) => boolean;
};

/** Runs capabilities: the one place for authorization, validation, time limits, logging and error mapping. */
export type Invoke = (capability: AnyCapability, input: unknown, call: Call) => Promise<Record<string, unknown>>;

export const createInvoke =
  ({ log, clock }: { log: Logger; clock: Clock }): Invoke =>
  async (capability, input, call) => {
    const started = clock.now();
    const ids = { request_id: call.requestId, capability: capability.name };
    try {
      if (!hasScope(call.principal, capability.scope)) {
        throw new DossierError('forbidden', { scope: capability.scope });
      }
      const parsed = parseInput(capability.input, input);
      const output = await limited(capability, call, clock, (signal) => {
        const context: CallContext = {
          principal: call.principal,
          signal,
          // Made when it is used: most calls log nothing of their own.
          get log() {
            return log.child(ids);
          },
          requestId: call.requestId,
          progress: call.progress ?? (() => {}),
          emit: call.emit ?? (() => {}),
          mayRead: call.mayRead ?? (() => false),
        };
        return capability.run(parsed as never, context);
      });
      const checked = capability.output.safeParse(output);
      if (!checked.success) {
        // A defect of ours, not of the caller: the log says where, the caller learns that it is internal.
        log.error({ ...ids, problems: describeIssues(checked.error) }, 'the output breaks its schema');
        throw new DossierError('internal', {}, { cause: checked.error });
      }
      log.info({ ...ids, ms: clock.now() - started }, 'called');
      return checked.data;
    } catch (thrown) {
      const error = DossierError.from(thrown);
      const fields = { ...ids, code: error.code, ms: clock.now() - started };
      if (error.code === 'internal') log.error({ ...fields, err: error.cause ?? error }, 'failed');
      else log.info(fields, 'refused');
      throw error;
    }
  };

const parseInput = (schema: z.ZodObject, input: unknown): unknown => {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new DossierError('invalid_input', { problems: describeIssues(result.error) });
};

/** One line per problem, with the field's path; never the value that was given. */
export const describeIssues = (error: Pick<z.ZodError, 'issues'>): string[] =>
  error.issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    return path === '' ? issue.message : `${path}: ${issue.message}`;
  });

/** Ends the wait when the caller cancels or the time is up, whether or not the work listens to its signal. */
const limited = async <T>(
  capability: AnyCapability,
  call: Call,
  clock: Clock,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const seconds = capability.timeoutSeconds ?? 60;
  const stop = new AbortController();
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => {});
  stop.signal.addEventListener('abort', () => stopped.reject(stop.signal.reason), { once: true });
  const cancel = () => stop.abort(new DossierError('cancelled'));
  if (call.signal?.aborted) cancel();
  call.signal?.addEventListener('abort', cancel, { once: true });
  const ended = new AbortController();
  if (seconds > 0) {
    clock.sleep(seconds * 1000, ended.signal).then(
      () => stop.abort(new DossierError('timeout', { seconds })),
      () => {},
    );
  }
  try {
    return await Promise.race([run(stop.signal), stopped.promise]);
  } finally {
    // With a reason, so that no error with a stack is made for each call that went well.
    ended.abort('ended');
    call.signal?.removeEventListener('abort', cancel);
  }
};
