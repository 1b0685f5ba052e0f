import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import { perDocument } from '../../../../../core/reading/per-document.ts';
import { writtenDays } from '../../../../../core/reading/written-days.ts';
import { flat } from '../units.ts';
import { isUntil } from './days.ts';
import type { Read } from './read.ts';

const replaces = /\b(?:delet|struck|strik|replac|substitut|chang|remov)\w*/i;
const quoted = /["“']\s*(?:the\s+)?$/;
const ofTerm = /\b(?:term|expir\w*|terminat\w*|duration)\b/i;

/**
 * What an amendment puts in the place of the end: `"June 30, 2009" is struck and "June 30, 2012" put in its stead`. Only where
 * the sentence speaks of the term, or the day that goes is told elsewhere to be the one on which it ends.
 */
export const replacedEnd = (document: ReadDocument, text: string): Read | undefined => {
  if (!replaces.test(text)) return undefined;
  const days = writtenDays(text).filter(({ start }) => quoted.test(text.slice(0, start)));
  const [old, next] = [days[0], days.at(-1)];
  if (old?.iso === undefined || next?.iso === undefined || old === next) return undefined;
  if (!ofTerm.test(text) && !endsOf(document).has(old.iso)) return undefined;
  return { ending: { kind: 'at', anchor: { kind: 'day', iso: next.iso } }, more: [], at: next.start };
};

/** Days on which something ends, as the document's recitals tell it. */
const endsOf = perDocument(
  (document: ReadDocument): ReadonlySet<string> =>
    new Set(
      document.units.flatMap((unit) => {
        const text = flat(unit.text);
        return writtenDays(text).flatMap(({ iso, start }) =>
          iso !== undefined && ofTerm.test(text) && isUntil(text.slice(Math.max(0, start - 130), start)) ? [iso] : [],
        );
      }),
    ),
);
