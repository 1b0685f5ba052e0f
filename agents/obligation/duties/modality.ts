import type { Statement } from '../../../core/reading/direction.ts';
import type { ObligationModality } from '../model/reading.ts';

/** What the words of a statement make it. */
export type Meant = {
  readonly modality: ObligationModality;
  /** Freed from doing it: "need not". */
  readonly relieved: boolean;
  /** So many characters of the predicate say only that: "have the right" of "have the right to enter". */
  readonly said: number;
};

/**
 * What a statement is by its verb and the words after it; undefined where it is neither duty nor right: "shall not be
 * liable", "will suffer damage".
 */
export const meantBy = (statement: Statement, verb: string, predicate: string): Meant | undefined => {
  const free = statement.modality === 'duty' ? noDuty.exec(predicate) : null;
  const modality = free ? 'permission' : modalityOf(statement, verb, predicate);
  if (modality === undefined) return undefined;
  const longer = modality === 'permission' && noLonger.test(predicate);
  return {
    modality: longer ? 'prohibition' : modality,
    relieved: free !== null || statement.modality === 'relief',
    said: (free ?? hasRight.exec(predicate) ?? noPower.exec(predicate))?.[0].length ?? 0,
  };
};

/** "In no event shall Supplier or its insurers be liable": free of a consequence, not forbidden anything. */
const liability = /^\W*(?:[\w-]+,?\s+){0,5}?be\s+(?:[\w-]+\s+){0,4}?(?:liable|responsible|accountable)\b/i;

/** "Shall receive a salary": what one is given, not what one does. */
const gains =
  /^\s*(?:also\s+)?(?:receive|earn|enjoy|be\s+eligible|(?:continue\s+to\s+)?have\s+access|have\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:lien|claim|interest|licen[cs]e|access))\b(?!\s+(?:and|or)\b)/i;

/** "Shall, at its option, have the right to". */
const hasRight = /^\s*(?:,[^,]{1,80},\s*)?(?:also\s+)?have\s+(?:the|an?)\s+(?:[\w-]+\s+){0,4}?(?:right|option)s?\b/i;
/** "Will suffer damage": what happens to somebody. */
const happens =
  /^\s*(?:then\s+)?(?:suffer|incur|acquire|learn|experience|benefit|be\s+limited\s+to|have\s+no\s+(?:claims?|recourse|liabilit))\b/i;
const noPower = /^\s*have\s+no\s+(?:power|authority|right)s?\b[^.;,]{0,30}?\s(?=to\b)/i;
const noDuty = /^\s*be\s+under\s+no\s+(?:obligation|duty)\b/i;
const noLonger = /^\s*no\s+longer\b/i;

/** "Is required to", but not "is required by law"; "is bound to", but not "is bound by similar duties". */
const needsTo =
  /^(?:is|are|(?:shall|will)\s+(?:not\s+)?be)\s.*(?:required|obliged|obligated|bound|expected|permitted|allowed|authori[sz]ed|free|liable)$/i;

const modalityOf = ({ modality }: Statement, verb: string, predicate: string): ObligationModality | undefined => {
  if (needsTo.test(verb) && !/^\s*(?:also\s+|then\s+)?to\b(?!\s+(?:the|any|each|such|either)\b)/i.test(predicate))
    return undefined;
  if (/\bliable|responsible/i.test(verb) && modality !== 'duty') return undefined;
  if (modality === 'prohibition') return liability.test(predicate) ? undefined : 'prohibition';
  if (modality === 'duty' && happens.test(predicate)) return undefined;
  if (modality === 'duty' && noPower.test(predicate)) return 'prohibition';
  if (modality === 'duty') return gains.test(predicate) || hasRight.test(predicate) ? 'entitlement' : 'obligation';
  if (modality === 'right')
    return /entitled|right|option|power|authority|discretion/i.test(verb) ? 'entitlement' : 'permission';
  // Who is not liable is free of a consequence, not of something to do.
  if (modality === 'relief')
    return /liab|responsib|accept/i.test(verb) ||
      /^\s*(?:be\s+)?(?:liable|responsible|have\s+any\s+(?:liab|(?:further\s+)?obligations?\s+(?:to\s+(?:the|any|such|each)|hereunder|under)))/i.test(
        predicate,
      ) ||
      (/obligation|duty/i.test(verb) &&
        !/^\s*(?:whatsoever\s+)?to\s+(?!(?:the|any|such|each|either|another|an?|other)\b)/i.test(predicate))
      ? undefined
      : 'permission';
  return undefined;
};
