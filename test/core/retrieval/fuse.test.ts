import test from 'ava';
import { fuse } from '../../../core/retrieval/fuse.ts';

const ranked = (...ids: string[]) => ids.map((id, index) => ({ id, score: 10 - index }));

test('a passage that several rankings find comes before one that a single ranking finds', (t) => {
  const fused = fuse([
    { name: 'words', weight: 1, passages: ranked('a', 'b') },
    { name: 'vectors', weight: 1, passages: ranked('c', 'b') },
  ]);
  t.deepEqual(
    fused.map(({ id }) => id),
    ['b', 'a', 'c'],
  );
});

test('every share can be worked out from its rank, and shares add up to the score', (t) => {
  const [first] = fuse([
    { name: 'words', weight: 0.5, passages: ranked('x', 'a') },
    { name: 'vectors', weight: 2, passages: ranked('a') },
  ]);
  t.is(first?.id, 'a');
  t.deepEqual(first?.shares, [
    { ranking: 'words', rank: 2, score: 9, share: (0.5 * 10) / 11 },
    { ranking: 'vectors', rank: 1, score: 10, share: 2 },
  ]);
  t.is(first?.score, 2 + 5 / 11);
});

test('equal scores are ordered by id, whatever order the rankings come in', (t) => {
  const rankings = [
    { name: 'one', weight: 1, passages: ranked('b') },
    { name: 'two', weight: 1, passages: ranked('a') },
  ];
  t.deepEqual(
    fuse(rankings).map(({ id }) => id),
    ['a', 'b'],
  );
  t.deepEqual(
    fuse(rankings.toReversed()).map(({ id }) => id),
    ['a', 'b'],
  );
  t.deepEqual(fuse([]), []);
});
