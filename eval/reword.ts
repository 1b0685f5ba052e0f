import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DossierError } from '../core/errors/error.ts';
import { orNotFound } from './json-lines.ts';

/** For each category of question, the same question in other words. */
export type Rewordings = ReadonlyMap<string, readonly string[]>;

/** Reads lines of `category<TAB>question`. Throws `path_not_found`, or `invalid_input` naming the line. */
export const readRewordings = (file: string): Rewordings => {
  const rewordings = new Map<string, string[]>();
  const lines = orNotFound(file, () => readFileSync(file, 'utf8')).split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [category = '', question = '', ...more] = line.split('\t');
    if (category === '' || question.trim() === '' || more.length > 0) {
      const problem = `${path.basename(file)}: line ${index + 1} is not a category, a tab and a question`;
      throw new DossierError('invalid_input', { problems: [problem] });
    }
    rewordings.set(category, [...(rewordings.get(category) ?? []), question.trim()]);
  }
  return rewordings;
};

type Categorized = { readonly text: string; readonly category?: string | undefined };

/**
 * The same queries, each in another wording of its category; those of a category without any are left out. The wordings
 * take turns, so that each is asked of about as many documents.
 */
export const reword = <Query extends Categorized>(queries: readonly Query[], rewordings: Rewordings): Query[] => {
  const turns = new Map<string, number>();
  return queries.flatMap((query) => {
    const wordings = rewordings.get(query.category ?? '') ?? [];
    const turn = turns.get(query.category ?? '') ?? 0;
    const text = wordings[turn % wordings.length];
    if (text === undefined) return [];
    turns.set(query.category ?? '', turn + 1);
    return [{ ...query, text }];
  });
};
