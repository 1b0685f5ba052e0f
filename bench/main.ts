/**
 * How fast Dossier is, beside the bare libraries doing the same in the same run.
 * npm run --silent bench -- [SECTION …] [--quick] [--only parsing,search] [--model DIR] [--corpora DIR] [--pdf DIR] [--json]
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { isMet, renderSection, type Section } from './report.ts';
import type { BenchOptions, Measure } from './section.ts';

/** Loaded when chosen: a section that lacks something leaves the others running. */
const sections: Readonly<Record<string, { readonly title: string; readonly measure: Measure }>> = {
  parsing: {
    title: 'Reading files',
    measure: async (options) => (await import('./parsing.ts')).measureParsing(options),
  },
  ocr: {
    title: 'Recognizing characters',
    measure: async (options) => (await import('./ocr.ts')).measureOcr(options),
  },
  embedding: {
    title: 'Embedding',
    measure: async (options) => (await import('./embedding.ts')).measureEmbedding(options),
  },
  clauses: {
    title: 'Finding clauses',
    measure: async (options) => (await import('./clauses.ts')).measureClauses(options),
  },
  search: {
    title: 'Search',
    measure: async (options) => (await import('./searching.ts')).measureSearching(options),
  },
  start: {
    title: 'Start of the MCP server',
    measure: async (options) => (await import('./start.ts')).measureStart(options),
  },
  calls: {
    title: 'Calls',
    measure: async (options) => (await import('./calls.ts')).measureCalls(options),
  },
  memory: {
    title: 'Memory',
    measure: async (options) => (await import('./memory.ts')).measureMemory(options),
  },
  tables: {
    title: 'Tables',
    measure: async (options) => (await import('./finding-tables.ts')).measureTables(options),
  },
  folder: {
    title: 'Ingesting a folder',
    measure: async (options) => (await import('./ingesting.ts')).measureIngesting(options),
  },
};

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    model: { type: 'string' },
    corpora: { type: 'string' },
    pdf: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const named = [...positionals, ...(args.only?.split(',') ?? [])];
const chosen = named.length > 0 ? named : Object.keys(sections);
const unknown = chosen.filter((id) => !Object.hasOwn(sections, id));
if (unknown.length > 0) {
  console.error(`There is no section ${unknown.join(', ')}. There are: ${Object.keys(sections).join(', ')}.`);
  process.exit(2);
}
const options: BenchOptions = {
  quick: args.quick,
  ...(args.model === undefined ? {} : { model: args.model }),
  ...(args.corpora === undefined ? {} : { corpora: args.corpora }),
  ...(args.pdf === undefined ? {} : { pdf: args.pdf }),
  progress: (message) => process.stderr.write(`${message}\n`),
};

const measured: Section[] = [];
for (const id of chosen) {
  const section = sections[id];
  if (section === undefined) continue;
  options.progress(section.title);
  const started = performance.now();
  const result = await section.measure(options).catch((thrown: unknown) => {
    console.error(`${section.title} could not be measured:`, thrown);
    process.exitCode = 1;
  });
  if (result === undefined) continue;
  const done: Section = { id, title: section.title, ...result, seconds: (performance.now() - started) / 1000 };
  measured.push(done);
  if (!args.json) console.log(renderSection(done));
}

const missed = measured.flatMap(({ rows }) => rows.filter((row) => isMet(row) === false).map(({ name }) => name));
if (args.json) {
  const machine = { processor: cpus()[0]?.model ?? '', processors: cpus().length, node: process.version };
  console.log(JSON.stringify({ machine, quick: args.quick, sections: measured, missed }, null, 2));
} else {
  console.log(missed.length === 0 ? 'Every aim is met.' : `Aims missed: ${missed.join('; ')}.`);
}
