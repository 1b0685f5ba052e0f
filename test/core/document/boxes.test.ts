import test from 'ava';
import { boxesOf } from '../../../core/document/boxes.ts';
import type { Page } from '../../../core/document/parsed.ts';

const page = (number: number, charStart: number, charEnd: number, words?: number[]): Page => ({
  number,
  charStart,
  charEnd,
  source: 'text',
  ...(words ? { words } : {}),
});

test('words that share most of their height are one line, so that a superscript stays on it', (t) => {
  // "on the 1" with a small "st" above, then the line below.
  const words = [
    [0, 2, 10, 100, 20, 12],
    [3, 6, 35, 100, 30, 12],
    [7, 8, 70, 100, 6, 12],
    [8, 10, 76, 98, 8, 7],
    [11, 14, 10, 114, 30, 12],
  ].flat();
  t.deepEqual(boxesOf([page(1, 0, 14, words)], 0, 14), [
    { page: 1, x: 10, y: 98, width: 74, height: 14 },
    { page: 1, x: 10, y: 114, width: 30, height: 12 },
  ]);
});

test('where a format has no positions there are no boxes', (t) => {
  t.deepEqual(boxesOf([page(1, 0, 14)], 0, 14), []);
  t.deepEqual(boxesOf([page(1, 0, 5, [0, 5, 1, 1, 9, 9]), page(2, 6, 9)], 6, 9), []);
});
