import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { namedDays } from '../../../core/reading/dates.ts';
import { type Duration, durationsIn } from '../../../core/reading/durations.ts';
import { type Contradiction, conflictDetector } from '../shared/conflict.ts';

const policy = z.object({
  least_days: z
    .number()
    .min(1)
    .default(45)
    .describe('By how many days the stated end has to miss the stated length of the term.'),
});

/** Finds terms whose first day, length and last day do not go together. */
export const plugin = definePlugin({
  name: 'term-and-dates',
  version: '1.0.0',
  summary: 'Finds terms whose first day, length and last day do not go together.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Term and dates do not agree',
      category: 'termination',
      what: 'A sentence gives the first day, the length and the last day of a term, and they do not go together.',
      why: 'It is open when the contract ends, and from when a notice counts.',
      ask: 'Ask which of the three is meant, and have the other corrected.',
      policy,
      find: ({ document, policy: { least_days: leastDays } }) =>
        document.units.flatMap((unit) => (unit.part === undefined ? inUnit(unit, document, leastDays) : [])),
    }),
  }),
});

const begin = /\b(?:begin\w*|commenc\w*|start\w*|from|effective|takes effect)\b[^.;]{0,30}$/i;
const finish = /\b(?:until|through|to|and including|expir\w*|end(?:s|ing)?|terminat\w+|up to)\b[^.;]{0,30}$/i;
const length = /\b(?:for|of|period|term)\b[^.;]{0,20}$/i;
const otherPeriod =
  /\b(?:notice|renew\w*|extend\w*|extension|successive|additional|option|after|following|prior|before|within)\b/i;

const inUnit = (unit: ReadUnit, document: ReadDocument, leastDays: number): readonly Contradiction[] => {
  const { text } = unit;
  const days = namedDays(text);
  if (days.length !== 2 || otherPeriod.test(text)) return [];
  const [first, last] = days;
  const lengths = durationsIn(text).filter(
    ({ unit: each, start }) =>
      (each === 'year' || each === 'month') && length.test(text.slice(Math.max(0, start - 40), start)),
  );
  const [period] = lengths;
  if (first === undefined || last === undefined || period === undefined || lengths.length !== 1) return [];
  if (!begin.test(text.slice(0, first.start)) || !finish.test(text.slice(first.end, last.start))) return [];
  const expected = endAfter(first.iso, period);
  const missed = Math.round((Date.parse(last.iso) - Date.parse(expected)) / 86_400_000);
  if (Math.abs(missed) < leastDays) return [];
  return [
    {
      places: [{ start: unit.start, end: unit.end, document }],
      reason: `From ${first.iso}, ${text.slice(period.start, period.end).replace(/\s+/g, ' ')} end on ${expected}, and it says ${last.iso}.`,
      severity: 'high',
      sure: 0.85,
    },
  ];
};

/** The last day of the period that begins on a day, both ISO 8601. */
const endAfter = (iso: string, { value, unit }: Duration): string => {
  const end = new Date(`${iso}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + Math.round(unit === 'year' ? value * 12 : value));
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
};
