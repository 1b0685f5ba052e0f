import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DossierError } from '../../core/errors/error.ts';
import { orNotFound } from '../json-lines.ts';
import { type Panel, reliabilityDiagram } from './diagram.ts';
import { type Figures, readFigures } from './figures.ts';
import { measurements } from './measurements.ts';
import { aimsSection } from './sections/aims.ts';
import { answersSection, clausesSection, searchSection, termsSection } from './sections/beside.ts';
import { categoriesSection } from './sections/categories.ts';
import { excerptsSection } from './sections/excerpts.ts';
import { mistakesSection } from './sections/mistakes.ts';
import { obligationsSection } from './sections/obligations.ts';
import { questionsSection } from './sections/questions.ts';

/** Of the checkout: what is reported stands in it, and is no part of the published package. */
export const root = path.resolve(import.meta.dirname, '../..');
export const figuresFolder = path.join(root, 'eval/figures');

const PAGE = 'docs/quality.md';
const DIAGRAM = 'docs/reliability.svg';

/** The parts of the page that follow from figures. Each stands between two comments; the prose around them is anybody's. */
const sections: Readonly<Record<string, (figures: Figures) => string>> = {
  aims: aimsSection,
  search: searchSection,
  answers: answersSection,
  clauses: clausesSection,
  terms: termsSection,
  questions: questionsSection,
  obligations: obligationsSection,
  excerpts: excerptsSection,
  categories: categoriesSection,
  mistakes: mistakesSection,
};

/** Text of each file that follows from the committed figures, by its path from the root of the checkout. */
export const qualityPages: Readonly<Record<string, () => string>> = {
  [PAGE]: () => {
    const file = path.join(root, PAGE);
    return renderPage(
      orNotFound(file, () => readFileSync(file, 'utf8')),
      readFigures(figuresFolder),
    );
  },
  [DIAGRAM]: () => reliabilityDiagram(panelsOf(readFigures(figuresFolder))),
};

/** The page with each part that follows from figures written anew. Throws `invalid_input` where the page lacks one. */
export const renderPage = (page: string, figures: Figures): string =>
  Object.entries(sections).reduce((text, [name, render]) => {
    const open = `<!-- figures: ${name} -->\n`;
    const close = `\n<!-- /figures -->`;
    const start = text.indexOf(open);
    const end = text.indexOf(close, start);
    if (start < 0 || end < 0) {
      throw new DossierError('invalid_input', { problems: [`${PAGE} has no part for the figures: ${open.trim()}`] });
    }
    return `${text.slice(0, start + open.length)}${render(figures)}${text.slice(end)}`;
  }, page);

const panelsOf = ({ scores }: Figures): Panel[] => [
  ...measurements.flatMap(({ name, title }) => {
    const answers = scores.get(name)?.answers;
    return answers === undefined ? [] : [{ title, what: 'answers', bins: answers.bins, ece: answers.ece }];
  }),
  ...measurements.flatMap(({ name, title }) => {
    const reliability = scores.get(name)?.clauses?.reliability ?? null;
    return reliability === null ? [] : [{ title: `${title}, clauses`, what: 'clauses', ...reliability }];
  }),
];
