import path from 'node:path';
import { readLabelled, readWordings } from '../rewordings/build.ts';

/**
 * What a held-out question is about: a category of clause, something else that contracts say, or general knowledge.
 */
export const questionKinds = ['clause', 'contract', 'general'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export type HeldOutQuestion = {
  readonly kind: QuestionKind;
  /** CUAD's name of the category; null for a question that is about none. */
  readonly category: string | null;
  readonly question: string;
};

const NONE = path.join(import.meta.dirname, '../rewordings/none.tsv');

/** Every question of eval/rewordings. Throws where a file there has a line of another kind. */
export const heldOutQuestions = (): readonly HeldOutQuestion[] => [
  ...[...readWordings()].flatMap(([category, wordings]) =>
    wordings.map((question) => ({ kind: 'clause', category, question }) as const),
  ),
  ...readLabelled(NONE).map(({ label, question }) => {
    if (label !== 'contract' && label !== 'general') throw new Error(`${NONE}: there are no questions of "${label}"`);
    return { kind: label, category: null, question } as const;
  }),
];
