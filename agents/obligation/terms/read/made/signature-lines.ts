import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import type { WrittenDay } from '../../../../../core/reading/written-days.ts';
import { daysIn } from '../points/days-in.ts';
import { flat } from '../units.ts';
import { type DatedPlace, isSectionNumber } from './dated-places.ts';
import { otherPaper, runs } from './other-papers.ts';

/** What a signatory's line begins with. */
const signature =
  /^\W{0,4}(?:\/s\/|(?:digitally\s+|electronically\s+)?signed\b|signature\b|sgd\b|by\s*:|for\s+(?:and\s+on\s+behalf\s+of|the)\b|accepted\b|agreed\b)|\/s\/|\bsigned\s+(?:by|for)\b|\(\s*signed\s*\)|\[\s*signed\s*\]/i;
const company =
  /\b(?:Inc|Ltd|Limited|LLC|LLP|L\.?P|Corp|Corporation|Company|Co|plc|GmbH|AG|S\.?A|S\.?p\.?A|B\.?V|N\.?V|Pty|S\.?r\.?l|S\.?L|AS|A\/S|AB|Oy|KG|SARL|SAS|Lda|UAB|Kft|s\.r\.o)\b\.?/;
const longestLine = 200;

/**
 * Lines of signatories that bear a day: "Signed for Aster Ltd: A. Vane, 3 May 2020", "/s/ A. Vane, 3 May 2020". Lines of
 * firms with a day count where two or more stand together: "Aster Ltd - A. Vane - 3 May 2020".
 */
export const inSignatureLines = (document: ReadDocument): DatedPlace[] => {
  const names = document.parties.map(({ name }) => name.toLowerCase());
  const isFirm = (line: string): boolean =>
    company.test(line) || names.some((name) => line.toLowerCase().includes(name));
  const found: (DatedPlace & { readonly sign: boolean; readonly line: number })[] = [];
  const lines = document.text.split('\n');
  let start = 0;
  for (const [line, raw] of lines.entries()) {
    const unit = { start, end: start + raw.length };
    start += raw.length + 1;
    if (raw.length > longestLine) continue;
    const text = flat(raw);
    const days = daysIn(document, text);
    if (
      unit.start > document.text.length * 0.4 &&
      besideEachOther(text, days, () => isUnderSigns(lines, line, isFirm))
    ) {
      found.push(...days.map((day) => ({ unit, day, sure: 0.6, sign: true, line })));
      continue;
    }
    const day = days.at(-1);
    if (day?.iso === undefined || !/^[\s.)\]|_]*$/.test(text.slice(day.end))) continue;
    const lead = text.slice(0, day.start);
    const sign = signature.test(lead);
    // A name, not a sentence.
    if ((lead.match(/(?<![\p{L}'’])\p{Ll}{3,}/gu) ?? []).length > (sign ? 8 : 3)) continue;
    if (runs.test(lead) || otherPaper.test(lead) || isSectionNumber(document, unit, day)) continue;
    if (sign) found.push({ unit, day, sure: 0.7, sign, line });
    else if (isFirm(lead) && /[-–—,|(:]\s*(?:dated?\s*:?\s*)?$/i.test(lead))
      found.push({ unit, day, sure: 0.6, sign, line });
    // Under the name of a firm and of who signs for it, or over them with the place.
    else if (unit.start > document.text.length * 0.4 && placeOrNothing.test(lead)) {
      if (isUnderSigns(lines, line, isFirm)) found.push({ unit, day, sure: 0.6, sign, line });
    }
  }
  return found.filter(
    ({ sign, line, unit, day }) =>
      sign ||
      placeOrNothing.test(document.text.slice(unit.start, unit.start + day.start)) ||
      found.some((other) => other.line !== line && Math.abs(other.line - line) <= 4),
  );
};

/** Whether a line has the name of a firm or of who signs for it near it, above or below. */
const isUnderSigns = (lines: readonly string[], line: number, isFirm: (line: string) => boolean): boolean =>
  lines
    .slice(Math.max(0, line - 3), line + 2)
    .some((other) => other.length < 140 && other !== lines[line] && (signature.test(other) || isFirm(other)));

/** "Munich, 1 August 2016     Hamburg, 4 August 2016", "City: June 2, 2014   Contractor: May 27, 2014"; under signatures also days alone. */
const besideEachOther = (text: string, days: readonly WrittenDay[], underSigns: () => boolean): boolean =>
  days.length > 1 &&
  days.every(({ start, iso }, index) => {
    const lead = text.slice(days[index - 1]?.end ?? 0, start);
    return (
      iso !== undefined &&
      !runs.test(lead) &&
      (index === 0 || /^[\s.)\]|_]*(?:\s{3,}|\t|\|)/.test(lead)) &&
      (/^\W*(?:\p{Lu}[\p{L}.'’&-]*[\s,]*){1,5}[,:]\s*$/u.test(lead) ||
        (/^[\s.)\]|_]*(?:(?:dated?|signed)(?:\s+on)?\s*:?\s*)?$/i.test(lead) && underSigns()))
    );
  }) &&
  /^[\s.)\]|_]*$/.test(text.slice(days.at(-1)?.end ?? 0));

const placeOrNothing = /^\W*(?:(?:\p{Lu}[\p{L}'’-]{1,24}[\s,]+){1,3}(?:on\s+|the\s+|this\s+)?)?$/u;
