import type { z } from 'zod';
import { DossierError } from '../errors/error.ts';
import { hasScope, type Principal } from '../identity/principal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { limited } from '../time/limited.ts';
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
      const run = (signal: AbortSignal) => {
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
      };
      const seconds = capability.timeoutSeconds ?? 60;
      const output = await limited(clock, run, {
        milliseconds: seconds > 0 ? seconds * 1000 : Number.POSITIVE_INFINITY,
        tooLate: () => new DossierError('timeout', { seconds }),
        signal: call.signal,
        cancelled: () => new DossierError('cancelled'),
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
