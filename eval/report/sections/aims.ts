import {
  type FigureName,
  figureNames,
  figureTitles,
  headlineOf,
  lowerIsBetter,
  reaches,
} from '../../score/headline.ts';
import type { Figures } from '../figures.ts';
import { share, strong, table } from '../markdown.ts';
import { type Baseline, type Measurement, measurements } from '../measurements.ts';

/** Every figure that has an aim, beside the best baseline there is for it. */
export const aimsSection = (figures: Figures): string =>
  table(
    ['measured on', 'figure', 'Dossier', 'best baseline', 'aim', ''],
    measurements.flatMap((measurement) =>
      figureNames.flatMap((name) => {
        const aim = measurement.aims[name];
        return aim === undefined ? [] : [rowOf(measurement, name, aim, figures)];
      }),
    ),
  );

const rowOf = (measurement: Measurement, name: FigureName, aim: number, { scores }: Figures): string[] => {
  const measured = scores.get(measurement.name);
  const value = measured === undefined ? undefined : headlineOf(measured)[name];
  return [
    measurement.title,
    figureTitles[name],
    value === undefined ? '' : strong(written(name, value)),
    bestOf(measurement.baselines, name),
    `${lowerIsBetter(name) ? '≤' : '≥'} ${written(name, aim)}`,
    value === undefined ? 'not measured' : reaches(name, value, aim) ? 'reached' : '**missed**',
  ];
};

const written = (name: FigureName, value: number): string => (name === 'neverFound' ? String(value) : share(value));

const bestOf = (baselines: readonly Baseline[], name: FigureName): string => {
  const [best] = baselines
    .flatMap((baseline) => {
      const value = baseline.figures[name];
      return value === undefined ? [] : [{ title: baseline.name, value }];
    })
    .sort((a, b) => (lowerIsBetter(name) ? a.value - b.value : b.value - a.value));
  return best === undefined ? '' : `${written(name, best.value)} (${best.title})`;
};
