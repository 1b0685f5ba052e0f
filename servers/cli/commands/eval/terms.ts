import type { Case } from '../../../../eval/terms/cases.ts';
import type { MeasuredExcerpts } from '../../../../eval/terms/evaluate.ts';
import { createProgress } from '../../progress.ts';
import { loadConfigOf, type Session, writeJson } from '../../session.ts';

export type TermsOptions = { readonly write?: true };

/** Reads the excerpts of eval/terms and says how many terms are read right; of the development half also which are not. */
export const evalTerms = async (session: Session, { write }: TermsOptions): Promise<void> => {
  const { measureTerms } = await import('../../../../eval/terms/evaluate.ts');
  const { readCases, halfOf } = await import('../../../../eval/terms/cases.ts');
  const { termFields, termTitles } = await import('../../../../eval/score/terms.ts');
  const json = session.globals().json === true;
  const progress = createProgress(session.terminal.stderr, json);
  const { said, scores } = await measureTerms({
    open: (data) => session.wiring.openApplication(loadConfigOf(session, { data })),
    progress: progress.update,
    signal: session.signal,
  }).finally(progress.clear);
  if (write === true) {
    const { writeExcerpts } = await import('../../../../eval/report/figures.ts');
    const { figuresFolder } = await import('../../../../eval/report/page.ts');
    writeExcerpts(figuresFolder, scores);
  }
  if (json) return writeJson(session.terminal, scores);
  const lines = Object.entries(scores).flatMap(([half, { cases, terms }]) => [
    `${half}: ${cases} excerpts`,
    ...termFields.map((field) => {
      const { f1, right, wrong, missed } = terms[field];
      return `  ${termTitles[field]}: F1 ${(f1 ?? 0).toFixed(3)} (${right} right, ${wrong} wrong, ${missed} missed)`;
    }),
  ]);
  const mistaken = readCases()
    .filter((each) => halfOf(each) === 'development')
    .flatMap((each) => mistakesIn(each, said.get(each.id), termFields));
  session.terminal.stdout.write([...lines, ...mistaken, ''].join('\n'));
};

type Said = MeasuredExcerpts['said'] extends ReadonlyMap<string, infer S> ? S : never;

const mistakesIn = (
  { id, text, expected }: Case,
  said: Said | undefined,
  fields: readonly (keyof Said)[],
): string[] => {
  const other = fields.filter((field) => expected[field] !== (said?.[field] ?? null));
  return other.length === 0
    ? []
    : [
        `${id}: ${text.replaceAll('\n', ' ')}`,
        ...other.map(
          (field) => `  ${field}: ${said?.[field] ?? 'nothing'} where it is ${expected[field] ?? 'nothing'}`,
        ),
      ];
};
