import test from 'ava';
import { testClauseModel } from '../../contracts/clauses.ts';
import { wordClauses } from '../../support/clauses.ts';

testClauseModel(test, async () => wordClauses('words-1'), {
  document:
    'Lease of the house at 4 Mill Road\n\nThe rent is 900 euros a month.\n\nEither party may end this lease with notice ' +
    'of three months.\n\nThis lease is governed by the laws of Austria. It has two copies.\n',
  states: { type: 'governing-law', words: 'governed by' },
  question: 'Which law applies?',
});
