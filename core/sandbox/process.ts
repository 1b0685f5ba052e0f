import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ParseLimits } from '../ports/parser.ts';
import { encodeFrame, type Frame, FrameError, frameReader } from './frames.ts';
import { type ChildMessage, childMessageSchema, type HostMessage, type ParserModule } from './messages.ts';
import { permissionFlags } from './permissions.ts';

/** How a parser process ended: by itself, or because the host ended it. */
export type Ending = {
  /** 'memory' where V8 gave up for want of heap; 'invalid' where it sent what is no message. */
  readonly cause: 'exit' | 'memory' | 'invalid' | 'killed';
  readonly problem?: string;
  /** What Node said of an error that ended it: "ERR_ACCESS_DENIED". */
  readonly code?: string;
};

/** A running child, before anything is asked of it. */
export type ParserProcess = {
  readonly pid: number;
  send(message: HostMessage, payload?: Uint8Array): void;
  /** Ends it at once, `killed` unless another reason is given. It holds no state that could be lost. */
  end(reason?: Ending): void;
  readonly alive: boolean;
  /** Resolves when it has ended and its descriptors are closed. */
  readonly ended: Promise<Ending>;
};

const entry = fileURLToPath(new URL(`./child.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url));

/** JSON per character of text: escapes, and six figures for each word of a page with positions. */
const HEADER_BYTES_PER_CHARACTER = 24;
const HEADER_BYTES = 16 * 2 ** 20;

/** The end of what it wrote to stderr: enough to find V8's last words, which name no document text. */
const STDERR_BYTES = 8192;

export const startParserProcess = (
  options: {
    readonly parsers: readonly ParserModule[];
    readonly limits: ParseLimits;
    readonly heapMegabytes: number;
    /** Processor seconds after which the kernel ends it: holds even when the host has died. */
    readonly processorSeconds: number;
  },
  onMessage: (message: ChildMessage, payload: Uint8Array) => void,
): ParserProcess => {
  const { limits } = options;
  const flags = permissionFlags(options.parsers, options.heapMegabytes);
  const child = spawnLimited([process.execPath, ...flags, entry], options.processorSeconds);
  const socket = child.stdio[3] as Socket;

  let ending: Ending | undefined;
  const end = (reason: Ending = { cause: 'killed' }): void => {
    ending ??= reason;
    child.kill('SIGKILL');
    socket.destroy();
  };

  const reader = frameReader(
    {
      headerBytes: HEADER_BYTES + limits.maxCharacters * HEADER_BYTES_PER_CHARACTER,
      payloadBytes: limits.maxUnpackedBytes,
    },
    ({ header, payload }: Frame) => {
      if (ending !== undefined) return;
      const message = childMessageSchema.safeParse(header);
      if (!message.success) throw new FrameError('a message that the protocol does not have');
      onMessage(message.data, payload);
    },
  );
  socket.on('data', (piece: Buffer) => {
    if (ending !== undefined) return;
    try {
      reader(piece);
    } catch (thrown) {
      if (!(thrown instanceof FrameError)) throw thrown;
      end({ cause: 'invalid', problem: thrown.message });
    }
  });
  // A child that dies resets its socket; what it means is told by its exit.
  socket.on('error', () => {});

  let lastWords = '';
  child.stderr?.on('data', (piece: Buffer) => {
    lastWords = (lastWords + piece.toString('latin1')).slice(-STDERR_BYTES);
  });

  const ended = new Promise<Ending>((resolve) => {
    // The child could not be started at all: no process, no exit.
    child.on('error', () => resolve({ cause: 'exit' }));
    child.on('close', () => {
      socket.destroy();
      const code = /\bcode: '([A-Z][A-Z0-9_]+)'/.exec(lastWords)?.[1];
      ending ??= { cause: /out of memory/i.test(lastWords) ? 'memory' : 'exit', ...(code && { code }) };
      resolve(ending);
    });
  });

  const send = (message: HostMessage, payload?: Uint8Array): void => {
    for (const piece of encodeFrame(message, payload)) socket.write(piece);
  };
  send({ type: 'start', parsers: options.parsers, limits });

  return {
    pid: child.pid ?? 0,
    send,
    end,
    get alive() {
      return ending === undefined && child.exitCode === null && child.signalCode === null && child.pid !== undefined;
    },
    ended,
  };
};

/**
 * Without environment, without the host's standard streams, with the socket as descriptor 3. The shell sets the
 * limits that only the kernel can keep and becomes the process itself, so the process id stays the same.
 */
const spawnLimited = (command: readonly [string, ...string[]], processorSeconds: number): ChildProcess => {
  const shell = ['/bin/sh', '-c', `ulimit -c 0; ulimit -t ${processorSeconds}; unset PWD; exec "$0" "$@"`] as const;
  const [file, ...args] = process.platform === 'win32' ? command : ([...shell, ...command] as const);
  return spawn(file, args, {
    cwd: process.platform === 'win32' ? process.cwd() : '/',
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
};
