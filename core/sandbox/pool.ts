import { DossierError } from '../errors/error.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { ParserModule } from './messages.ts';
import {
  type FileRead,
  type ParseJob,
  type ParseResult,
  type ParserProblem,
  type SandboxLimits,
  StartFailed,
  startWorker,
  type Worker,
} from './worker.ts';

export type ParserPool = {
  /**
   * Reads a file in a process of its own kind: found, scored, parsed and checked.
   * Throws a coded error for a file that is no good, and `cancelled` when the signal aborts or the pool closes.
   */
  parse(
    file: { readonly name: string; readonly bytes: Uint8Array; readonly languages?: readonly string[] | undefined },
    options?: { readonly signal?: AbortSignal; readonly progress?: (fraction: number) => void },
  ): Promise<ParseResult>;
  /** Plugins that could not be started, found by starting a process if none has been yet. */
  problems(): Promise<readonly ParserProblem[]>;
  /** Cancels what is waiting or running, ends every process and resolves when they are gone. Closing twice is fine. */
  close(): Promise<void>;
};

export type ParserPoolOptions = {
  readonly parsers: readonly ParserModule[];
  /** Processes that may run at once. They start when there is work. */
  readonly size: number;
  readonly limits: SandboxLimits;
  readonly log: Logger;
  readonly clock: Clock;
  /** A process is replaced after so many files. */
  readonly filesPerProcess?: number;
  /** A process without work ends after so long. */
  readonly idleSeconds?: number;
  /** Told of each file that was read, and of each attempt where one is read again in a fresh process. Must not throw. */
  readonly onRead?: (read: FileRead) => void;
};

type Waiting = ParseJob & { resolve(result: ParseResult): void; reject(error: unknown): void };

/** A process that still holds this share of its memory limit when a file is done is replaced. */
const RECYCLE_SHARE = 0.6;

export const createParserPool = (options: ParserPoolOptions): ParserPool => {
  const { size, limits, log, clock, filesPerProcess = 100, idleSeconds = 30 } = options;
  const queue: Waiting[] = [];
  /** Processes without work, and what ends their wait. */
  const idle = new Map<Worker, AbortController>();
  const workers = new Set<Worker>();
  const stopping = new Set<Promise<void>>();
  const broken = new Map<string, ParserProblem>();
  let busy = 0;
  let closed = false;
  let known = false;

  const killAll = (): void => {
    for (const worker of workers) void worker.stop();
  };
  process.once('exit', killAll);

  const stop = (worker: Worker): Promise<void> => {
    workers.delete(worker);
    idle.get(worker)?.abort();
    idle.delete(worker);
    const stopped = worker.stop().finally(() => stopping.delete(stopped));
    stopping.add(stopped);
    return stopped;
  };

  const report = (problem: ParserProblem): void => {
    if (broken.has(problem.plugin)) return;
    broken.set(problem.plugin, problem);
    log.warn({ plugin: problem.plugin, problem: problem.problem }, 'A parser plugin could not be started');
  };

  /** A process that is ready. A plugin that takes the process down with it is left out from then on. */
  const start = async (): Promise<Worker> => {
    for (;;) {
      const parsers = options.parsers.filter(({ plugin }) => !broken.has(plugin));
      const worker = startWorker({ parsers, limits, clock });
      workers.add(worker);
      try {
        for (const problem of await worker.ready) report(problem);
        known = true;
        return worker;
      } catch (thrown) {
        await stop(worker);
        if (closed) throw new DossierError('cancelled');
        if (!(thrown instanceof StartFailed)) throw new DossierError('internal', {}, { cause: thrown });
        if (thrown.plugin === undefined || broken.has(thrown.plugin)) {
          const reason = thrown.code ?? 'it ended by itself';
          throw new DossierError('parsers_unavailable', { reason }, { cause: thrown });
        }
        report({ plugin: thrown.plugin, problem: 'It ended the process, or did not return, while it was loaded.' });
      }
    }
  };

  const take = async (): Promise<Worker> => {
    for (const worker of idle.keys()) {
      idle.get(worker)?.abort();
      idle.delete(worker);
      if (worker.alive) return worker;
      void stop(worker);
    }
    return start();
  };

  const giveBack = async (worker: Worker, resident = 0): Promise<void> => {
    const full = resident > limits.parseMegabytes * 2 ** 20 * RECYCLE_SHARE;
    if (closed || full || worker.spent || worker.files >= filesPerProcess || !worker.alive) {
      await stop(worker);
      return;
    }
    const wait = new AbortController();
    idle.set(worker, wait);
    clock.sleep(idleSeconds * 1000, wait.signal).then(
      () => stop(worker),
      () => {},
    );
  };

  const parseIn = async (job: ParseJob): Promise<ParseResult> => {
    for (;;) {
      const worker = await take();
      let began: number | undefined;
      let failure: DossierError | undefined;
      try {
        if (job.signal?.aborted || closed) throw new DossierError('cancelled');
        began = clock.now();
        return await worker.parse(job);
      } catch (thrown) {
        const error = DossierError.from(thrown);
        failure = error;
        // What an earlier file left behind may be to blame: such a file is judged in a fresh process.
        const suspicious = error.code === 'parser_crashed' || error.code === 'parse_memory';
        if (!suspicious || worker.files <= 1 || closed || job.signal?.aborted) throw error;
        log.info({ code: error.code }, 'A parser process ended; the file is read again in a fresh one');
      } finally {
        const milliseconds = clock.now() - (began ?? 0);
        const resident = await worker.residentBytes();
        if (began !== undefined) {
          options.onRead?.({
            file: { name: job.name, bytes: job.bytes },
            parser: worker.chosen,
            milliseconds,
            peakBytes: resident === undefined ? worker.peakBytes : Math.max(resident, worker.peakBytes ?? 0),
            code: failure?.code,
            ended: !worker.alive,
          });
        }
        await giveBack(worker, resident);
      }
    }
  };

  const pump = (): void => {
    while (busy < size) {
      const job = queue.shift();
      if (job === undefined) return;
      busy += 1;
      parseIn(job)
        .then(job.resolve, job.reject)
        .finally(() => {
          busy -= 1;
          pump();
        });
    }
  };

  return {
    parse: async ({ name, bytes, languages }, { signal, progress } = {}) => {
      if (closed || signal?.aborted) throw new DossierError('cancelled');
      if (bytes.byteLength === 0) throw new DossierError('empty');
      if (bytes.byteLength > limits.maxBytes) {
        throw new DossierError('too_large', { bytes: bytes.byteLength, limit: limits.maxBytes });
      }
      const { promise, resolve, reject } = Promise.withResolvers<ParseResult>();
      const job: Waiting = { name, bytes, languages, signal, progress, resolve, reject };
      const leave = (): void => {
        const place = queue.indexOf(job);
        if (place >= 0) queue.splice(place, 1);
        if (place >= 0) reject(new DossierError('cancelled'));
      };
      signal?.addEventListener('abort', leave);
      queue.push(job);
      pump();
      return promise.finally(() => signal?.removeEventListener('abort', leave));
    },

    problems: async () => {
      if (!known && !closed) await giveBack(await take());
      return [...broken.values()];
    },

    close: async () => {
      closed = true;
      process.removeListener('exit', killAll);
      for (const job of queue.splice(0)) job.reject(new DossierError('cancelled'));
      for (const worker of workers) void stop(worker);
      await Promise.all(stopping);
    },
  };
};
