import { z } from 'zod';
import { DossierError } from '../../core/errors/error.ts';
import { readJsonLines } from '../json-lines.ts';
import { ratio, total } from '../score/ratios.ts';
import { type HeldOutQuestion, heldOutQuestions, type QuestionKind, questionKinds } from './held-out.ts';

export type KindScores = {
  readonly questions: number;
  /** Share that is taken to be about some category of clause. */
  readonly claimed: number | null;
  /** Share whose likeliest category is the right one; null for questions that are about none. */
  readonly right: number | null;
  /** Mean of the stated probability that a question is about any category. */
  readonly stated: number | null;
};
export type QuestionScores = Readonly<Record<QuestionKind, KindScores>>;

/** A category that is at least so likely is named to who asks, when no answer is found. */
const CLAIMED = 0.5;

const lineSchema = z.object({
  question: z.string(),
  types: z.array(z.object({ category: z.string(), probability: z.number().min(0).max(1) })),
});
type Types = z.infer<typeof lineSchema>['types'];

/** Scores the predictions of a file. Throws `invalid_input` where it lacks a held-out question. */
export const scoreQuestions = (file: string): QuestionScores => {
  const said = new Map(readJsonLines(file, lineSchema).map(({ question, types }) => [question, types]));
  const asked = heldOutQuestions();
  const missing = asked.filter(({ question }) => !said.has(question)).length;
  if (missing > 0) {
    const problem = `questions: nothing is said of ${missing} of ${asked.length}; figures need a whole run`;
    throw new DossierError('invalid_input', { problems: [problem] });
  }
  const scored = questionKinds.map((kind) => {
    const own = asked.filter((each) => each.kind === kind);
    return [kind, scoreKind(own.map((each) => [each, said.get(each.question) ?? []]))] as const;
  });
  return Object.fromEntries(scored) as QuestionScores;
};

const scoreKind = (said: readonly (readonly [HeldOutQuestion, Types])[]): KindScores => {
  const share = (holds: (question: HeldOutQuestion, types: Types) => boolean): number | null =>
    ratio(said.filter(([question, types]) => holds(question, types)).length, said.length);
  const stated = said.flatMap(([, types]) => types.map(({ probability }) => probability));
  return {
    questions: said.length,
    claimed: share((_, [likeliest]) => likeliest !== undefined && likeliest.probability >= CLAIMED),
    right: said.some(([{ category }]) => category !== null)
      ? share(({ category }, [likeliest]) => likeliest?.category === category)
      : null,
    stated: ratio(total(stated), said.length),
  };
};
