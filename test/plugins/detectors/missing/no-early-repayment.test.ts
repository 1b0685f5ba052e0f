import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-early-repayment.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) => bareContract('loan', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'loan' });

test('a loan that cannot be repaid early is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Borrower may prepay the loan.',
    'Borrower may repay the loan early, in whole or in part.',
    'Early settlement is free of charge.',
    'The loan can be repaid at any time.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});
