import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/defined-twice.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detectorOf, shownBy } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const found = shownBy(detector);

testDetector(test, plugin, {
  text: bareContract(
    'services',
    '“Business Day” means Monday to Friday.',
    '“Business Day” means a day on which banks in Oslo are open.',
  ).text,
  kind: 'services',
});

test('two definitions of one word are shown side by side', (t) => {
  t.is(
    found('“Business Day” means Monday to Friday.', '“Business Day” means a day on which banks in Oslo are open.')
      .length,
    1,
  );
});

test('the same definition again, one for a section and one that points elsewhere do not contradict it', (t) => {
  for (const clause of [
    '“Business Day” means Monday to Friday.',
    '“Business Day” means, for the purposes of this Section, a day on which banks are open.',
    '“Business Day” shall have the meaning given in Annex 1.',
    '“Working Day” means Monday to Saturday.',
  ]) {
    t.deepEqual(found('“Business Day” means Monday to Friday.', clause), [], clause);
  }
});

test('definitions of an attached agreement, whose numbers begin anew, are its own', (t) => {
  t.deepEqual(
    found('Words.\n\n1.88 “Product” means a bench.', 'More words.\n\n1.10 “Product” means a pump of any size.'),
    [],
  );
});
