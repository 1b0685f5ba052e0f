/**
 * Writes what the question model sees of each line of a text file: npx node training/clauses/export-questions.ts LINES.txt OUT.jsonl
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { questionFeatures } from '../../plugins/clauses/contract-clauses/features.ts';
import { loadStaticModel } from '../../plugins/shared/static-vectors/static-model.ts';

const [source, target] = process.argv.slice(2);
if (source === undefined || target === undefined) throw new Error('usage: export-questions.ts LINES.txt OUT.jsonl');
const vectorOf = await loadStaticModel();
const out = createWriteStream(target);
for (const line of readFileSync(source, 'utf8').split('\n')) {
  out.write(`${JSON.stringify({ features: questionFeatures(line), vector: [...vectorOf(line)] })}\n`);
}
out.end();
