import type { CategoryScores } from '../../score/clauses.ts';
import type { CategoryMistakes, Mistakes } from '../../score/mistakes.ts';
import type { Figures } from '../figures.ts';
import { counted, plain, share } from '../markdown.ts';

/** The measurement that has clauses. */
const MEASUREMENT = 'cuad';

/** The worst categories with what goes wrong and, as far as somebody has looked into it, why. */
export const mistakesSection = ({ scores, causes }: Figures): string => {
  const { mistakes = [], clauses } = scores.get(MEASUREMENT) ?? {};
  if (mistakes.length === 0) return 'Not measured.';
  return mistakes
    .map((each, index) => {
      const figures = clauses?.categories[each.category];
      const head = `### ${index + 1}. ${each.category}: F1 ${share(figures?.presence.f1)}`;
      return [head, ...(figures ? [tally(figures)] : []), sides(each), why(causes[each.category])].join('\n\n');
    })
    .join('\n\n');
};

/** The categories that are reported as worst and have no cause yet. */
export const missingCauses = ({ scores, causes }: Figures): string[] =>
  (scores.get(MEASUREMENT)?.mistakes ?? [])
    .map(({ category }) => category)
    .filter((category) => (causes[category] ?? '').trim() === '');

const tally = ({ documents, presence, spans }: CategoryScores): string =>
  `${counted(documents, 'contract has', 'contracts have')} it: ${presence.right} recognized, ${presence.missed} missed; ` +
  `${presence.wrong} taken to have it without a label. Of ${counted(spans.right + spans.missed, 'labelled place')} ` +
  `${spans.right} found, ${spans.missed} missed; ${spans.wrong} found where there is no label.`;

const sides = ({ missed, wrong }: CategoryMistakes): string =>
  [...side('Missed', missed, 'taken for'), ...side('Wrongly found', wrong, 'labelled')].join('\n');

const side = (title: string, { count, instead, example }: Mistakes, how: string): string[] => {
  if (count === 0 || example === null) return [];
  const { document, start, end, quote } = example;
  const others = instead.map(({ category, count }) => `${count} ${how} ${category}`).join(', ');
  const among = others === '' ? '' : ` Of all ${count}, ${others}.`;
  return [`- ${title}, for example: “${plain(quote)}” (${document}, ${start} to ${end}).${among}`];
};

const why = (cause: string | undefined): string =>
  cause === undefined || cause.trim() === '' ? 'Why: nobody has looked into it yet.' : `Why: ${cause}`;
