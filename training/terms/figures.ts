/** A contract's labelled end, and what is said of it by weights that did not see it. */
export type Judged = { readonly gold: string | null; readonly said: string | null; readonly sure: number };

const thresholds = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7];

/** The page of figures, as Markdown. */
export const figuresOf = (sets: Readonly<Record<string, readonly Judged[]>>): string =>
  [
    '# How well the sentence is found that says when a contract ends',
    '',
    'Made by training/terms/fit.ts: the day or "perpetual" of the likeliest sentence against what lawyers wrote down, where it is at least as likely as the',
    'threshold; days that are only assumed count. No contract is judged by weights, or by a clause model, that saw it (five folds).',
    '',
    ...Object.entries(sets).flatMap(([name, judged]) => [`## ${name}`, '', ...tableOf(judged), '']),
  ].join('\n');

const tableOf = (judged: readonly Judged[]): string[] => {
  const rows = thresholds.map((least) => {
    const right = judged.filter(({ gold, said, sure }) => sure >= least && said !== null && said === gold).length;
    const all = judged.filter(({ said, sure }) => sure >= least && said !== null).length;
    const wanted = judged.filter(({ gold }) => gold !== null).length;
    const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
    return `| ${least} | ${share(right, all)} | ${share(right, wanted)} | ${share(2 * right, all + wanted)} |`;
  });
  return ['| threshold | precision | recall | f1 |', '| --- | --- | --- | --- |', ...rows];
};
