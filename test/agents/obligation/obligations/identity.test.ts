import test from 'ava';
import { noDeadline } from '../../../../agents/obligation/model/deadline.ts';
import { identify } from '../../../../agents/obligation/obligations/identity.ts';

const sentence = 'The Tenant shall pay the rent and keep the premises clean.';
const read = (action: string, { quote = sentence, party = 'Tenant', start = 0 } = {}) => ({
  documentId: 'doc_lease',
  version: 1,
  origin: 'sentence' as const,
  party,
  modality: 'obligation' as const,
  action,
  counterparty: null,
  condition: null,
  trigger: null,
  deadline: noDeadline('UTC'),
  stated: null,
  periods: [],
  evidence: [
    { documentId: 'doc_lease', version: 1, chunkId: 'chk_1', page: 1, start, end: start + quote.length, quote },
  ],
  confidence: 0.9,
  amended: [],
  tier: 'none' as const,
});
const idsOf = (found: ReturnType<typeof identify>) =>
  Object.fromEntries(found.map(({ action, obligation }) => [action, obligation]));

test('the number of a clause, its place and its typography change no name', (t) => {
  const [before] = identify([read('pay the rent', { quote: `2.1 ${sentence}` })]);
  const [after] = identify([
    read('pay the rent', { quote: `3.4  ${sentence.replace('the rent', 'the\nrent')}`, start: 900 }),
  ]);
  t.is(after?.obligation, before?.obligation);
});

test('a reader that learns to see a second duty in a sentence gives it a name of its own, and the decided one keeps its', (t) => {
  const [decided] = identify([read('keep the premises clean')]);
  const after = idsOf(identify([read('pay the rent'), read('keep the premises clean')], decided ? [decided] : []));
  t.is(after['keep the premises clean'], decided?.obligation);
  t.not(after['pay the rent'], decided?.obligation);
});

test('where it sees fewer, what was decided on the other is nobody else’s', (t) => {
  const both = identify([read('pay the rent'), read('keep the premises clean')]);
  const [left] = identify([read('keep the premises clean')], both);
  t.is(left?.obligation, idsOf(both)['keep the premises clean']);
});

test('a party that is called otherwise, or words that are read otherwise, keep the name where nothing else can be meant', (t) => {
  const [decided] = identify([read('pay the rent')]);
  const before = decided ? [decided] : [];
  t.is(identify([read('pay the rent', { party: 'Olsen Foods AS' })], before)[0]?.obligation, decided?.obligation);
  t.is(identify([read('pay rent and keep clean')], before)[0]?.obligation, decided?.obligation);
  const [other] = identify([read('pay the rent', { quote: sentence.replace('Tenant', 'Landlord') })], before);
  t.not(other?.obligation, decided?.obligation);
});
