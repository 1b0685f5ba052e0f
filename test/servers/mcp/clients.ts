import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client as ClientOf2026 } from '@modelcontextprotocol/client';
import { StdioClientTransport as TransportOf2026 } from '@modelcontextprotocol/client/stdio';
import { Client as ClientOf2025 } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as TransportOf2025 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import test from 'ava';

const PROGRAM = new URL('../fixture/dossier.ts', import.meta.url).pathname;

export type Connection = {
  readonly client: ClientOf2025 | ClientOf2026;
  readonly callTool: (
    call: { name: string; arguments?: Record<string, unknown> },
    options?: CallOptions,
  ) => Promise<ToolResult>;
  /** What the process wrote on stderr so far. */
  readonly log: () => string;
  readonly data: string;
};

type CallOptions = {
  signal?: AbortSignal;
  onprogress?: (progress: { progress: number; total?: number | undefined; message?: string | undefined }) => void;
};

export type ToolResult = {
  isError?: boolean;
  content: { type: string; text?: string }[];
  structuredContent?: Record<string, unknown>;
  _meta?: Record<string, unknown>;
};

export type Options = {
  readonly args?: readonly string[];
  readonly roots?: readonly string[];
  readonly program?: string;
  readonly data?: string;
};

/** Who cleans up: a test, or a file of tests that share a connection. */
export type Owner = { teardown(clean: () => unknown): void };

const temporaryFolder = (t: Owner): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-test-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** One connection for all tests of a file that only look: starting a process costs more than the rest of a test. */
export const shared = (connect: (t: Owner) => Promise<Connection>): (() => Promise<Connection>) => {
  const cleanups: (() => unknown)[] = [];
  let connection: Promise<Connection> | undefined;
  test.after.always(async () => {
    for (const clean of cleanups.reverse()) await clean();
  });
  return () => {
    connection ??= connect({ teardown: (clean) => cleanups.push(clean) });
    return connection;
  };
};

const parameters = (t: Owner, { args = [], program = PROGRAM, data = temporaryFolder(t) }: Options) => ({
  data,
  start: { command: process.execPath, args: [program, 'mcp', '--data', data, ...args], stderr: 'pipe' as const },
});

/** A real `dossier mcp` process, spoken to by the v1 SDK: protocol of 2025, opened with initialize. */
export const connect2025 = async (t: Owner, options: Options = {}): Promise<Connection> => {
  const { data, start } = parameters(t, options);
  const { roots } = options;
  const client = new ClientOf2025({ name: 'test', version: '1' }, { capabilities: roots ? { roots: {} } : {} });
  if (roots) client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: roots.map((uri) => ({ uri })) }));
  const transport = new TransportOf2025(start);
  let log = '';
  transport.stderr?.on('data', (chunk) => {
    log += String(chunk);
  });
  await client.connect(transport);
  t.teardown(() => client.close());
  const callTool: Connection['callTool'] = async (call, request) =>
    (await client.callTool(call, undefined, request)) as ToolResult;
  return { client, callTool, log: () => log, data };
};

/** The same process, spoken to by the v2 SDK's client: protocol 2026-07-28, opened with server/discover. */
const connect2026 = async (t: Owner, options: Options = {}): Promise<Connection> => {
  const { data, start } = parameters(t, options);
  const { roots } = options;
  const client = new ClientOf2026(
    { name: 'test', version: '1' },
    { capabilities: roots ? { roots: {} } : {}, versionNegotiation: { mode: { pin: '2026-07-28' } } },
  );
  if (roots) client.setRequestHandler('roots/list', () => ({ roots: roots.map((uri) => ({ uri })) }));
  const transport = new TransportOf2026(start);
  let log = '';
  transport.stderr?.on('data', (chunk) => {
    log += String(chunk);
  });
  await client.connect(transport);
  t.teardown(() => client.close());
  const callTool: Connection['callTool'] = async (call, request) =>
    (await client.callTool(call, request)) as ToolResult;
  return { client, callTool, log: () => log, data };
};

export const eras = [
  { era: '2025-11-25', connect: connect2025 },
  { era: '2026-07-28', connect: connect2026 },
] as const;
