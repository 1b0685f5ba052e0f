import test from 'ava';
import type { Figures } from '../../../eval/report/figures.ts';
import { readFigures } from '../../../eval/report/figures.ts';
import { figuresFolder, qualityPages, renderPage } from '../../../eval/report/page.ts';
import { missingCauses } from '../../../eval/report/sections/mistakes.ts';
import type { Scores } from '../../../eval/score/score.ts';

const PARTS = [
  'aims',
  'search',
  'answers',
  'clauses',
  'terms',
  'excerpts',
  'questions',
  'obligations',
  'categories',
  'mistakes',
];
const PAGE = PARTS.map((name) => `# ${name}\n\n<!-- figures: ${name} -->\nold\n<!-- /figures -->\n\nProse.\n`).join(
  '\n',
);

const judged = { right: 3, wrong: 1, missed: 9, precision: 0.75, recall: 0.25, f1: 0.375 };
const SCORES: Scores = {
  documents: 109,
  queries: 2,
  search: { queries: 1, hit1: 0.8004, hit5: 0.9495, hit10: 1, mrr10: 0.7 },
  categories: { 'Source Code Escrow': { search: { queries: 13, hit1: 0.5, hit5: 1, hit10: 1, mrr10: 0.7 } } },
  clauses: {
    macroF1: 0.779,
    microF1: 0.9,
    span: { precision: 0.7, recall: 0.7, f1: 0.7 },
    reliability: null,
    categories: { 'Source Code Escrow': { documents: 12, presence: judged, spans: judged } },
    neverFound: ['Price Restrictions'],
  },
  mistakes: [
    {
      category: 'Source Code Escrow',
      missed: {
        count: 9,
        instead: [{ category: 'License Grant', count: 2 }],
        example: { document: 'cuad-1', start: 10, end: 30, quote: 'the *Deposit* [<b>] | of it' },
      },
      wrong: { count: 0, instead: [], example: null },
    },
  ],
};
const figuresOf = (scores: Scores, causes: Figures['causes'] = {}): Figures => ({
  scores: new Map([['cuad', scores]]),
  causes,
});

/** The part of a page under a heading, line by line. */
const part = (page: string, name: string): string[] =>
  (new RegExp(`<!-- figures: ${name} -->\n([\\s\\S]*?)\n<!-- /figures -->`).exec(page)?.[1] ?? '').split('\n');

test('each aim stands beside what was measured and the best baseline, and is marked', (t) => {
  const page = renderPage(PAGE, figuresOf(SCORES));
  const aims = part(page, 'aims');
  const row = (figure: string) => aims.find((line) => line.includes(`| cuad | ${figure} |`));
  t.is(
    row('search, hit@1'),
    '| cuad | search, hit@1 | **.800** | .802 (linear models, told the category) | ≥ .800 | reached |',
  );
  t.regex(row('search, hit@5') ?? '', /\*\*\.950\*\*.*\| \*\*missed\*\* \|$/);
  t.regex(row('clauses, macro-F1') ?? '', /\*\*missed\*\*/);
  t.regex(row('clauses, span F1') ?? '', /reached/);
  t.regex(row('clauses, categories never found') ?? '', /\| \*\*1\*\* \| {2}\| ≤ 0 \| \*\*missed\*\*/);
  t.regex(row('answers, F1') ?? '', /\| {2}\| \.760 .*\| not measured \|$/);
  t.true(aims.some((line) => line.startsWith('| xquad |') && line.endsWith('| not measured |')));
  t.true(
    part(page, 'categories').includes(
      '| Source Code Escrow | 12 | .750 | .250 | .375 | .375 | .500 | 1.000 |  |  |  |  |',
    ),
  );
});

test('what questions are about is told by their kind; what is about none cannot be right', (t) => {
  const none = { questions: 60, claimed: 0.0167, right: null, stated: 0.04 };
  const questions = {
    clause: { questions: 328, claimed: 0.9, right: 0.893, stated: 0.964 },
    contract: none,
    general: none,
  };
  const lines = part(renderPage(PAGE, { ...figuresOf(SCORES), questions }), 'questions');
  t.is(lines.at(2), '| about one of the categories | 328 | **.900** | **.893** | **.964** |');
  t.is(lines.at(-1), '| general knowledge | 60 | **.017** |  | **.040** |');
  t.is(part(renderPage(PAGE, figuresOf(SCORES)), 'questions').length, 2);
});

test('the prose of the page stays, rendering again changes nothing, and a part that is gone is missed', (t) => {
  const page = renderPage(PAGE, figuresOf(SCORES));
  t.is(page.match(/Prose\./g)?.length, PARTS.length);
  t.false(page.includes('\nold\n'));
  t.is(renderPage(page, figuresOf(SCORES)), page);
  const without = PAGE.replace('<!-- figures: search -->', '');
  t.throws(() => renderPage(without, figuresOf(SCORES)), { code: 'invalid_input', message: /figures: search/ });
});

test('the worst categories are told with counts, an example that cannot be read as Markdown, and the cause', (t) => {
  const cause = 'Lawyers mark the deposit, we look for the word.';
  t.deepEqual(part(renderPage(PAGE, figuresOf(SCORES, { 'Source Code Escrow': cause })), 'mistakes'), [
    '### 1. Source Code Escrow: F1 .375',
    '',
    '12 contracts have it: 3 recognized, 9 missed; 1 taken to have it without a label. Of 12 labelled places 3 found, 9 missed; 1 found where there is no label.',
    '',
    '- Missed, for example: “the \\*Deposit\\* \\[\\<b\\>\\] \\| of it” (cuad-1, 10 to 30). Of all 9, 2 taken for License Grant.',
    '',
    `Why: ${cause}`,
  ]);
  t.deepEqual(missingCauses(figuresOf(SCORES, { 'Source Code Escrow': ' ' })), ['Source Code Escrow']);
  t.regex(part(renderPage(PAGE, figuresOf(SCORES)), 'mistakes').join('\n'), /nobody has looked into it yet/);
});

test('each of the committed worst categories has a cause', (t) => {
  t.deepEqual(missingCauses(readFigures(figuresFolder)), []);
});

test('what follows from the figures is one page and one picture that it shows', (t) => {
  t.deepEqual(Object.keys(qualityPages), ['docs/quality.md', 'docs/reliability.svg']);
  t.regex(qualityPages['docs/quality.md']?.() ?? '', /!\[[^\]]+\]\(reliability\.svg\)/);
});
