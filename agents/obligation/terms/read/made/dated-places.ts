import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import type { WrittenDay } from '../../../../../core/reading/written-days.ts';
import type { Span } from '../../../../../core/text/span.ts';

/** A day of which a document may be, where it stands, and how sure that is. The day's offsets are those of its sentence. */
export type DatedPlace = { readonly unit: Span; readonly day: WrittenDay; readonly sure: number };

/** What stands among signatures. */
export const signs =
  /\/s\/|\b(?:By|Name|Title|Its|Signature|Signed|Signatory)\s*:|\bwitness\s+whereof\b|\bsignatures?\b/i;
/** Words after which figures with full stops are a day. */
const datedBy =
  /\b(?:dated?|on|of|from|until|till|to|through|since|by|concluded|signed|made|executed|accepted|effective|commencing|beginning|starting|ending)\s*:?\s*(?:the\s+)?$/i;

/** "13.8.11 Survival" is the number of a section; beside a signature or after "dated", and with a whole year, a day. */
export const isSectionNumber = ({ text }: ReadDocument, unit: Span, { start, end }: WrittenDay): boolean => {
  const at = unit.start + start;
  if (!/^\d+\.\d+\.\d\d?$/.test(text.slice(at, unit.start + end))) return false;
  const before = text.slice(Math.max(0, at - 300), at);
  return !signs.test(before) && !datedBy.test(before.slice(-24));
};
