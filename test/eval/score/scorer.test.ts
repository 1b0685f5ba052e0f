import { execFileSync } from 'node:child_process';
import test from 'ava';
import { type Gold, type Label, readGold } from '../../../eval/score/gold.ts';
import { scoreFolder } from '../../../eval/score/score.ts';
import { corpusPath } from '../../support/corpora.ts';
import { folderOf } from './corpus.ts';

/** What the scorer that comes with the corpora prints. */
type Reference = {
  readonly retrieval: { readonly all: Readonly<Record<string, number>> };
  readonly answers: { readonly all: Readonly<Record<string, number>> };
  readonly terms?: Readonly<Record<string, { readonly p: number; readonly r: number; readonly f1: number }>>;
  readonly clauses?: {
    readonly macroF1: number;
    readonly span: { readonly f1: number };
    readonly per: Readonly<
      Record<string, { readonly n: number; readonly p: number; readonly r: number; readonly f1: number }>
    >;
  };
};

/** A sequence that is the same in each run, from 0 to 1. */
const chance = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32;
  return seed / 2 ** 32;
};

/** Predictions that are right, beside the place, too long, or missing, each now and then. */
const predictionsFor = ({ queries, labels = [] }: Gold) => {
  const random = chance(7);
  const near = (place: { readonly start: number; readonly end: number }) => {
    const shift = random() < 0.5 ? 0 : Math.floor(random() * 400) - 200;
    const start = Math.max(0, place.start + shift);
    return { start, end: start + (random() < 0.05 ? 2001 : 1 + Math.floor(random() * 300)) };
  };
  const places = (spans: Gold['queries'][number]['spans']) => {
    const from = spans.length > 0 && random() < 0.8 ? spans : [{ document: 'elsewhere', start: 0, end: 9 }];
    return Array.from({ length: Math.floor(random() * 12) }, () => {
      const place = from[Math.floor(random() * from.length)] ?? { document: '', start: 0, end: 0 };
      return { document: place.document, ...near(place) };
    });
  };
  const asked = queries.filter(() => random() < 0.97);
  return {
    retrieval: asked.map(({ id, spans }) => ({ query: id, results: places(spans) })),
    answers: asked.map(({ id, spans }) => ({
      query: id,
      answered: random() < 0.6,
      confidence: random() < 0.02 ? 1 : random(),
      citations: places(spans),
    })),
    terms: labels.map(({ document, clauses }) => termsNear(document, clauses, random)),
    clauses: labels.map(({ document, clauses }) => ({
      document,
      clauses: [...clauses].flatMap(([category, { spans }]) => [
        ...spans.filter(() => random() < 0.7).map((span) => ({ category, ...near(span) })),
        ...(random() < 0.2 ? [{ category, start: 0, end: 50 }] : []),
      ]),
    })),
  };
};

const days = ['2015-07-01', '1999-12-31', 'perpetual', null];
const lengths = ['P1Y', 'P90D', 'P12M', 'P2W', 'P1M15D', null];
const laws = ['New York', 'England', 'Ontario', null];

/** Terms as the labels have them, now and then, and others. */
const termsNear = (document: string, clauses: Label['clauses'], random: () => number) => {
  const oneOf = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const day = (category: string) => {
    const match = /^(\d+)\/(\d+)\/(\d\d)$/.exec(clauses.get(category)?.answer ?? '');
    if (match === null || random() < 0.3) return oneOf(days) ?? null;
    const [, month = '', date = '', year = ''] = match;
    return `${Number(year) > 60 ? 19 : 20}${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  };
  const law = clauses.get('Governing Law')?.answer ?? '';
  return {
    document,
    agreementDate: day('Agreement Date'),
    effectiveDate: day('Effective Date'),
    expirationDate: day('Expiration Date'),
    renewalTerm: oneOf(lengths) ?? null,
    noticePeriod: oneOf(lengths) ?? null,
    governingLaw: random() < 0.6 && law !== '' ? (law.split(/[,;]/)[0] ?? null) : (oneOf(laws) ?? null),
  };
};

for (const name of ['cuad', 'contractnli', 'xquad']) {
  test(`the scorer that comes with the corpora gives the same figures: ${name}`, (t) => {
    const corpus = corpusPath(t, name);
    const scorer = corpus && corpusPath(t, '../tools/score.mjs');
    if (corpus === undefined || scorer === undefined) return;
    const predictions = folderOf(t, predictionsFor(readGold(corpus)));
    const printed = execFileSync(process.execPath, [scorer, corpus, predictions, '--json'], { encoding: 'utf8' });
    const reference = JSON.parse(printed) as Reference;
    const ours = scoreFolder(corpus, predictions);
    // Theirs is rounded once more on the way to an F1.
    const same = (a: number | null | undefined, b: number | null | undefined, what: string) =>
      t.true(Math.abs((a ?? -1) - (b ?? -1)) < 1.5e-4, `${what}: ${a} here, ${b} there`);
    const { search, answers, clauses, terms } = ours;
    for (const figure of ['hit1', 'hit5', 'hit10', 'mrr10', 'queries'] as const) {
      same(search?.[figure], reference.retrieval.all[figure], figure);
    }
    const theirs = reference.answers.all;
    for (const figure of ['answerable', 'unanswerable', 'abstained', 'citationPrecision', 'f1', 'ece'] as const) {
      same(answers?.[figure], theirs[figure], figure);
    }
    same(answers?.precision, theirs['p'], 'precision');
    same(answers?.recall, theirs['r'], 'recall');
    same(answers?.refused, theirs['refusedWrongly'], 'refused');
    t.is(terms === undefined, reference.terms === undefined);
    for (const [field, { p, r, f1 }] of Object.entries(reference.terms ?? {})) {
      const { precision, recall, f1: own } = terms?.[field as keyof typeof terms] ?? {};
      same(precision, p, field);
      same(recall, r, field);
      same(own, f1, field);
    }
    t.is(clauses === undefined, reference.clauses === undefined);
    if (clauses === undefined || reference.clauses === undefined) return;
    same(clauses.macroF1, reference.clauses.macroF1, 'macro F1');
    same(clauses.span.f1, reference.clauses.span.f1, 'span F1');
    t.deepEqual(Object.keys(clauses.categories), Object.keys(reference.clauses.per));
    for (const [category, { n, p, r, f1 }] of Object.entries(reference.clauses.per)) {
      const { documents, presence } = clauses.categories[category] ?? {};
      same(documents, n, category);
      same(presence?.precision, p, category);
      same(presence?.recall, r, category);
      same(presence?.f1, f1, category);
    }
  });
}
