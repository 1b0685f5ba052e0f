/**
 * Compares the engines that could read PDFs, and the parser built on the chosen one.
 * npx node bench/pdf-engines.ts --pdf DIR --files DIR [--sample N] [--json]
 * --pdf: contracts as PDF; beside it, ../documents/NAME.txt is compared too where it exists. --files: files of every kind.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type EngineName, engineNames } from './pdf-engines/engines.ts';
import { popplerText, popplerWords } from './pdf-engines/poppler.ts';
import { EngineProcess, type Outcome, SANDBOX } from './pdf-engines/run.ts';
import { bagF1, boxAgreement, mean, orderF1, quantile, wordsOf } from './pdf-engines/scores.ts';

const { values: args } = parseArgs({
  options: {
    pdf: { type: 'string' },
    files: { type: 'string' },
    sample: { type: 'string', default: '25' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (args.pdf === undefined || args.files === undefined) {
  console.error('Usage: npx node bench/pdf-engines.ts --pdf DIR --files DIR [--sample N] [--only ENGINE,…] [--json]');
  process.exit(2);
}

const contracts = spread(pdfsIn(args.pdf), Number(args.sample)).map((path) => {
  const plain = join(args.pdf ?? '', '..', 'documents', `${basename(path, '.pdf')}.txt`);
  return {
    path,
    bytes: readFileSync(path),
    poppler: wordsOf(popplerText(path)),
    boxes: popplerWords(path),
    plain: existsSync(plain) ? wordsOf(readFileSync(plain, 'utf8')) : undefined,
  };
});
const withText = contracts.filter((file) => file.poppler.length > 50);
const odd = pdfsIn(args.files).map((path) => ({ name: basename(path), bytes: readFileSync(path) }));

const report = [];
const chosen = args.only?.split(',');
for (const engine of engineNames.filter((name) => chosen === undefined || chosen.includes(name))) {
  console.error(`${engine}: ${withText.length} contracts, ${odd.length} other files`);
  report.push({ engine, ...(await onContracts(engine)), ...(await onOddFiles(engine)), ...(await inSandbox(engine)) });
}
const nativeWrites = await addonWritesInSandbox();

if (args.json) console.log(JSON.stringify({ engines: report, nativeWrites }, null, 2));
else {
  console.table(Object.fromEntries(report.map(({ engine, errors: _, ...figures }) => [engine, figures])));
  for (const { engine, errors } of report)
    console.log(`${engine} on files that it did not read: ${JSON.stringify(errors)}`);
  console.log(
    `liteparse under ${SANDBOX[0]} with --allow-addons wrote a file where nothing may be written: ${nativeWrites}`,
  );
}

async function onContracts(engine: EngineName) {
  const child = new EngineProcess(engine);
  const rows = [];
  const first = withText[0];
  if (first !== undefined) await child.read({ bytes: first.bytes, boxes: false });
  for (const file of withText) {
    const outcome = await child.read({ bytes: file.bytes, boxes: true });
    const text = outcome.kind === 'read' ? wordsOf(outcome.result.text) : [];
    rows.push({
      f1: bagF1(text, file.poppler),
      order: orderF1(text, file.poppler),
      plain: file.plain === undefined ? undefined : bagF1(text, file.plain),
      boxes:
        outcome.kind === 'read' && outcome.words !== undefined ? boxAgreement(outcome.words, file.boxes) : undefined,
      ms: outcome.kind === 'read' ? outcome.ms : 0,
      pages: outcome.kind === 'read' ? outcome.result.pages : 0,
      rssMb: outcome.kind === 'read' ? outcome.rssMb : 0,
    });
  }
  child.close();
  const boxes = rows.flatMap((row) => row.boxes ?? []);
  const round = (value: number, digits = 4) => Number(value.toFixed(digits));
  return {
    files: rows.length,
    f1: round(mean(rows.map((row) => row.f1))),
    f1Lowest: round(
      quantile(
        rows.map((row) => row.f1),
        0,
      ),
    ),
    f1Plain: round(mean(rows.flatMap((row) => row.plain ?? []))),
    order: round(mean(rows.map((row) => row.order))),
    boxIou: boxes.length === 0 ? undefined : round(mean(boxes.map((box) => box.iou)), 3),
    boxesMatched: boxes.length === 0 ? undefined : round(mean(boxes.map((box) => box.matched)), 3),
    msPerPage: round(
      rows.reduce((sum, row) => sum + row.ms, 0) /
        Math.max(
          1,
          rows.reduce((sum, row) => sum + row.pages, 0),
        ),
      2,
    ),
    rssMb: Math.max(...rows.map((row) => row.rssMb)),
  };
}

async function onOddFiles(engine: EngineName) {
  const child = new EngineProcess(engine, { seconds: 20 });
  const cases = [...odd, ...damagedCopies(), { name: 'empty', bytes: new Uint8Array() }];
  const outcomes: { name: string; outcome: Outcome }[] = [];
  for (const { name, bytes } of cases) outcomes.push({ name, outcome: await child.read({ bytes, boxes: false }) });
  child.close();
  const of = (kind: Outcome['kind']) => outcomes.filter(({ outcome }) => outcome.kind === kind);
  const errors = of('failed').map(({ name, outcome }) => [
    name,
    outcome.kind === 'failed' ? outcome.message.slice(0, 60) : '',
  ]);
  return {
    oddRead: of('read').length,
    oddFailed: of('failed').length,
    crashed: of('crashed').length,
    hung: of('hung').length,
    errors: Object.fromEntries(errors) as Record<string, string>,
  };
}

/** The first contracts, cut short and with bytes overwritten. */
function damagedCopies() {
  return withText.slice(0, 8).flatMap(({ path, bytes }) => {
    const half = bytes.subarray(0, bytes.length >> 1);
    const overwritten = Uint8Array.from(bytes);
    for (let at = 997; at < overwritten.length; at += 997) overwritten[at] = (overwritten[at] ?? 0) ^ 0x55;
    return [
      { name: `half of ${basename(path)}`, bytes: half },
      { name: `overwritten ${basename(path)}`, bytes: overwritten },
    ];
  });
}

async function inSandbox(engine: EngineName) {
  const bytes = withText[0]?.bytes ?? new Uint8Array();
  for (const flags of [SANDBOX, [...SANDBOX, '--allow-addons']]) {
    const child = new EngineProcess(engine, { flags });
    const outcome = await child.read({ bytes, boxes: false });
    child.close();
    if (outcome.kind === 'read') return { sandbox: flags.slice(2).join(' ') || 'yes' };
  }
  return { sandbox: 'no' };
}

/** Whether the permission model stops a native addon from writing: liteparse is told to write images to a folder. */
async function addonWritesInSandbox(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-engines-'));
  try {
    const writer = new URL('pdf-engines/addon-writes.ts', import.meta.url).pathname;
    const child = fork(writer, [folder], {
      execArgv: [...SANDBOX, '--allow-addons'],
      serialization: 'advanced',
      stdio: 'ignore',
    });
    child.send(odd.slice(0, 30).map(({ bytes }) => bytes));
    await new Promise((resolve) => child.on('exit', resolve));
    return readdirSync(folder).length > 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pdfsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(folder, name));
}

/** `count` of the items at equal distances. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (count >= items.length) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}
