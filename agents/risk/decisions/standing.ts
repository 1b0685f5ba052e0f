import type { FindingRecord } from '../findings/records.ts';
import type { Decision, DecisionRecord, Status } from './records.ts';

export type Standing = { readonly status: Status; readonly history: readonly Decision[] };

/**
 * What has been decided on a finding. Its evidence decides, so a decision holds in every version that has the same
 * words. Where a document says the same thing several times and that number has changed, nobody can tell which one is
 * gone: a decision then holds only if all of them were decided alike.
 */
export const standingOf = (
  finding: Pick<FindingRecord, 'finding' | 'key' | 'ordinal' | 'of'>,
  decided: ReadonlyMap<string, DecisionRecord>,
): Standing => {
  const own = decided.get(finding.finding);
  if (own === undefined) return { status: 'open', history: [] };
  const holds = own.of === finding.of || allAlike([...decided.values()].filter(({ key }) => key === finding.key));
  return { status: holds ? latest(own) : 'open', history: own.history };
};

const allAlike = (records: readonly DecisionRecord[]): boolean => {
  const most = Math.max(...records.map(({ of }) => of));
  return records.length >= most && new Set(records.map(latest)).size === 1;
};

const latest = ({ history }: DecisionRecord): Status => history.at(-1)?.status ?? 'open';
