import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sandboxLimitsOf } from '../core/config/limits.ts';
import { configSchema } from '../core/config/schema.ts';
import type { AnyPlugin } from '../core/plugin/define.ts';
import { silentLogger } from '../core/ports/logger.ts';
import type { Parser } from '../core/ports/parser.ts';
import { systemClock } from '../core/ports/system-clock.ts';
import type { ParserModule } from '../core/sandbox/messages.ts';
import { createParserPool, type ParserPool } from '../core/sandbox/pool.ts';
import { interleaved, median } from './measure.ts';
import { type Row, rateRow } from './report.ts';
import type { Measure } from './section.ts';

const root = path.resolve(import.meta.dirname, '..');
const UNIT = 'pages/s';
/** A format without pages has one for so many characters. */
const CHARACTERS_PER_PAGE = 3000;
const MOST_BYTES = 5_000_000;
const settings = configSchema.parse({ data: '/' });
const limits = sandboxLimitsOf(settings);
const { ocr } = limits;

type Loaded = { readonly module: ParserModule; readonly parser: Parser };
type File = { readonly name: string; readonly bytes: Uint8Array; readonly parser: string; readonly pages: number };

/** Pages read per second by each parser, in processes of their own as in use, beside the same parser in this process. */
export const measureParsing: Measure = async ({ quick, corpora, progress }) => {
  const parsers = await loadParsers();
  const options = { parsers: parsers.map(({ module }) => module), log: silentLogger, clock: systemClock };
  const one = createParserPool({ ...options, limits, size: 1, idleSeconds: 600 });
  const two = createParserPool({ ...options, limits, size: 2, idleSeconds: 600 });
  try {
    const files = await readable(one, candidates(corpora, quick ? 6 : 20));
    const rows: Row[] = [];
    for (const { module, parser } of parsers) {
      const own = files.filter((file) => file.parser === module.plugin);
      const pages = own.reduce((sum, file) => sum + file.pages, 0);
      if (pages === 0) continue;
      progress(`${module.plugin}: ${own.length} files, ${pages} pages`);
      const rate = (milliseconds: readonly number[]) => (pages / median(milliseconds)) * 1000;
      const times = await interleaved(quick ? 3 : 5, {
        direct: () =>
          each(own, ({ name, bytes }) =>
            parser.parse(bytes, { name, limits, ocr, progress: () => {}, recognizing: () => {} }),
          ),
        one: () => each(own, (file) => one.parse(file)),
        two: () => Promise.all(own.map((file) => two.parse(file))),
      });
      const bare = { what: 'in this process', value: rate(times.direct) };
      rows.push(rateRow(`${module.plugin}, ${own.length} files`, UNIT, rate(times.one), bare));
      if (own.length > 1) rows.push(rateRow(`${module.plugin}, two processes`, UNIT, rate(times.two)));
    }
    const from = corpora === undefined ? 'examples/documents' : 'examples/documents and --corpora';
    return {
      rows,
      notes: [`Files of ${from}; a page of a format without pages is ${CHARACTERS_PER_PAGE} characters.`],
    };
  } finally {
    await one.close();
    await two.close();
  }
};

const loadParsers = (): Promise<Loaded[]> => {
  const folder = path.join(root, 'plugins/parsers');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return Promise.all(
    files.sort().map(async (name) => {
      const module = pathToFileURL(path.join(folder, name)).href;
      const { plugin } = (await import(module)) as { plugin: AnyPlugin };
      const options = plugin.options.parse({});
      const { parser } = await plugin.setup({ options, ports: {}, log: silentLogger } as never);
      if (parser === undefined) throw new Error(`${name} brings no parser.`);
      const { name: pluginName, version } = plugin;
      return { module: { plugin: pluginName, version, module, options, external: false }, parser };
    }),
  );
};

/** The examples and, of each kind of file in the given folder, so many, spread over it. */
const candidates = (corpora: string | undefined, perKind: number): string[] => {
  const inFolder = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  const given = Map.groupBy(corpora === undefined ? [] : inFolder(corpora), (file) => path.extname(file).toLowerCase());
  const spread = [...given.values()].flatMap((files) => {
    const step = Math.max(1, files.length / perKind);
    return Array.from({ length: Math.min(perKind, files.length) }, (_, index) => files[Math.floor(index * step)] ?? '');
  });
  return [...inFolder(path.join(root, 'examples/documents')), ...spread];
};

/** Those that a parser reads, with which one and how many pages. */
const readable = async (pool: ParserPool, paths: readonly string[]): Promise<File[]> => {
  const files: File[] = [];
  for (const file of paths) {
    const bytes = readFileSync(file);
    const name = path.basename(file);
    if (bytes.byteLength > MOST_BYTES) continue;
    const result = await pool.parse({ name, bytes }).catch(() => undefined);
    if (result === undefined) continue;
    const { pages, text } = result.document;
    const count = pages.length > 1 ? pages.length : Math.max(1, Math.round(text.length / CHARACTERS_PER_PAGE));
    files.push({ name, bytes, parser: result.parser.plugin, pages: count });
  }
  return files;
};

const each = async (files: readonly File[], read: (file: File) => Promise<unknown>): Promise<void> => {
  for (const file of files) await read(file);
};
