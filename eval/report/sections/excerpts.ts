import { termFields, termTitles } from '../../score/terms.ts';
import { halves } from '../../terms/cases.ts';
import type { Figures } from '../figures.ts';
import { share, strong, table } from '../markdown.ts';
import { halfTitles } from './obligations.ts';

/** How terms are read in the excerpts of eval/terms. */
export const excerptsSection = ({ excerpts }: Figures): string =>
  table(
    ['half', 'excerpts', ...termFields.map((field) => termTitles[field])],
    halves.flatMap((half) => {
      if (excerpts === undefined) return [];
      const { cases, terms } = excerpts[half];
      return [[halfTitles[half], String(cases), ...termFields.map((field) => strong(share(terms[field].f1)))]];
    }),
  );
