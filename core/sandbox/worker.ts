import { randomUUID } from 'node:crypto';
import type { ParsedDocument } from '../document/parsed.ts';
import { validateParsedDocument } from '../document/validate.ts';
import { DossierError } from '../errors/error.ts';
import type { ErrorCode } from '../errors/table.ts';
import type { Clock } from '../ports/clock.ts';
import type { OcrSettings, ParseLimits } from '../ports/parser.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import { residentBytes } from './memory.ts';
import type { ChildMessage, ParserModule } from './messages.ts';
import { attach, endingError, fileError } from './outcome.ts';
import { startParserProcess } from './process.ts';

/** What a parser process may use, beside what each parser keeps by itself. */
export type SandboxLimits = ParseLimits & {
  /** For one file, from the moment that a process begins with it, beside what it takes to recognize pages. */
  readonly parseSeconds: number;
  /** For one page or picture that is recognized. */
  readonly recognizeSeconds: number;
  /** What is recognized where a file is not read with settings of its own. */
  readonly ocr: OcrSettings;
  /** Resident memory of one process. */
  readonly parseMegabytes: number;
};

export type ParseJob = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Languages to recognize in this file instead of those of the settings. */
  readonly languages?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((fraction: number) => void) | undefined;
};

export type ParseResult = {
  /** Which parser read it, and its score for the type that was found. */
  readonly parser: { readonly plugin: string; readonly version: string; readonly score: number };
  readonly mediaType: string;
  readonly document: ParsedDocument;
};

export type ParserProblem = { readonly plugin: string; readonly problem: string };

/** One file as it was read, also where that failed. */
export type FileRead = {
  /** What was given to the pool. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** The plugin that was chosen; undefined where none was, or the process ended before that. */
  readonly parser: string | undefined;
  /** From when a process began with the file until its result was checked. */
  readonly milliseconds: number;
  /**
   * Most resident memory of the process meanwhile, as far as looking every 40 ms shows it; what files before it left
   * behind is in it. undefined where it cannot be learned.
   */
  readonly peakBytes: number | undefined;
  /** Why it could not be read; undefined where it was. */
  readonly code: ErrorCode | undefined;
  /** Whether the process that read it is gone. */
  readonly ended: boolean;
};

/** One process with what is being done in it. Reads one file at a time. */
export type Worker = {
  /** Which plugins could not be started. Rejects with StartFailed when the process did not get through its start. */
  readonly ready: Promise<readonly ParserProblem[]>;
  parse(job: ParseJob): Promise<ParseResult>;
  /** Files given to it so far. */
  readonly files: number;
  /** Whether it has spent the time of one file and should be replaced. */
  readonly spent: boolean;
  readonly alive: boolean;
  /** Most that was seen while it read the last file. */
  readonly peakBytes: number | undefined;
  /** The parser that was chosen for the last file. */
  readonly chosen: string | undefined;
  residentBytes(): Promise<number | undefined>;
  stop(): Promise<void>;
};

/** The process ended, or hung, while it loaded this plugin; undefined when none had begun. */
export class StartFailed extends Error {
  readonly plugin: string | undefined;
  readonly code: string | undefined;
  constructor(plugin: string | undefined, code: string | undefined) {
    super('A parser process did not start.');
    this.plugin = plugin;
    this.code = code;
  }
}

const START_SECONDS = 30;
const MEMORY_POLL_MS = 40;
/** V8's heap is part of resident memory; the rest is the runtime, WASM memory and buffers. */
const HEAP_SHARE = 0.75;
const MIN_HEAP_MEGABYTES = 64;
/**
 * Processor time, in multiples of one file's time, after which the kernel ends a process even when the host has died.
 * A process gets no new file after one multiple, so it runs for two at most, on two or three processors.
 */
const PROCESSOR_TIME_FACTOR = 6;

type Current = {
  readonly id: string;
  readonly job: ParseJob;
  parser: string;
  readonly deadline: Deadline;
  settle(outcome: ParseResult | DossierError): void;
};

export const startWorker = (options: {
  readonly parsers: readonly ParserModule[];
  readonly limits: SandboxLimits;
  readonly clock: Clock;
}): Worker => {
  const { parsers, limits, clock } = options;
  const versions = new Map(parsers.map(({ plugin, version }) => [plugin, version]));
  let current: Current | undefined;
  let files = 0;
  let busyMs = 0;
  let peakBytes: number | undefined;
  let chosen: string | undefined;
  let loading: string | undefined;
  const started = Promise.withResolvers<readonly ParserProblem[]>();

  const receive = (message: ChildMessage, payload: Uint8Array): void => {
    if (message.type === 'loading') {
      loading = message.plugin;
      return;
    }
    if (message.type === 'ready') {
      started.resolve(message.failed);
      return;
    }
    if (current === undefined || message.id !== current.id) {
      child.end({ cause: 'invalid', problem: 'a message that nobody asked for' });
      return;
    }
    if (message.type === 'chosen') {
      if (versions.has(message.plugin)) chosen = current.parser = message.plugin;
    } else if (message.type === 'progress') current.job.progress?.(message.fraction);
    else if (message.type === 'recognizing') current.deadline.recognizing();
    else if (message.type === 'error') current.settle(fileError(message, current.parser));
    else current.settle(judge(message, payload));
  };

  const judge = (message: Extract<ChildMessage, { type: 'result' }>, payload: Uint8Array) => {
    const { plugin, score, mediaType } = message;
    const version = versions.get(plugin);
    const invalid = (problem: string) => new DossierError('parser_invalid', { parser: plugin, problem });
    if (version === undefined)
      return new DossierError('parser_invalid', { parser: 'unknown', problem: 'no such parser' });
    const children = attach(message.document, message.childBytes, payload);
    if (children === undefined) return invalid('the children do not match their bytes');
    const value = { ...(message.document as object), children };
    if ('text' in value && typeof value.text === 'string' && value.text.length > limits.maxCharacters) {
      return new DossierError('too_much_text', { limit: limits.maxCharacters });
    }
    const validated = validateParsedDocument(value, limits);
    if ('problem' in validated) return invalid(validated.problem);
    return { parser: { plugin, version, score }, mediaType, document: validated.document };
  };

  const child = startParserProcess(
    {
      parsers,
      limits,
      heapMegabytes: Math.max(MIN_HEAP_MEGABYTES, Math.floor(limits.parseMegabytes * HEAP_SHARE)),
      processorSeconds: Math.ceil(
        limits.parseSeconds * PROCESSOR_TIME_FACTOR + limits.recognizeSeconds * limits.ocr.maxPages,
      ),
    },
    receive,
  );

  child.ended.then((ending) => {
    started.reject(new StartFailed(loading, ending.code));
    current?.settle(endingError(ending, current.parser, limits));
  });
  // A pool that is closed during the start no longer asks.
  started.promise.catch(ignore);
  const startTimer = new AbortController();
  started.promise.finally(() => startTimer.abort()).catch(ignore);
  clock.sleep(START_SECONDS * 1000, startTimer.signal).then(() => child.end(), ignore);

  const parse = async (job: ParseJob): Promise<ParseResult> => {
    const { promise, resolve } = Promise.withResolvers<ParseResult | DossierError>();
    const finished = new AbortController();
    files += 1;
    peakBytes = undefined;
    chosen = undefined;
    const began = clock.now();
    const stopFor = (error: DossierError): void => {
      resolve(error);
      child.end();
    };
    const onAbort = (): void => stopFor(new DossierError('cancelled'));
    job.signal?.addEventListener('abort', onAbort);
    const deadline = createDeadline(limits, clock, finished.signal, stopFor);
    current = { id: randomUUID(), job, parser: 'sniffer', deadline, settle: resolve };
    watchMemory(finished.signal, stopFor).catch(ignore);
    try {
      const ocr = { ...limits.ocr, languages: job.languages ?? limits.ocr.languages };
      child.send({ type: 'parse', id: current.id, name: job.name, ocr }, job.bytes);
      if (!child.alive) await child.ended;
      const outcome = await promise;
      if (outcome instanceof DossierError) throw outcome;
      return outcome;
    } finally {
      current = undefined;
      busyMs += clock.now() - began - deadline.recognizedMs();
      finished.abort();
      job.signal?.removeEventListener('abort', onAbort);
    }
  };

  const watchMemory = async (finished: AbortSignal, stopFor: (error: DossierError) => void): Promise<void> => {
    while (!finished.aborted) {
      const bytes = await residentBytes(child.pid);
      if (bytes !== undefined && !finished.aborted) peakBytes = Math.max(peakBytes ?? 0, bytes);
      if (bytes !== undefined && bytes > limits.parseMegabytes * 2 ** 20) {
        stopFor(new DossierError('parse_memory', { megabytes: limits.parseMegabytes }));
        return;
      }
      await clock.sleep(MEMORY_POLL_MS, finished);
    }
  };

  return {
    ready: started.promise,
    parse,
    get files() {
      return files;
    },
    get spent() {
      return busyMs > limits.parseSeconds * 1000;
    },
    get alive() {
      return child.alive;
    },
    get peakBytes() {
      return peakBytes;
    },
    get chosen() {
      return chosen;
    },
    residentBytes: () => residentBytes(child.pid),
    stop: async () => {
      child.end();
      await child.ended;
    },
  };
};

const ignore = (): void => {};
