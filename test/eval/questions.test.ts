import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import type { ClauseModel } from '../../core/ports/clauses.ts';
import { heldOutQuestions } from '../../eval/questions/held-out.ts';
import { predictQuestions, QUESTIONS_FILE } from '../../eval/questions/predict.ts';
import { scoreQuestions } from '../../eval/questions/score.ts';
import { wordClauses } from '../support/clauses.ts';
import { temporaryFolder } from '../support/folder.ts';
import { applicationOf } from './application.ts';

const predict = async (t: ExecutionContext, clauses?: ClauseModel): Promise<string> => {
  const out = path.join(temporaryFolder(t), 'predictions');
  const { signal } = new AbortController();
  await predictQuestions({ open: async (data) => applicationOf(data, [], clauses), out, signal });
  return path.join(out, QUESTIONS_FILE);
};

/** Knows one category by its wordings, as surely as it is told, and takes every other question to be about none. */
const knows = (category: string, probability: number): ClauseModel => {
  const own = new Set(heldOutQuestions().flatMap((each) => (each.category === category ? [each.question] : [])));
  return {
    ...wordClauses('one category'),
    taxonomy: [{ id: 'one', title: category, description: 'The one.' }],
    about: async (question) => (own.has(question) ? [{ type: 'one', probability }] : []),
  };
};

test('a question that is about nothing, and is taken to be, counts neither as claimed nor as stated', async (t) => {
  const { clause, contract, general } = scoreQuestions(await predict(t, knows('Insurance', 0.8)));
  t.deepEqual(clause, { questions: 328, claimed: 0.02439, right: 0.02439, stated: 0.019512 });
  t.deepEqual(contract, { questions: 120, claimed: 0, right: null, stated: 0 });
  t.deepEqual(general, { questions: 60, claimed: 0, right: null, stated: 0 });
});

test('what is less likely than not is no claim, though it is right', async (t) => {
  const { clause } = scoreQuestions(await predict(t, knows('Insurance', 0.49)));
  t.like(clause, { claimed: 0, right: 0.02439 });
});

test('a model that takes every question to be about a clause is told so', async (t) => {
  const about = async () => [{ type: 'rent', probability: 0.9 }];
  const { clause, general } = scoreQuestions(await predict(t, { ...wordClauses('all'), about }));
  t.like(clause, { claimed: 1, right: 0 });
  t.like(general, { claimed: 1, stated: 0.9 });
});

test('without a clause model nothing is said, and a part of what was said is no figure', async (t) => {
  t.false(existsSync(await predict(t)));
  const file = await predict(t, wordClauses('words'));
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.slice(3).join('\n'));
  t.throws(() => scoreQuestions(file), { code: 'invalid_input', message: /nothing is said of 3 of 508/ });
});
