import { writeDuration } from '../../../../core/reading/durations.ts';
import type { Term } from '../../model/terms.ts';
import type { StatedTerms } from '../stated.ts';
import { addLength, compareDays, isClamped } from './calendar.ts';
import { merged } from './days.ts';
import type { End } from './end.ts';
import { nothing } from './nothing.ts';
import type { Period } from './periods.ts';

/** The last day on which a notice that stops the next renewal, or asks for it, is in time. */
export const deadlineTerm = (
  { notice, noticeDay, renewal }: StatedTerms,
  end: End | undefined,
  current: Period | undefined,
  asOf: string | null,
): Term => {
  if (noticeDay !== undefined && (current?.renewals ?? 0) === 0) {
    const { iso, purpose } = noticeDay.value;
    return {
      name: 'noticeDeadline',
      value: iso,
      explanation: `${purpose === 'renew' ? 'to ask for a renewal: ' : ''}stated: ${iso}${passedBy(iso, asOf)}`,
      needs: null,
      evidence: noticeDay.evidence,
      confidence: noticeDay.confidence,
    };
  }
  if (notice === undefined || !notice.value.beforeEnd || end === undefined) return nothing('noticeDeadline');
  const evidence = merged(merged(notice.evidence, end.evidence), renewal?.evidence ?? []);
  const confidence = Math.min(notice.confidence, end.confidence);
  const { length } = notice.value;
  const back = ` − ${writeDuration(length)}`;
  if (end.day === 'perpetual') return nothing('noticeDeadline');
  if (end.lastDay === null || end.day === null) {
    return { ...nothing('noticeDeadline'), explanation: `${end.words}${back}`, needs: end.needs, evidence, confidence };
  }
  const last = current?.lastDay ?? end.lastDay;
  const value = addLength(last, length, -1);
  const purpose = notice.value.purpose === 'renew' ? 'to ask for a renewal: ' : '';
  const counted = last === (current?.day ?? end.day) ? '' : `, counted from the last whole day ${last}`;
  const note = isClamped(last, length, -1) ? ' (that month has no such day: its last)' : '';
  return {
    name: 'noticeDeadline',
    value,
    explanation: `${purpose}${end.words}${current?.words ?? ''}${back} = ${value}${counted}${note}${passedBy(value, asOf)}`,
    needs: null,
    evidence,
    confidence,
  };
};

const passedBy = (day: string, asOf: string | null): string =>
  asOf !== null && compareDays(day, asOf) < 0 ? `; it had passed on ${asOf}` : '';
