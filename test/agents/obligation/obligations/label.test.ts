import test from 'ava';
import { labelOf } from '../../../../agents/obligation/obligations/label.ts';

test('a label says what can be said without a word of the document', (t) => {
  const sentence = { origin: 'sentence', modality: 'obligation' } as const;
  t.is(labelOf({ ...sentence, action: 'pay Alder Holdings 40,000 euros' }), 'A payment');
  t.is(labelOf({ ...sentence, action: 'payroll the staff of Alder Holdings' }), 'Something is to be done');
  t.is(labelOf({ ...sentence, modality: 'prohibition', action: 'sublet' }), 'Something is not to be done');
  t.is(labelOf({ ...sentence, modality: 'permission', action: 'pay early' }), 'Something may be done');
  t.is(labelOf({ ...sentence, modality: 'entitlement', action: 'be paid a bonus' }), 'Something can be claimed');
});

test('what follows from the terms of a contract is named', (t) => {
  const terms = { origin: 'terms', modality: 'obligation' } as const;
  t.is(labelOf({ ...terms, modality: 'permission', action: 'give notice of non-renewal' }), 'Last day to give notice');
  t.is(labelOf({ ...terms, action: 'be ready for the end of the agreement' }), 'An agreement ends');
  t.is(labelOf({ ...terms, action: 'be ready for the renewal of the agreement' }), 'An agreement renews');
});
