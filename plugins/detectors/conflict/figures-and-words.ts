import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { numberOf, spelledPattern } from '../../../core/reading/numbers.ts';
import { type Contradiction, conflictDetector } from '../shared/conflict.ts';

const written = new RegExp(
  `(?<![\\p{L}\\p{N}-])(${spelledPattern})\\s*\\(\\s*(?:[$€£]\\s?)?(\\d+(?:[.,]\\d+)*)\\s*(%|st|nd|rd|th)?\\s*\\)`,
  'giu',
);

export const plugin = definePlugin({
  name: 'figures-and-words',
  version: '1.0.0',
  summary: 'Finds numbers that are written twice, in words and in figures, and differ.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Number in words and figures differ',
      category: 'consistency',
      what: 'A number is written in words and again in figures, and the two are not the same.',
      why: 'Nobody can say which of the two counts; courts mostly hold the words to be meant, which may be the worse one for you.',
      ask: 'Ask which number is meant, and have it written once.',
      policy: z.object({}),
      find: ({ document }) =>
        document.units.filter(({ part }) => part === undefined).flatMap((unit) => inUnit(unit, document)),
    }),
  }),
});

const inUnit = (unit: ReadUnit, document: ReadDocument): Contradiction[] =>
  [...unit.text.matchAll(written)].flatMap((match) => {
    const [, words = '', figures = ''] = match;
    const [spelled, counted] = [numberOf(words), numberOf(figures)];
    if (spelled === undefined || counted === undefined || same(spelled, counted)) return [];
    return [
      {
        places: [{ document, start: unit.start, end: unit.end }],
        reason: `It says “${match[0].replace(/\s+/g, ' ')}”: ${spelled} in words, ${counted} in figures.`,
        severity: 'high',
        sure: 0.9,
      },
    ];
  });

/** "Six (6,000,000) million" is the same twice. */
const same = (spelled: number, counted: number): boolean =>
  [1, 100, 1e3, 1e6, 1e9].some((scale) => spelled * scale === counted);
