import { type Half, halves } from '../../obligations/cases.ts';
import type { Share } from '../../obligations/score.ts';
import type { Figures } from '../figures.ts';
import { share, strong, table } from '../markdown.ts';

/** The least F1 that duties should be read with, and the least share of deadlines that should be exactly right. */
const AIM = 0.9;

export const halfTitles: Readonly<Record<Half, string>> = {
  development: 'development, which the code was written with an eye on',
  'held-out': 'held out',
};

/** How duties are read in the sentences of eval/obligations. */
export const obligationsSection = ({ obligations }: Figures): string =>
  table(
    [
      'half',
      'sentences',
      'F1',
      'precision',
      'recall',
      'counterparty',
      'condition',
      'trigger',
      'deadlines',
      'of those with one',
      'aim',
      '',
    ],
    halves.flatMap((half) => {
      if (obligations === undefined) return [];
      const { cases, duties, counterparty, condition, trigger, deadlines } = obligations[half];
      const timely = deadlines.timed.right / deadlines.timed.of;
      return [
        [
          halfTitles[half],
          String(cases),
          strong(share(duties.f1)),
          share(duties.precision),
          share(duties.recall),
          ...[counterparty, condition, trigger].map(told),
          told(deadlines.all),
          `${told(deadlines.timed)}, ${strong(share(timely))}`,
          `≥ ${share(AIM)}`,
          Math.min(duties.f1, timely) >= AIM ? 'reached' : '**missed**',
        ],
      ];
    }),
  );

const told = ({ right, of }: Share): string => `${right} of ${of}`;
