import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/figures-and-words.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detectorOf, shownBy } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const found = shownBy(detector);

testDetector(test, plugin, {
  text: bareContract('services', 'Client pays within thirty (60) days.').text,
  kind: 'services',
});

test('a number whose words and figures differ is shown', (t) => {
  t.deepEqual(found('Client pays within thirty (60) days.'), [['Client pays within thirty (60) days.']]);
  t.is(found('The price is one hundred and twenty thousand (102,000) euros.').length, 1);
  t.is(found('A discount of five (7%) is given.').length, 1);
});

test('numbers that agree, and what only looks like one, are left alone', (t) => {
  t.deepEqual(
    found(
      'Client pays within thirty (30) days, or forty-five (45) days in summer.',
      'Six (6,000,000) million shares, one hundred (100) percent, two million (2,000,000) litres.',
      'Section twelve (a) and Annex three (see below) apply to both (2) parties.',
      'The first one (1) and the twenty-first (21st) day count.',
    ),
    [],
  );
});
