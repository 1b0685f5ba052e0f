import net from 'node:net';
import type { ChildDocument, ParsedDocumentInput } from '../document/parsed.ts';
import { DossierError, type ErrorDetails } from '../errors/error.ts';
import type { AnyPlugin } from '../plugin/define.ts';
import { PLUGIN_API } from '../plugin/define.ts';
import { silentLogger } from '../ports/logger.ts';
import type { ParseLimits, Parser } from '../ports/parser.ts';
import { sniff } from '../sniff/sniff.ts';
import { encodeFrame, type Frame, frameReader } from './frames.ts';
import { lockDown } from './lockdown.ts';
import type { ChildMessage, HostMessage, ParserModule } from './messages.ts';
import { chooseParser, type LoadedParser } from './select.ts';

/**
 * What runs in a parser process. Started by core/sandbox/process.ts only, with its socket as descriptor 3.
 * It reads one file at a time and ends when the host goes away.
 */
const socket = new net.Socket({ fd: 3, readable: true, writable: true });
lockDown();

const send = (message: ChildMessage, payload?: Uint8Array): void => {
  for (const piece of encodeFrame(message, payload)) socket.write(piece);
};

let parsers: readonly LoadedParser[] = [];
let limits: ParseLimits | undefined;

const load = async (module: ParserModule): Promise<Parser> => {
  const { plugin } = (await import(module.module)) as { plugin?: AnyPlugin };
  if (plugin === undefined) throw new Error('The module has no export named plugin.');
  if (plugin.api !== PLUGIN_API) throw new Error(`The plugin is written for api ${plugin.api}, not ${PLUGIN_API}.`);
  const context = { options: module.options, ports: {}, log: silentLogger };
  const { parser } = await plugin.setup(context as never);
  if (parser === undefined) throw new Error('The plugin brings no parser.');
  return parser;
};

const start = async (message: Extract<HostMessage, { type: 'start' }>): Promise<void> => {
  const loaded: LoadedParser[] = [];
  const failed: { plugin: string; problem: string }[] = [];
  for (const module of message.parsers) {
    send({ type: 'loading', plugin: module.plugin });
    try {
      loaded.push({ module, parser: await load(module) });
    } catch (thrown) {
      failed.push({ plugin: module.plugin, problem: describe(thrown).slice(0, 2000) });
    }
  }
  parsers = loaded;
  limits = message.limits;
  send({ type: 'ready', failed });
};

const parse = async (
  { id, name, ocr }: Extract<HostMessage, { type: 'parse' }>,
  bytes: Uint8Array,
  limits: ParseLimits,
): Promise<void> => {
  const file = sniff(bytes, name);
  const choice = chooseParser(parsers, file);
  if (choice === undefined) throw new DossierError('unsupported', { media_type: file.mediaType });
  const { plugin } = choice.loaded.module;
  send({ type: 'chosen', id, plugin });
  const progress = (fraction: number): void => {
    if (fraction >= 0 && fraction <= 1) send({ type: 'progress', id, fraction });
  };
  const recognizing = (): void => send({ type: 'recognizing', id });
  const document = await choice.loaded.parser.parse(bytes, { name, limits, ocr, progress, recognizing });
  const { score } = choice;
  const { mediaType } = file;
  try {
    const { parsed, childBytes, payload } = detach(document);
    send({ type: 'result', id, plugin, score, mediaType, document: parsed, childBytes }, payload);
  } catch {
    send({ type: 'error', id, code: 'parser_invalid', details: {} });
  }
};

/** Takes the bytes of child documents out of what goes as JSON. */
const detach = (document: ParsedDocumentInput) => {
  const children: readonly ChildDocument[] = document.children ?? [];
  return {
    parsed: { ...document, children: children.map(({ name }) => ({ name })) },
    childBytes: children.map(({ bytes }) => bytes.byteLength),
    payload: Buffer.concat(children.map(({ bytes }) => bytes)),
  };
};

const describe = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : 'It threw no error.');

/** By shape and not by class: a plugin may bring its own copy of the error. */
const codedError = (thrown: unknown): { code: string; details: ErrorDetails } => {
  const { name, code, details } = thrown as DossierError;
  return name === 'DossierError' ? { code, details } : { code: 'damaged', details: {} };
};

const receive = async ({ header, payload }: Frame): Promise<void> => {
  const message = header as HostMessage;
  if (message.type === 'start') return start(message);
  if (limits === undefined) return;
  try {
    await parse(message, payload, limits);
  } catch (thrown) {
    try {
      send({ type: 'error', id: message.id, ...codedError(thrown) });
    } catch {
      // Any value can be thrown: undefined, or one that throws when it is looked at.
      send({ type: 'error', id: message.id, code: 'damaged', details: {} });
    }
  }
};

const reader = frameReader({ headerBytes: 2 ** 24, payloadBytes: 2 ** 32 - 1 }, (frame) => void receive(frame));
socket.on('data', reader);
socket.on('error', () => process.exit(0));
socket.on('close', () => process.exit(0));
