import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-landlord-repairs.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';
import { readText } from '../../../support/read-text.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('lease', 'Tenant keeps the shop in good repair at its own cost.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'lease' });

test('a lease under which only the tenant repairs is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Landlord shall keep the roof and the outer walls in repair.',
    'The Landlord maintains the heating.',
    'Repairs of the structure are made by Landlord.',
    'We replace the boiler when it fails.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('it hurts the tenant, by the name that the lease gives it', (t) => {
  const { text, kind } = withClauses();
  const named = (name: string, alias: string) => ({ name, aliases: [alias], introduced: { start: 0, end: 0 } });
  const parties = [named('Orchard Row Estates LLP', 'Landlord'), named('Fern & Flour Bakery Limited', 'Tenant')];
  t.deepEqual(detect(detector, readText(text, { kind, parties }))[0]?.hurts, ['Fern & Flour Bakery Limited']);
  t.deepEqual(detect(detector, withClauses())[0]?.hurts, []);
});
