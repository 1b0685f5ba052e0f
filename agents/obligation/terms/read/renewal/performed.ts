import { writtenDays } from '../../../../../core/reading/written-days.ts';

/** What an amendment, or who exercises an option, extends once and now is the term itself. */
const now =
  /\b(?:is|are|was|were|be|been|being)\s+(?:hereby\s+|now\s+|further\s+)*(?:extended|prolonged|renewed|lengthened)\b|\b(?:hereby|now|herewith|agreed?\s+to)\s+(?:\w+\s+){0,3}(?:extend|prolong|renew)\b|\b(?:is|are)\s+to\s+(?:go\s+on|continue|run\s+on|be\s+(?:extended|prolonged|renewed))\b/i;
const yetToCome =
  /\b(?:unless|successive|consecutive|automatic\w*|tacit\w*|each|every|may|options?|elect\w*|if|provided|upon|where|when|until)\b/i;
/** Of an amendment it is enough that it names no choice and no row of renewals. */
const yetToComeOfAmendment = /\b(?:unless|successive|consecutive|automatic\w*|tacit\w*|each|may|options?)\b/i;
const byThis =
  /\b(?:by|with|through|under|pursuant\s+to)\s+this\s+(?:\w+\s+)?(?:amendment|addendum|extension|rider|supplement)\b|\bby\s+way\s+of\s+(?:amendment|variation)\b/i;
/** "for nine months, which end on", "such that it will end on": the one extension that there is has its own end. */
const whichEnds =
  /\b(?:which|such\s+that|so\s+that|that\s+is|i\.e\.|and|so\s+as|thus|thereby)\b[^.;]{0,100}?\b(?:end|expire|terminate|conclude|finish|close|lapse|run|last)(?:s|es|ing)?\b[^.;]{0,20}$/i;

/** Whether a sentence does not tell of renewals to come, but extends the term itself, once and now. */
export const isPerformed = (text: string, amending: boolean): boolean => {
  const match = now.exec(text);
  if (match === null) return false;
  if (amending && !yetToComeOfAmendment.test(text)) return true;
  if (yetToCome.test(text.replace(automaticEnd, ' '))) return false;
  const after = match.index + match[0].length;
  return (
    byThis.test(text.slice(0, match.index)) ||
    writtenDays(text).some(
      ({ start }) => start > after && whichEnds.test(text.slice(Math.max(after, start - 160), start)),
    )
  );
};

/** "will automatically terminate on": no renewal comes by itself. */
const automaticEnd = /\bautomatically\s+(?=(?:terminat|expir|end|laps)\w*)/gi;
