import type { ExecutionContext, TestFn } from 'ava';
import { createRandom } from '../../bench/material/random.ts';
import type { ParsedDocument, ParsedDocumentInput } from '../../core/document/parsed.ts';
import { validateParsedDocument } from '../../core/document/validate.ts';
import { DossierError } from '../../core/errors/error.ts';
import type { AnyPlugin } from '../../core/plugin/define.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import type { ParseContext, ParseLimits, Parser } from '../../core/ports/parser.ts';
import { fileErrors } from '../../core/sandbox/outcome.ts';
import { sniff } from '../../core/sniff/sniff.ts';
import { startPool } from '../core/sandbox/fixtures/pool.ts';

export const parseLimits: ParseLimits = {
  maxBytes: 2 ** 24,
  maxPages: 500,
  maxCharacters: 2_000_000,
  maxUnpackedBytes: 2 ** 26,
  maxPixels: 50_000_000,
  maxCells: 200_000,
  maxNesting: 200,
};

/** What a parser may say of a file that is no good; that a package is missing is no fault of the file. */
const refusals: readonly string[] = [...fileErrors].filter((code) => code !== 'package_missing');

/** How a parser is called where a test does not care. */
export const parseContext: ParseContext = {
  name: 'file',
  limits: parseLimits,
  ocr: { languages: ['eng'], maxPages: 20 },
  progress: () => {},
  recognizing: () => {},
};

export type ParserSubject = {
  readonly plugin: AnyPlugin;
  /** file: URL of the module that exports it. */
  readonly module: string;
  readonly external?: boolean;
  /** A good file of its format, with at least 40 characters of text. */
  readonly sample: { readonly name: string; readonly bytes: () => Uint8Array | Promise<Uint8Array> };
};

const setUpParser = async (plugin: AnyPlugin): Promise<Parser> => {
  const context = { options: plugin.options.parse({}), ports: {}, log: silentLogger };
  const { parser } = await plugin.setup(context as never);
  if (parser === undefined) throw new Error('The plugin brings no parser.');
  return parser;
};

/** Parses in this process and holds the result against the contract. */
export const parseWith = async (
  plugin: AnyPlugin,
  bytes: Uint8Array,
  given: Partial<ParseContext> = {},
): Promise<ParsedDocument> => {
  const parser = await setUpParser(plugin);
  const context = { ...parseContext, ...given };
  return validated(await parser.parse(bytes, context), context.limits);
};

const validated = (result: ParsedDocumentInput, limits: ParseLimits): ParsedDocument => {
  const checked = validateParsedDocument(result, limits);
  if ('problem' in checked) throw new Error(`The result breaks the contract: ${checked.problem}`);
  return checked.document;
};

/** What every parser promises, built in or not. */
export const testParser = (test: TestFn, { plugin, module, external = false, sample }: ParserSubject): void => {
  const promise = (title: string, check: (t: ExecutionContext, bytes: Uint8Array) => Promise<void>): void => {
    test(`${plugin.name}: ${title}`, async (t) => check(t, await sample.bytes()));
  };

  /** Parsed, or refused with a code that a user can act on; anything else is a defect. */
  const readsOrRefuses = async (t: ExecutionContext, bytes: Uint8Array, what: string): Promise<void> => {
    try {
      await parseWith(plugin, bytes, { name: sample.name });
      t.pass();
    } catch (thrown) {
      if (thrown instanceof Error && thrown.message.startsWith('The result breaks'))
        t.fail(`${what}: ${thrown.message}`);
      // Whatever else a parser throws, the process around it reports as damaged.
      else if (thrown instanceof DossierError) t.true(refusals.includes(thrown.code), `${what}: ${thrown.code}`);
      else t.pass();
    }
  };

  promise('wants its own format by the bytes, whatever the name, and nothing else', async (t, bytes) => {
    const parser = await setUpParser(plugin);
    const score = parser.score(sniff(bytes, sample.name));
    t.true(score > 0 && score <= 1);
    const own = sniff(bytes, sample.name).mediaType;
    const others = [
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      Uint8Array.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0]),
      Uint8Array.from({ length: 500 }, (_, index) => (index * 73) % 256),
    ].map((other) => sniff(other, sample.name));
    for (const other of others.filter(({ mediaType }) => mediaType !== own)) t.is(parser.score(other), 0);
  });

  promise('gives a document that keeps the contract', async (t, bytes) => {
    const { text, blocks, warnings } = await parseWith(plugin, bytes, { name: sample.name });
    t.true(text.length >= 40);
    t.true(blocks.length > 0);
    t.deepEqual(warnings, []);
  });

  promise('gives the same for the same bytes, under any name, and leaves them as they are', async (t, bytes) => {
    const before = bytes.slice();
    const first = await parseWith(plugin, bytes, { name: sample.name });
    t.deepEqual(bytes, before);
    for (const name of ['', 'x'.repeat(100_000), 'line\nbreak\u0000.exe']) {
      t.deepEqual(await parseWith(plugin, bytes, { name }), first);
    }
  });

  promise('reads a part of a larger buffer as that part', async (t, bytes) => {
    const whole = new Uint8Array(bytes.byteLength + 64).fill(0x41);
    whole.set(bytes, 32);
    const part = whole.subarray(32, 32 + bytes.byteLength);
    t.deepEqual(await parseWith(plugin, part), await parseWith(plugin, bytes));
  });

  promise('refuses more text than the limit allows', async (t, bytes) => {
    const limits = { ...parseLimits, maxCharacters: 20 };
    await t.throwsAsync(parseWith(plugin, bytes, { limits }), { code: 'too_much_text' });
  });

  promise('reads or refuses what is cut off anywhere', async (t, bytes) => {
    for (const share of [0, 0.01, 0.3, 0.5, 0.9, 0.99]) {
      await readsOrRefuses(t, bytes.slice(0, Math.floor(bytes.byteLength * share)), `cut at ${share}`);
    }
  });

  promise('reads or refuses what is damaged anywhere', async (t, bytes) => {
    const random = createRandom(7).next;
    for (let round = 0; round < 25; round += 1) {
      const damaged = bytes.slice();
      for (let flips = 0; flips < 1 + round; flips += 1) {
        damaged[Math.floor(random() * damaged.byteLength)] = Math.floor(random() * 256);
      }
      await readsOrRefuses(t, damaged, `damaged in round ${round}`);
    }
  });

  promise('gives the same in a process without permissions', async (t, bytes) => {
    const options = plugin.options.parse({});
    const parser = { plugin: plugin.name, version: plugin.version, module, options, external };
    const pool = startPool(t, { parsers: [parser] });
    t.deepEqual(await pool.problems(), []);
    const result = await pool.parse({ name: sample.name, bytes });
    t.is(result.parser.plugin, plugin.name);
    t.deepEqual(result.document, await parseWith(plugin, bytes, { name: sample.name }));
  });
};
