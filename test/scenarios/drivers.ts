import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { AnyCapability } from '../../core/capability/capability.ts';
import { inputFields } from '../../core/capability/fields.ts';
import { loadConfig } from '../../core/config/load.ts';
import { DossierError, type ErrorBody } from '../../core/errors/error.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import type { Application } from '../../core/system/application.ts';
import { commandWords } from '../../servers/cli/capability-command.ts';
import { toolName } from '../../servers/mcp/tools.ts';
import { startRest } from '../../servers/rest/server.ts';
import { openApplication } from '../../servers/wiring.ts';
import type { SurfaceName } from './scenario.ts';

type Json = Record<string, unknown>;

/** What came of a call: the output, or the error with how this surface marks its kind. */
export type Answer = { readonly output: Json } | { readonly error: ErrorBody; readonly mark: number | true };

/** One way to reach a running Dossier, with a data folder and a folder of files of its own. */
export type Driver = {
  readonly folder: string;
  call(capability: AnyCapability, input: Json): Promise<Answer>;
  close(): Promise<void>;
};

const PROGRAM = new URL('../../servers/cli/main.ts', import.meta.url).pathname;
const KEY = 'a-key-for-the-scenarios-0123456789-0123456789';

const open = async (data: string): Promise<Application> => {
  const flags = { data, 'server.port': 0, 'log.level': 'silent' };
  const application = await openApplication(loadConfig({ environment: {}, flags }));
  application.work();
  return application;
};

const bytesOf = (value: unknown, folder: string): unknown =>
  typeof value === 'string' && value.startsWith('@')
    ? new Uint8Array(readFileSync(path.join(folder, value.slice(1))))
    : value;

const inProcess = async (data: string, folder: string): Promise<Driver> => {
  const application = await open(data);
  return {
    folder,
    close: application.close,
    call: async (capability, input) => {
      const call = { principal: localPrincipal, requestId: 'scenario', mayRead: () => true };
      const given = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, bytesOf(value, folder)]));
      try {
        // The one that this application brought: the same name in another application works on another store.
        const own = application.capabilities.get(capability.name) ?? capability;
        return { output: await application.invoke(own, given, call) };
      } catch (thrown) {
        return { error: DossierError.from(thrown).toJSON(), mark: true };
      }
    },
  };
};

const cli = async (data: string, folder: string): Promise<Driver> => ({
  folder,
  close: async () => {},
  call: async (capability, input) => {
    const child = spawn(process.execPath, [PROGRAM, '--data', data, '--json', ...commandLine(capability, input)]);
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
    });
    child.stderr.resume();
    const [exit] = (await once(child, 'close')) as [number];
    const lines = stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Json);
    const failure = lines.find((line) => Object.keys(line).join() === 'error');
    if (failure !== undefined) return { error: failure['error'] as ErrorBody, mark: exit };
    if (capability.stream === undefined) return { output: lines[0] ?? {} };
    const items = lines.filter((line) => 'status' in line);
    const rest = lines.find((line) => !('status' in line)) ?? {};
    return { output: { [capability.stream]: items, ...rest } };
  },
});

/** The words that a person would type for this input. */
const commandLine = (capability: AnyCapability, input: Json): string[] => {
  const { positionals = [], flags = {} } = capability.cli ?? {};
  const words = positionals.flatMap((name) => (input[name] === undefined ? [] : [input[name]].flat().map(String)));
  const options = inputFields(capability)
    .filter(({ name }) => !positionals.includes(name) && input[name] !== undefined)
    .flatMap(({ name, type }) => {
      const flag = `--${flags[name] ?? name.replaceAll('_', '-')}`;
      if (type === 'boolean') return input[name] === true ? [flag] : [];
      return [input[name]].flat().flatMap((value) => [flag, String(value)]);
    });
  return [...commandWords(capability), ...options, '--', ...words];
};

const rest = async (data: string, folder: string): Promise<Driver> => {
  const application = await open(data);
  const server = await startRest(application, { key: KEY });
  return {
    folder,
    close: async () => {
      await server.close();
      await application.close();
    },
    call: async (capability, input) => {
      const { url, init } = httpRequest(capability, input, folder);
      const answer = await fetch(`${server.url}/v1${url}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${KEY}` },
      });
      const body = (await answer.json()) as Json;
      if (answer.ok) return { output: body };
      const { code, detail, hint, details } = body as {
        code: ErrorBody['code'];
        detail: string;
        hint: string;
        details?: ErrorBody['details'];
      };
      return { error: { code, message: detail, hint, ...(details ? { details } : {}) }, mark: answer.status };
    },
  };
};

const httpRequest = (
  { http }: AnyCapability,
  input: Json,
  folder: string,
): { url: string; init: RequestInit & { headers: Record<string, string> } } => {
  if (http === undefined) throw new Error('a capability without a route cannot be called over REST');
  const inPath = new Set<string>();
  const url = http.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(String(input[name]));
  });
  const others = Object.entries(input).filter(([name]) => !inPath.has(name));
  const method = http.method.toUpperCase();
  if (http.upload !== undefined) {
    const form = new FormData();
    for (const [name, value] of others) {
      if (name !== http.upload.bytes && name !== http.upload.name) form.set(name, String(value));
    }
    const bytes = bytesOf(input[http.upload.bytes], folder) as Uint8Array<ArrayBuffer>;
    form.set('file', new Blob([bytes]), String(input[http.upload.name]));
    return { url, init: { method, body: form, headers: {} } };
  }
  if (http.method === 'get') {
    const query = new URLSearchParams(
      others.flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)])),
    );
    return { url: `${url}?${query}`, init: { method, headers: {} } };
  }
  return {
    url,
    init: { method, body: JSON.stringify(Object.fromEntries(others)), headers: { 'content-type': 'application/json' } },
  };
};

const mcp = async (data: string, folder: string): Promise<Driver> => {
  const client = new Client(
    { name: 'scenarios', version: '1' },
    { versionNegotiation: { mode: { pin: '2026-07-28' } } },
  );
  const args = [PROGRAM, 'mcp', '--data', data, '--allow', folder];
  // The client hands down hardly anything of the environment, and days end where the machine is said to be.
  const env = { TZ: Temporal.Now.timeZoneId() };
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore' }));
  return {
    folder,
    close: () => client.close(),
    call: async (capability, input) => {
      const result = await client.callTool({ name: toolName(capability), arguments: input });
      if (result.isError !== true) return { output: result.structuredContent as Json };
      return { error: result._meta?.['dossier/error'] as ErrorBody, mark: true };
    },
  };
};

const drivers = { process: inProcess, cli, rest, mcp } as const;

/** Detectors whose findings the scenarios know, beside those that come with Dossier. */
const detectors = ['unlimited', 'notice', 'no-law', 'payment'].map(
  (name) => new URL(`../support/detectors/${name}.ts`, import.meta.url).pathname,
);

export const openDriver = (surface: SurfaceName, root: string): Promise<Driver> => {
  const folder = path.join(realpathSync(root), surface, 'files');
  const data = path.join(root, surface, 'data');
  mkdirSync(folder, { recursive: true });
  mkdirSync(data, { recursive: true });
  writeFileSync(path.join(data, 'config.json'), JSON.stringify({ plugins: { external: detectors } }));
  return drivers[surface](data, folder);
};

/** How the surface marks an error of this kind. */
export const expectedMark = (surface: SurfaceName, code: ErrorBody['code']): number | true => {
  const { mapping } = new DossierError(code);
  return { process: true as const, cli: mapping.exit, rest: mapping.status, mcp: true as const }[surface];
};
