import path from 'node:path';
import { readLines, type Topics, type TuningQuery, type UnseenUnit, type UnseenUnits } from './library.ts';

export type UnseenQuestions = {
  readonly topics: Topics;
  /** One of our phrasings of the query's category: by document, another for each draw. */
  phrasing(query: TuningQuery, draw: number): string;
};

const typeOf = (category: string): string => category.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** What training/build_clauses.py --unseen wrote. */
export const readUnseen = async (
  folder: string,
): Promise<{ readonly units: UnseenUnits; readonly questions: UnseenQuestions }> => {
  type Unit = UnseenUnit & { readonly document: string };
  type Question = {
    readonly text: string;
    readonly about: string;
    readonly types: readonly (readonly [string, number])[];
  };
  const units = await readLines<Unit>(path.join(folder, 'units.jsonl'));
  const questions = await readLines<Question>(path.join(folder, 'questions.jsonl'));
  const phrasings = Map.groupBy(questions, ({ about }) => about);
  return {
    units: Map.groupBy(units, ({ document }) => document),
    questions: {
      topics: new Map(
        questions.map(({ text, types }) => [text, types.map(([type, probability]) => ({ type, probability }))]),
      ),
      phrasing: ({ id, text, category = '' }, draw) => {
        const own = phrasings.get(typeOf(category)) ?? [];
        let sum = draw * 7919;
        for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
        return own[sum % Math.max(1, own.length)]?.text ?? text;
      },
    },
  };
};
