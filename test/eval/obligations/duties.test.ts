import test from 'ava';
import { loadHolidays } from '../../../agents/obligation/deadlines/resolve/holidays.ts';
import { dutiesOf } from '../../../agents/obligation/duties/index.ts';
import { type Case, halfOf, readCases } from '../../../eval/obligations/cases.ts';
import { measureObligations } from '../../../eval/obligations/evaluate.ts';
import type { ReadDuty } from '../../../eval/obligations/read.ts';
import { judge } from '../../../eval/obligations/score.ts';
import { deadlineReader } from './reader.ts';

test('duties and deadlines of the sentences are read no worse than they were', async (t) => {
  const reader = deadlineReader(await loadHolidays());
  const { development, 'held-out': heldOut } = measureObligations({ dutiesOf, ...reader }).scores;
  for (const { deadlines } of [development, heldOut]) {
    t.true(deadlines.timed.right / deadlines.timed.of >= 0.9, JSON.stringify(deadlines));
  }
  t.true(development.duties.f1 >= 0.98, String(development.duties.f1));
  t.true(heldOut.duties.f1 >= 0.96, String(heldOut.duties.f1));
  t.true(development.cases > 100 && heldOut.cases > 100);
});

test('every case has a name of its own, and speaks of its own parties', (t) => {
  const cases = readCases();
  t.is(new Set(cases.map(({ id }) => id)).size, cases.length);
  for (const { id, parties, expected } of cases) {
    const names = new Set(parties.map(({ name }) => name));
    for (const { party, counterparty = party } of expected) t.true(names.has(party) && names.has(counterparty), id);
  }
  t.true(cases.some((each) => halfOf(each) === 'held-out'));
});

const asked: Case = {
  id: 'one',
  kind: 'test',
  document: 'lease',
  text: 'The Tenant shall pay the rent.',
  parties: [{ name: 'Vera', aliases: ['Tenant'] }],
  asOf: '2026-01-15',
  timezone: 'UTC',
  terms: {},
  expected: [{ party: 'Vera', modality: 'obligation', action: ['pay', 'rents'], deadline: { kind: 'none' } }],
};
const read: ReadDuty = {
  party: 'Vera',
  modality: 'obligation',
  action: 'paying the Rent',
  counterparty: undefined,
  condition: undefined,
  trigger: undefined,
  deadlineWords: [],
};

test('a reading counts once, in any form of its words, and one of another party or modality is wrong', (t) => {
  const counts = (...readings: ReadDuty[]) => {
    const { pairs, missed, wrong } = judge(asked, readings);
    return [pairs.length, missed.length, wrong.length];
  };
  t.deepEqual(counts(read), [1, 0, 0]);
  t.deepEqual(counts(read, read), [1, 0, 1]);
  t.deepEqual(counts({ ...read, modality: 'permission' }), [0, 1, 1]);
  t.deepEqual(counts({ ...read, party: 'Orlo' }), [0, 1, 1]);
  t.deepEqual(counts({ ...read, action: 'pay the deposit' }), [0, 1, 1]);
});
