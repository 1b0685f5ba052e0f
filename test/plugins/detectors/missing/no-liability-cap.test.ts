import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-liability-cap.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';
import { readText } from '../../../support/read-text.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract(
    'services',
    'Provider is liable for the damage that it causes. It is not liable for indirect or consequential loss.',
    ...clauses,
  );

testDetector(test, plugin, { text: withClauses().text, kind: 'services' });

test('a contract without a maximum is reported, also where it excludes some kinds of loss', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Neither party’s liability shall exceed the fees paid in the twelve months before the claim.',
    'The total liability of Provider under this Agreement is limited to £50,000.',
    'Provider shall in no event be responsible for more than, and damages are limited to, the price of the visit.',
    'The most we pay for any claim is £5,000.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('a limited liability company limits no liability', (t) => {
  const clause = 'Provider is a limited liability company and keeps liability insurance of £1,000,000.';
  t.is(detect(detector, withClauses(clause)).length, 1);
});

test('what the clause model sees is not missing, and what it does not see is missing all the more surely', (t) => {
  const { text, kind } = withClauses();
  const confidence = (presence: number) =>
    detect(detector, readText(text, { kind, presence: { 'cap-on-liability': presence } }))[0]?.confidence ?? 0;
  t.is(confidence(0.7), 0);
  t.true(confidence(0.01) > confidence(0.3));
  t.true(confidence(0.3) > 0);
});

test('an amendment may bring it, and is no contract of its own', (t) => {
  const amendment = readText(
    'AMENDMENT NO. 1\n\nto the Services Agreement\n\nThe total liability of Provider is limited to £50,000.',
    { kind: 'services' },
  );
  t.deepEqual(detect(detector, withClauses(), { related: [amendment] }), []);
  t.deepEqual(
    detect(
      detector,
      readText(`AMENDMENT NO. 2 to the Services Agreement\n\n${withClauses().text}`, { kind: 'services' }),
    ),
    [],
  );
});

test('terms that stand elsewhere make it less sure, and are named', (t) => {
  const plain = detect(detector, withClauses())[0];
  const elsewhere = detect(
    detector,
    withClauses('All visits are subject to the General Terms and Conditions of Provider.'),
  )[0];
  t.true((elsewhere?.confidence ?? 1) < (plain?.confidence ?? 0) * 0.6);
  t.regex(elsewhere?.reasons.join(' ') ?? '', /“.*General Terms and Conditions of Provider\.”/);
});

test('terms that a business writes for its customers are left alone, and so are other kinds of document', (t) => {
  const { text } = withClauses(
    'You may visit us. Your card is yours. If you lose it, you tell us, and you get another. You may bring your dog, your cat and your friends, and you pay for your own tea. You may sit where you like.',
  );
  t.deepEqual(detect(detector, readText(text, { kind: 'services' })), []);
  t.deepEqual(detect(detector, readText(withClauses().text, { kind: 'invoice' })), []);
});

test('a workspace may say how severe it is', (t) => {
  t.is(detect(detector, withClauses())[0]?.severity, 'medium');
  t.is(detect(detector, withClauses(), { policy: { severity: 'high' } })[0]?.severity, 'high');
});
