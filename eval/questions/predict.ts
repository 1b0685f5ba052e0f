import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Evaluation } from '../run.ts';
import { withSystem } from '../system.ts';
import { heldOutQuestions } from './held-out.ts';

/** Of a folder of predictions: a line for each held-out question. */
export const QUESTIONS_FILE = 'questions.jsonl';

/**
 * Asks the clause model what each held-out question is about and writes that as `{question, types: [{category,
 * probability}]}`, the likeliest first. Writes nothing where no clause model runs.
 */
export const predictQuestions = async ({
  open,
  out,
  signal,
}: Pick<Evaluation, 'open' | 'out' | 'signal'>): Promise<void> =>
  withSystem(open, signal, async ({ clauses }) => {
    if (clauses === undefined) return;
    const titles = new Map(clauses.taxonomy.map(({ id, title }) => [id, title]));
    const lines: string[] = [];
    for (const { question } of heldOutQuestions()) {
      const about = await clauses.about(question, signal);
      const types = about.map(({ type, probability }) => ({ category: titles.get(type) ?? type, probability }));
      lines.push(`${JSON.stringify({ question, types })}\n`);
    }
    mkdirSync(out, { recursive: true });
    writeFileSync(path.join(out, QUESTIONS_FILE), lines.join(''));
  });
