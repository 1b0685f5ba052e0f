import { z } from 'zod';
import { type Severity, severities } from '../../../core/ports/detector.ts';
import { type Status, statuses } from '../decisions/records.ts';
import type { FindingView } from '../findings/view.ts';

const count = z.int().nonnegative();

export const summarySchema = z.object({
  documents: count,
  findings: count.describe('Shown under findings.'),
  missing: count.describe('Protections that are missing, shown under missing.'),
  by_severity: z.object({ critical: count, high: count, medium: count, low: count }).describe('Of all that is shown.'),
  by_status: z
    .object({ open: count, accepted: count, dismissed: count })
    .describe('Of all that was found, shown or not.'),
  falls_on_reader: count.describe('Of all that is shown, against the party that was named and not against all.'),
  hurts_others: count.describe('Left out, because they hurt only others than the party that was named.'),
  text: z.string().describe('The same in words.'),
});
export type Summary = z.infer<typeof summarySchema>;

export type Counted = {
  readonly shown: readonly FindingView[];
  readonly found: readonly FindingView[];
  readonly hurtsOthers: number;
};

export const summaryOf = (documents: readonly Counted[]): Summary => {
  const shown = documents.flatMap((each) => each.shown);
  const found = documents.flatMap((each) => each.found);
  const missing = shown.filter(({ kind }) => kind === 'missing').length;
  const bySeverity = tally(
    severities,
    shown.map(({ severity }) => severity),
  );
  const byStatus = tally(
    statuses,
    found.map(({ status }) => status),
  );
  const fallsOnReader = shown.filter(({ falls_on: on }) => on === 'you').length;
  const hurtsOthers = documents.reduce((sum, each) => sum + each.hurtsOthers, 0);
  return {
    documents: documents.length,
    findings: shown.length - missing,
    missing,
    by_severity: bySeverity,
    by_status: byStatus,
    falls_on_reader: fallsOnReader,
    hurts_others: hurtsOthers,
    text: textOf(bySeverity, missing, byStatus, { fallsOnReader, hurtsOthers }),
  };
};

const tally = <K extends string>(keys: readonly K[], values: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length])) as Record<K, number>;

const textOf = (
  severity: Readonly<Record<Severity, number>>,
  missing: number,
  status: Readonly<Record<Status, number>>,
  { fallsOnReader, hurtsOthers }: { readonly fallsOnReader: number; readonly hurtsOthers: number },
): string => {
  const levels = severities.toReversed().filter((level) => severity[level] > 0);
  const risks = levels.map((level) => `${severity[level]} ${level}`).join(', ') || 'No risks';
  const notes = [
    ...(missing > 0
      ? [`${missing} of them ${missing === 1 ? 'a protection that is' : 'protections that are'} missing`]
      : []),
    ...(fallsOnReader > 0 ? [`${fallsOnReader} ${fallsOnReader === 1 ? 'falls' : 'fall'} on your side`] : []),
    ...(status.accepted > 0 ? [`${status.accepted} accepted`] : []),
    ...(status.dismissed > 0 ? [`${status.dismissed} dismissed`] : []),
    ...(hurtsOthers > 0 ? [`${hurtsOthers} left out that ${hurtsOthers === 1 ? 'hurts' : 'hurt'} only others`] : []),
  ];
  return `${[risks, ...notes].join('; ')}.`;
};
