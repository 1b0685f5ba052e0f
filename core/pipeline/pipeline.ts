import { documents, type StoredDocument } from '../document/record.ts';
import { isEnd } from '../document/states.ts';
import { DossierError } from '../errors/error.ts';
import { jobPrincipal, type Principal } from '../identity/principal.ts';
import { workerName } from '../jobs/process.ts';
import { createWorker } from '../jobs/worker.ts';
import { type Control, createControl } from './control.ts';
import { eventHandler } from './events.ts';
import { enqueueFilling, fillHandler, settleFilling } from './fill.ts';
import { fillingsOf } from './fillings.ts';
import { jobKinds } from './outbox.ts';
import type { PipelineParts } from './parts.ts';
import { createProgressBoard, type ProgressBoard } from './progress.ts';
import { resumeStranded, sweepBlobs } from './recover.ts';
import { tidyHandler } from './tidy.ts';

export type PipelineSetup = Omit<PipelineParts, 'progress'> & {
  /** Documents (and other jobs) that are worked on at once in this process. */
  readonly concurrency: number;
  /** Whose stranded documents, orphaned blobs, and vectors and labels of other models this process looks after. */
  readonly workspaces: () => Promise<readonly string[]>;
  /** Default 30 s. */
  readonly leaseMilliseconds?: number;
  /** How often to look for work of other processes. Default 1 s. */
  readonly pollMilliseconds?: number;
};

/** Everything that happens to a document after it was received. */
export type Pipeline = Control & {
  /** Parts that ingest shares with it. */
  readonly parts: PipelineParts;
  readonly progress: ProgressBoard;
  /** Begins to work in this process. Without it documents wait for another process that does. */
  start(): void;
  /** There is new work; it need not wait for the next poll. */
  wake(): void;
  /**
   * Resolves when this walk of the document has ended, wherever it runs: with the document as it is then,
   * undefined when it was deleted. Rejects when the signal aborts.
   */
  settled(principal: Principal, document: StoredDocument, signal?: AbortSignal): Promise<StoredDocument | undefined>;
  /**
   * Resolves when every document of the workspace has the vectors and labels of the models in force, or when what is
   * left cannot be made now. Without it a process that ends with its own documents would never finish after a change of
   * model.
   */
  filled(principal: Principal, signal: AbortSignal): Promise<void>;
  /** Finds stranded documents, blobs without a record, and documents without vectors or labels. `start` does so, then hourly. */
  maintain(): Promise<void>;
  /** Gives back what runs and resolves when nothing runs any more. May be called twice. */
  stop(): Promise<void>;
};

const MAINTENANCE_MILLISECONDS = 60 * 60 * 1000;

/** How often to look whether another process has finished a document. */
const WATCH_MILLISECONDS = 300;

export const createPipeline = (setup: PipelineSetup): Pipeline => {
  const { store, clock, log } = setup;
  const progress = createProgressBoard();
  const parts: PipelineParts = { ...setup, progress };
  const worker = createWorker({
    jobs: store.jobs,
    handlers: {
      // With the first document: the stages and all that they need are not waited for by a start.
      [jobKinds.pipeline]: async (...job) => (await import('./run.ts')).pipelineHandler(parts)(...job),
      [jobKinds.event]: eventHandler(setup.agents),
      [jobKinds.tidy]: tidyHandler(store),
    },
    background: () =>
      Object.fromEntries(fillingsOf(parts).map((filling) => [filling.kind, fillHandler(store, filling)])),
    clock,
    log,
    name: workerName(),
    concurrency: setup.concurrency,
    ...(setup.leaseMilliseconds === undefined ? {} : { leaseMilliseconds: setup.leaseMilliseconds }),
    ...(setup.pollMilliseconds === undefined ? {} : { pollMilliseconds: setup.pollMilliseconds }),
  });
  const stopping = new AbortController();
  let maintenance: Promise<void> | undefined;

  const maintain = async (): Promise<void> => {
    for (const workspace of await setup.workspaces()) {
      stopping.signal.throwIfAborted();
      const principal = jobPrincipal(workspace);
      const resumed = await resumeStranded(store, principal);
      let filling = 0;
      for (const each of fillingsOf(parts)) filling += await enqueueFilling(store, each, principal, stopping.signal);
      stopping.signal.throwIfAborted();
      const swept = await sweepBlobs(store, clock, principal);
      if (resumed + filling + swept > 0) log.info({ workspace, resumed, filling, swept }, 'maintenance');
    }
    worker.wake();
  };

  const maintainHourly = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await maintain();
      } catch (thrown) {
        if (stopping.signal.aborted) return;
        log.warn({ code: DossierError.from(thrown).code, err: thrown }, 'maintenance failed');
      }
      await clock.sleep(MAINTENANCE_MILLISECONDS, stopping.signal).catch(() => {});
    }
  };

  return {
    ...createControl(parts, () => {
      worker.wake();
      void worker.check();
    }),
    parts,
    progress,
    start: () => {
      worker.start();
      maintenance ??= maintainHourly();
    },
    wake: worker.wake,
    settled: async (principal, { id, value: { latest } }, signal) => {
      for (;;) {
        const ended = Promise.withResolvers<void>();
        const unsubscribe = progress.subscribe((report) => {
          if (report.workspace === principal.workspace && report.documentId === id && isEnd(report.state))
            ended.resolve();
        });
        const over = new AbortController();
        try {
          const now = await store.records.get(principal, documents, id);
          const same = now?.value.latest.version === latest.version && now.value.latest.run === latest.run;
          if (!same || isEnd(now.value.state)) return now;
          const signals = signal ? [signal, over.signal] : [over.signal];
          await Promise.race([ended.promise, clock.sleep(WATCH_MILLISECONDS, AbortSignal.any(signals))]);
        } finally {
          unsubscribe();
          over.abort();
        }
      }
    },
    filled: async (principal, signal) => {
      await Promise.all(fillingsOf(parts).map((each) => settleFilling(parts, each, principal, worker.wake, signal)));
    },
    maintain,
    stop: async () => {
      stopping.abort();
      await worker.stop();
      await maintenance;
    },
  };
};
