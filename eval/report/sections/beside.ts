import { type FigureName, headlineOf } from '../../score/headline.ts';
import { termFields, termTitles } from '../../score/terms.ts';
import type { Figures } from '../figures.ts';
import { share, strong, table } from '../markdown.ts';
import { measurements } from '../measurements.ts';

type Column = { readonly title: string; readonly figure: FigureName };

/** A table of figures: a row for each measurement, its baselines below it as far as they have any of these figures. */
const besideBaselines = ({ scores }: Figures, columns: readonly Column[]): string => {
  const rows = measurements.flatMap(({ name, title, baselines }) => {
    const measured = scores.get(name);
    const headline = measured === undefined ? {} : headlineOf(measured);
    const cells = columns.map(({ figure }) => share(headline[figure]));
    if (cells.every((cell) => cell === '')) return [];
    const beside = baselines
      .map((baseline) => [baseline.name, ...columns.map(({ figure }) => share(baseline.figures[figure]))])
      .filter(([, ...figures]) => figures.some((figure) => figure !== ''));
    return [[strong(title), ...cells.map(strong)], ...beside];
  });
  return table(['', ...columns.map(({ title }) => title)], rows);
};

export const searchSection = (figures: Figures): string =>
  besideBaselines(figures, [
    { title: 'hit@1', figure: 'hit1' },
    { title: 'hit@5', figure: 'hit5' },
    { title: 'hit@10', figure: 'hit10' },
    { title: 'MRR@10', figure: 'mrr10' },
  ]);

export const answersSection = (figures: Figures): string =>
  besideBaselines(figures, [
    { title: 'right', figure: 'answered' },
    { title: 'abstained', figure: 'abstained' },
    { title: 'F1', figure: 'f1' },
    { title: 'precision', figure: 'citationPrecision' },
    { title: 'ECE', figure: 'ece' },
  ]);

export const termsSection = (figures: Figures): string =>
  besideBaselines(
    figures,
    termFields.map((figure) => ({ title: termTitles[figure], figure })),
  );

export const clausesSection = (figures: Figures): string =>
  besideBaselines(figures, [
    { title: 'macro-F1', figure: 'macroF1' },
    { title: 'micro-F1', figure: 'microF1' },
    { title: 'span F1', figure: 'spanF1' },
  ]);
