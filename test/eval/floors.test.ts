import test from 'ava';
import { heldAgainst, isHeld, raised, readFloors, told } from '../../eval/floors/floors.ts';
import { sampleCorpus, sampleGold, shares } from '../../eval/floors/sample.ts';
import { measurements } from '../../eval/report/measurements.ts';
import { readGold } from '../../eval/score/gold.ts';
import { folderOf } from './score/corpus.ts';

const measured = new Map([['cuad', { hit1: 0.7, ece: 0.06, hit10: 0.9 }]]);

test('a figure below its floor, above its ceiling, or gone, is told', (t) => {
  const fallen = heldAgainst({ cuad: { hit1: 0.71, hit5: 0.5, ece: 0.05 }, xquad: { hit1: 1 } }, measured);
  t.deepEqual(fallen.filter((each) => !isHeld(each)).map(told), [
    'cuad: search, hit@1 is 0.700, its floor 0.710',
    'cuad: search, hit@5 is gone, its floor 0.500',
    'cuad: answers, ECE is 0.060, its ceiling 0.050',
  ]);
  t.true(heldAgainst({ cuad: { hit1: 0.7, ece: 0.06 } }, measured).every(isHeld));
});

test('floors are raised to a little below what was measured, and never lowered', (t) => {
  t.deepEqual(raised({ xquad: { hit1: 0.9 } }, measured), { xquad: { hit1: 0.9 }, cuad: { hit1: 0.68, ece: 0.08 } });
  const strict = { cuad: { hit1: 0.75, hit5: 0.8, ece: 0.01 } };
  t.deepEqual(raised(strict, measured), strict);
});

test('the committed floors are of what the default embedder is measured by, and each has a sample', (t) => {
  const names = measurements.filter(({ embedder }) => embedder === undefined).map(({ name }) => name);
  t.deepEqual(Object.keys(shares), names);
  t.deepEqual(Object.keys(readFloors()), names);
});

test('a sample holds each so many-th document and query, and what is right of those alone', (t) => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const queries = ids.flatMap((document) => [1, 2].map((n) => ({ id: `${document}${n}`, text: 'What?', document })));
  const folder = folderOf(
    t,
    {
      queries,
      gold: queries.map(({ id }) => ({ query: id, spans: [] })),
      labels: ids.map((id) => ({ id, clauses: { Rent: { spans: [] } } })),
    },
    Object.fromEntries(ids.map((id) => [id, id])),
  );
  const corpus = sampleCorpus(folder, { documents: 3, queries: 2 });
  t.deepEqual(
    corpus.documents.map(({ id }) => id),
    ['a', 'd'],
  );
  const gold = sampleGold(readGold(folder), corpus);
  t.deepEqual(
    gold.queries.map(({ id }) => id),
    ['a1', 'd1'],
  );
  t.deepEqual(
    gold.labels?.map(({ document }) => document),
    ['a', 'd'],
  );
});
