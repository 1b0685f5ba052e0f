/** Makes queries.jsonl and gold.jsonl of the tuning material from its hand-written questions; see README.md for their form. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Span = { document: string; start: number; end: number };
type Query = { id: string; text: string; document: string | null; category: string };
export type TuningSet = { readonly queries: string; readonly gold: string };
type Question = { marker: string; texts: string[]; quotes: string[] };

const folders = [
  { name: 'general', perDocument: false },
  { name: 'contracts', perDocument: true },
  { name: 'confidentiality', perDocument: true },
  { name: 'household', perDocument: false },
] as const;

/** Where the quote stands in the text; line breaks and runs of spaces count as one space. Throws where it is not there exactly once. */
function locate(document: string, text: string, quote: string): Span {
  const pattern = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const marked = /^(.*)\[\[(.+)\]\](.*)$/.exec(quote) ?? ['', '', quote, ''];
  const [, before = '', answer = '', after = ''] = marked;
  const found = [...text.matchAll(new RegExp(`(${pattern(before)})(${pattern(answer)})${pattern(after)}`, 'g'))];
  const [match] = found;
  if (match === undefined || found.length > 1) throw new Error(`${document}: found ${found.length} times: ${quote}`);
  const start = match.index + (match[1] ?? '').length;
  return { document, start, end: start + (match[2] ?? '').length };
}

function readQuestions(source: string, name: string): Question[] {
  const questions: Question[] = [];
  for (const line of source.split('\n')) {
    const marker = line.slice(0, 1);
    const rest = line.slice(2);
    const last = questions.at(-1);
    if (/^[?*!:]$/.test(marker)) questions.push({ marker, texts: [rest], quotes: [] });
    else if (marker === '~' && last !== undefined) last.texts.push(rest);
    else if (marker === '=' && last !== undefined) last.quotes.push(rest);
    else if (line !== '') throw new Error(`${name}: not understood: ${line}`);
  }
  return questions;
}

function categoryOf({ marker, quotes }: Question, heldOut: boolean): string {
  if (marker === '!') return 'near-miss';
  if (marker === ':') return quotes.length > 0 ? 'statement' : 'statement-absent';
  if (heldOut || quotes.length === 0) return 'absent';
  return marker === '*' ? 'present-everyday' : 'present';
}

/** The two files of one folder of the tuning material, as text. */
export function buildTuningSet(folder: string, perDocument: boolean): TuningSet {
  const queries: Query[] = [];
  const gold: { query: string; spans: Span[] }[] = [];
  for (const file of readdirSync(join(folder, 'questions')).sort()) {
    const document = file.replace(/\.txt$/, '');
    const heldOut = existsSync(join(folder, 'held-out', file));
    const text = readFileSync(join(folder, heldOut ? 'held-out' : 'documents', file), 'utf8');
    readQuestions(readFileSync(join(folder, 'questions', file), 'utf8'), file).forEach((question, index) => {
      const spans = question.quotes.map((quote) => locate(document, text, quote));
      const category = categoryOf(question, heldOut);
      question.texts.forEach((wording, variant) => {
        const id = `${document}/${index + 1}${variant === 0 ? '' : '/paraphrase'}`;
        queries.push({ id, text: wording, document: perDocument ? document : null, category });
        gold.push({ query: id, spans: heldOut ? [] : spans });
      });
    });
  }
  const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return { queries: lines(queries), gold: lines(gold) };
}

if (import.meta.main) {
  for (const { name, perDocument } of folders) {
    const folder = join(import.meta.dirname, name);
    const { queries, gold } = buildTuningSet(folder, perDocument);
    writeFileSync(join(folder, 'queries.jsonl'), queries);
    writeFileSync(join(folder, 'gold.jsonl'), gold);
  }
}
