import { answerThreshold } from '../../agents/retrieval/answer/outcome.ts';
import { calibrationError } from '../../eval/score/reliability.ts';

/** One judged question. */
export type Figure = {
  readonly set: string;
  readonly category: string;
  readonly answerable: boolean;
  /** Whether a citation would be right, answered or not. */
  readonly right: boolean;
  readonly cited: number;
  readonly good: number;
  readonly confidence: number;
};

const ratio = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));

const thresholds = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.75];

/** As Markdown: for each set and threshold, what answering above it would have brought. */
export const renderFigures = (figures: readonly Figure[]): string =>
  [...new Set(figures.map(({ set }) => set))]
    .map((set) => {
      const own = figures.filter((figure) => figure.set === set);
      const answerable = own.filter((figure) => figure.answerable).length;
      const right = ratio(own.filter((figure) => figure.right).length, answerable);
      const rows = thresholds.map((threshold) => row(own, threshold));
      const heads = Object.keys(rows[0] ?? {});
      const lines = [heads, heads.map(() => '---'), ...rows.map((each) => Object.values(each))];
      const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
      return `## ${set}\n\n${own.length} questions, ${answerable} answerable, ${right} right if all were answered.\n\n${table}\n${byCategory(own)}`;
    })
    .join('\n');

/** Of each category, where there are a few, what is answered at the threshold in use. */
const byCategory = (own: readonly Figure[]): string => {
  const categories = [...new Set(own.map(({ category }) => category))];
  if (categories.length > 6) return '';
  const lines = categories.map((category) => {
    const all = own.filter((figure) => figure.category === category);
    const given = all.filter(({ confidence }) => confidence >= answerThreshold);
    return `- ${category}: ${given.filter(({ right }) => right).length} of ${all.length} answered right, ${given.filter(({ right }) => !right).length} wrong`;
  });
  return `\nAt ${answerThreshold}:\n\n${lines.join('\n')}\n`;
};

const row = (own: readonly Figure[], threshold: number): Record<string, string> => {
  const given = own.filter(({ confidence }) => confidence >= threshold);
  const right = given.filter(({ right }) => right).length;
  const answerable = own.filter((figure) => figure.answerable).length;
  const absent = own.filter((figure) => !figure.answerable);
  const far = absent.filter(({ category }) => category.endsWith('absent'));
  const precision = right / given.length;
  const recall = right / answerable;
  return {
    threshold: String(threshold),
    correct: ratio(right, answerable),
    precision: ratio(right, given.length),
    abstained: ratio(absent.filter(({ confidence }) => confidence < threshold).length, absent.length),
    'abstained (absent)': ratio(far.filter(({ confidence }) => confidence < threshold).length, far.length),
    // A wrong answer costs twice what a missing one does: per question, lower is better.
    cost: (
      (2 * (given.length - right) + own.filter((f) => f.answerable && f.confidence < threshold).length) /
      own.length
    ).toFixed(3),
    f1: ((2 * precision * recall) / (precision + recall)).toFixed(3),
    'citation precision': ratio(sum(given, 'good'), sum(given, 'cited')),
    ece: calibrationError(given)?.toFixed(3) ?? '-',
  };
};

const sum = (figures: readonly Figure[], field: 'good' | 'cited'): number =>
  figures.reduce((total, figure) => total + figure[field], 0);
