import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import { amendedBy } from '../../../../../core/reading/amendment.ts';
import { writtenDays } from '../../../../../core/reading/written-days.ts';
import type { StatedNotice, StatedNoticeDay, StatedRenewal, Statement } from '../../stated.ts';
import { goingOnIn } from '../renewal/words.ts';
import { flat, newWords, probabilityOf, sourceOf, titlesIn } from '../units.ts';
import { noticeLength } from './length.ts';
import {
  endsGoingOn,
  isAnyTime,
  isBeforeEnd,
  keepsFrom,
  letsEnd,
  mayStop,
  purposeOf,
  refersBack,
  refersOn,
  stopsRenewal,
} from './words.ts';

/** The notice that stops a renewal. */
export const readNotice = (
  document: ReadDocument,
  renewal: Statement<StatedRenewal> | undefined,
): Statement<StatedNotice> | undefined => {
  const at = renewal?.evidence[0];
  const amending = amendedBy(document) !== undefined;
  const titles = titlesIn(document);
  const renewing = at === undefined ? '' : flat(document.text.slice(at.start, at.end));
  const found = document.units.flatMap((unit, index) => {
    const text = flat(unit.text);
    const likely = probabilityOf(unit, 'notice-period-to-terminate-renewal');
    const sameUnit = at !== undefined && unit.start === at.start;
    const close = at !== undefined && unit.start > at.start && unit.start - at.end < 700;
    if (!mayStop(text)) return [];
    const words = amending ? newWords(text) : text;
    const length = noticeLength(words);
    if (length === undefined) return [];
    const goingOn = goingOnIn(text, titles);
    if (goingOn?.what === 'other' && !sameUnit) return [];
    const prevents = stopsRenewal(text);
    const ends = renewal !== undefined && endsGoingOn(text);
    const lets = letsEnd(text);
    const next = at !== undefined && document.units[index + 1]?.start === at.start;
    const meant = next && refersBack(renewing) && !forCause.test(text);
    const end = prevents || lets || meant || isBeforeEnd(text);
    if (!end && isAnyTime(text)) return [];
    let sure = 0.5 * likely + (end || ends ? 0.2 : 0) + (goingOn !== undefined ? 0.15 : 0);
    if (end && words !== text) sure += 0.3;
    if (prevents || lets) sure += 0.15;
    if (sameUnit) sure += end && renewal?.value.automatic ? 0.5 : 0.35;
    else if (meant) sure += 0.5;
    else if (close && renewal?.value.automatic && (prevents || ends || keepsFrom(text) || (end && refersOn(renewing))))
      sure += 0.3;
    else if (close && /\b(?:renew|extend|expir|end\s+of)/i.test(text)) sure += 0.15;
    if (!end && !ends && !sameUnit && likely < 0.5) return [];
    return [{ unit, sure, value: { length, beforeEnd: end || ends, purpose: purposeOf(text) } }];
  });
  const [best] = found.toSorted((a, b) => b.sure - a.sure || a.unit.start - b.unit.start);
  if (best === undefined || best.sure < 0.45) return undefined;
  return { value: best.value, evidence: [sourceOf(document, best.unit)], confidence: Math.min(0.97, best.sure) };
};

/** What somebody ends it for is no end of its term. */
const forCause =
  /\b(?:breach\w*|default\w*|insolven\w*|bankrupt\w*|good\s+cause|for\s+cause|non-?payment|convenience)\b/i;
const byDay =
  /\b(?:no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|by|before|until)\s+(?:and\s+including\s+)?(?:\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?\s+on\s+)?$/i;
const ofRenewal = /\b(?:renew\w*|non-?renew\w*|exten(?:d|sion)\w*|(?:exercise|option)\b)/i;

/** "must give written notice no later than September 30, 2028": the last of such days. */
export const readNoticeDay = (document: ReadDocument): Statement<StatedNoticeDay> | undefined => {
  for (const unit of document.units) {
    const text = flat(unit.text);
    if (unit.part !== undefined || !/\b(?:notice|notify)\b/i.test(text) || !ofRenewal.test(text)) continue;
    const day = writtenDays(text).findLast(({ start }) => byDay.test(text.slice(0, start)));
    if (day?.iso === undefined) continue;
    const purpose = purposeOf(text);
    return { value: { iso: day.iso, purpose }, evidence: [sourceOf(document, unit)], confidence: 0.85 };
  }
  return undefined;
};
