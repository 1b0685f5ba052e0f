import test from 'ava';
import { plugin } from '../../../plugins/detectors/no-landlord-repairs.ts';
import { bareContract } from '../../support/bare-contract.ts';
import { detect, detectorOf } from '../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('lease', 'Tenant keeps the shop in good repair at its own cost.', ...clauses);

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
