/**
 * Writes what the clause model's features are for every unit of a corpus, for the fit in Python:
 * npx node training/clauses/export.ts CORPUS_DIR OUT.jsonl
 * A line is {"document", "start", "end", "features"}. Without a corpus it reads lines of text on stdin, a unit each.
 */
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { featuredUnits, placedUnits } from '../../plugins/clauses/contract-clauses/features.ts';
import { readPlainText } from '../plain-text.ts';

const [corpus, target] = process.argv.slice(2);
if (corpus === undefined || target === undefined) throw new Error('usage: export.ts CORPUS_DIR|EXAMPLES.tsv OUT.jsonl');
const out = createWriteStream(target);
const write = (document: string, text: string): void => {
  for (const { start, end, features } of featuredUnits(readPlainText(document, text).passages.flatMap(placedUnits))) {
    out.write(`${JSON.stringify({ document, start, end, features })}\n`);
  }
};
if (corpus.endsWith('.tsv')) {
  // Each line is a document of its own: examples have no neighbours.
  for (const [index, line] of readFileSync(corpus, 'utf8').split('\n').filter(Boolean).entries()) {
    write(String(index), line.split('\t')[1] ?? '');
  }
} else {
  const folder = path.join(corpus, 'documents');
  for (const name of readdirSync(folder).sort())
    write(path.parse(name).name, readFileSync(path.join(folder, name), 'utf8'));
}
out.end();
