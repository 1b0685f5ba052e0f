import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ParserModule } from '../core/sandbox/messages.ts';
import type { ParserPool } from '../core/sandbox/pool.ts';
import { interleaved, median } from './measure.ts';
import { builtInParsers, createPool, defaultLimits, parserOf } from './parsers.ts';
import { EngineProcess } from './pdf-engines/run.ts';
import { type Row, rateRow } from './report.ts';
import type { Measure } from './section.ts';

const root = path.resolve(import.meta.dirname, '..');
const UNIT = 'pages/s';
/** A format without pages has one for so many characters. */
const CHARACTERS_PER_PAGE = 3000;
const MOST_BYTES = 5_000_000;
/** Pictures are read by recognizing their characters, which takes seconds; nothing else is recognized here. */
const PICTURES = new Set(['png', 'jpeg']);
const MOST_PICTURES = 3;

type File = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly languages: readonly string[];
  readonly parser: string;
  readonly pages: number;
};

/** Pages read per second by each parser, in processes of their own as in use, beside the same parser in this process. */
export const measureParsing: Measure = async ({ quick, corpora, progress }) => {
  const parsers = await builtInParsers();
  const one = createPool(parsers, 1);
  const two = createPool(parsers, 2);
  try {
    const files = await readable(one, candidates(corpora, quick ? 6 : 20));
    const rows: Row[] = [];
    const notes: string[] = [];
    for (const module of parsers) {
      const own = files.filter(({ parser }) => parser === module.plugin);
      const engines = module.plugin === 'pdf' ? startEngines() : [];
      try {
        const fair = await readByAll(own, engines);
        if (fair.length < own.length)
          notes.push(`${own.length - fair.length} PDFs that not every engine reads are left out.`);
        if (fair.length > 0) rows.push(...(await measureParser(module, fair, { one, two, engines }, quick, progress)));
      } finally {
        for (const [, engine] of engines) engine.close();
      }
    }
    const from = corpora === undefined ? 'examples/documents' : 'examples/documents and --corpora';
    return {
      rows,
      notes: [
        `Files of ${from}; a page of a format without pages is ${CHARACTERS_PER_PAGE} characters.`,
        'LiteParse (native) and pdf2json give text; each has a process of its own, as Dossier has, but no sandbox.',
        ...notes,
      ],
    };
  } finally {
    await one.close();
    await two.close();
  }
};

type Engine = readonly [name: string, process: EngineProcess];

const LIMIT = { seconds: 20 };
const startEngines = (): readonly Engine[] =>
  (['liteparse', 'pdf2json'] as const).map((name) => [name, new EngineProcess(name, LIMIT)]);

/** What one of them hangs on, or refuses, would be a measure of its limits and not of its speed. */
const readByAll = async (files: readonly File[], engines: readonly Engine[]): Promise<readonly File[]> => {
  const read: File[] = [];
  for (const file of files) {
    const outcomes = [];
    for (const [, engine] of engines) outcomes.push(await engine.read({ bytes: file.bytes, boxes: false }));
    if (outcomes.every(({ kind }) => kind === 'read')) read.push(file);
  }
  return read;
};

type Contestants = { readonly one: ParserPool; readonly two: ParserPool; readonly engines: readonly Engine[] };

const measureParser = async (
  module: ParserModule,
  files: readonly File[],
  { one, two, engines }: Contestants,
  quick: boolean,
  progress: (message: string) => void,
): Promise<Row[]> => {
  const { plugin } = module;
  const parser = await parserOf(module);
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  progress(`${plugin}: ${files.length} files, ${pages} pages`);
  const rate = (milliseconds: readonly number[] = []) => (pages / median(milliseconds)) * 1000;
  const turns = PICTURES.has(plugin) ? 2 : quick ? 3 : 5;
  const context = { limits: defaultLimits, progress: () => {}, recognizing: () => {} };
  const times = await interleaved<string>(turns, {
    direct: () =>
      each(files, ({ name, bytes, languages }) =>
        parser.parse(bytes, { ...context, name, ocr: { ...defaultLimits.ocr, languages } }),
      ),
    one: () => each(files, (file) => one.parse(file)),
    two: () => Promise.all(files.map((file) => two.parse(file))),
    ...Object.fromEntries(
      engines.map(([name, engine]) => [name, () => each(files, ({ bytes }) => engine.read({ bytes, boxes: false }))]),
    ),
  });
  const dossier = rate(times['one']);
  return [
    rateRow(`${plugin}, ${files.length} files`, UNIT, dossier, {
      what: 'in this process',
      value: rate(times['direct']),
    }),
    ...engines.map(([name]) =>
      rateRow(`${plugin} beside ${name}`, UNIT, dossier, { what: name, value: rate(times[name]) }),
    ),
    ...(files.length > 1 ? [rateRow(`${plugin}, two processes`, UNIT, rate(times['two']))] : []),
  ];
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
    const result = await pool.parse({ name, bytes, languages: [] }).catch(() => undefined);
    if (result === undefined) continue;
    const { pages, text } = result.document;
    const parser = result.parser.plugin;
    const languages = PICTURES.has(parser) ? defaultLimits.ocr.languages : [];
    if (PICTURES.has(parser) && files.filter((known) => known.parser === parser).length >= MOST_PICTURES) continue;
    const count = pages.length > 1 ? pages.length : Math.max(1, Math.round(text.length / CHARACTERS_PER_PAGE));
    files.push({ name, bytes, languages, parser, pages: count });
  }
  return files;
};

const each = async (files: readonly File[], read: (file: File) => Promise<unknown>): Promise<void> => {
  for (const file of files) await read(file);
};
