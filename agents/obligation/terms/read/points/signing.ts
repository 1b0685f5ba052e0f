import { lastSignature } from '../made/signatures.ts';
import { papers } from '../paper-words.ts';
import { matchAt, type Point, type Reading, skip } from './point.ts';

const allSign =
  /(?:the\s+)?(?:(?:date|day|time|moment)\s+)?(?:(?:on\s+which|when|that|of)\s+)?(?:(?:(?:it|this\s+\p{L}+)\s+(?:is|was|has\s+been)\s+)?(?:being\s+)?(?:fully\s+)?(?:(?:counter-?)?signed|executed)\s+by\s+(?:all|both|each|the\s+last)|(?:the\s+)?(?:last|later|latest|final|second|both|all|each)\b(?:\s+(?:of\s+)?(?:the\s+)?[\p{L}\d]+){0,4}?\s+(?:(?:has|have|had|shall\s+have)\s+)?(?:to\s+)?(?:(?:counter-?)?sign\w*|execut\w*)|(?:the\s+)?(?:last|latest|later|final)\s+(?:of\s+the\s+)?(?:signature|date\s+of\s+signature|signing|execution|dates?\b[^,.;]{0,40}\bsign\w*)|(?:full|mutual|complete)\s+(?:execution|signature|signing)|(?:execution|signature|signing)\s+(?:hereof\s+|of\s+this\s+\p{L}+\s+)?by\s+(?:all|both|each|the\s+last)|the\s+dates?\s+of\s+the\s+last|(?:the\s+)?(?:signature|execution|signing)\s+(?:hereof\s+|of\s+this\s+\p{L}+\s+)?(?:of|by)\s+(?:the|that|whichever)\s+(?:party|one|person|side|signatory)\s+(?:\p{L}+\s+){0,4}?(?:last|later|second))\b(?:[^,.;()]{0,60}\b(?:part(?:y|ies)|them|below|signatures?|it)\b)?/iuy;
/** Before it: "on the". */
const little = /\s*(?:(?:on|as|of|from|upon|with|the)\s+){0,3}/iy;
const sign =
  /(?:the\s+)?(?:date\s+of\s+|day\s+of\s+)?(?:(?:its|the|their)\s+)?(?:due\s+)?(?:signature|signing|execution|conclusion)\b(?:\s+(?:hereof|of\s+(?:this|the)\s+\p{L}+))?/iuy;

/** One of the parties alone: "the execution of this Agreement by the Executive", "you sign it". */
const oneSigns = new RegExp(
  `(?:the\\s+)?(?:(?:date|day)\\s+)?(?:(?:on\\s+which|that|of)\\s+)?(?:(?:the\\s+|its\\s+)?(?:execution|signature|signing)(?:\\s+hereof|\\s+of\\s+(?:this|the)\\s+\\p{L}+)?\\s+by\\s+(?!(?:the\\s+)?(?:all|both|each|part(?:y|ies)|undersigned)\\b)(?:the\\s+)?\\p{L}+|(?:the\\s+)?(?!this\\b|it\\b|parties\\b|they\\b)\\p{L}+\\s+(?:has\\s+|have\\s+)?(?:signs?|executes?|signed|executed)\\s+(?:it|(?:this|the)\\s+(?:\\p{L}+\\s+){0,3}?${papers.replace('|it)', '|release)')}))`,
  'iuy',
);

/** What must come to pass besides a signature: "and only upon the closing", "and receipt of", "provided that". */
const besides =
  /^[^.;]{0,50}?(?:\band\s+(?:only\s+)?(?:upon|after|when|once|acceptance|receipt|approval|subject|\((?:b|ii|2)\))|\bprovided\b(?!\s+(?:herein|below|for\b)))/i;

/** Where words at an offset end that name the last of the signatures; undefined where they do not. */
export const lastSignsAt = (text: string, at: number): number | undefined => {
  const match = matchAt(text, skip(text, at, little), allSign);
  return match === null ? undefined : match.index + match[0].length;
};

/** The day of the signatures: the latest of those that bear one, else the contract's own. */
export const signing = ({ document, agreementDate }: Reading, text: string, start: number): Point | undefined => {
  const one = matchAt(text, start, oneSigns);
  const waits = one ?? matchAt(text, start, allSign) ?? matchAt(text, start, sign);
  if (waits !== null && besides.test(text.slice(start + waits[0].length, start + waits[0].length + 100)))
    return { anchor: { kind: 'event', name: waits[0].replace(/\s+/g, ' ') }, end: start + waits[0].length, more: [] };
  if (one !== null) {
    const signed = lastSignature(document);
    const end = start + one[0].length;
    return signed?.alone === true
      ? { anchor: { kind: 'day', iso: signed.iso }, end, more: signed.places }
      : { anchor: { kind: 'event', name: one[0].replace(/\s+/g, ' ') }, end, more: [] };
  }
  const all = matchAt(text, start, allSign);
  const any = all ?? matchAt(text, start, sign);
  if (any === null) return undefined;
  const end = start + any[0].length;
  const last = lastSignature(document);
  if (all !== null && last !== undefined) return { anchor: { kind: 'day', iso: last.iso }, end, more: last.places };
  if (all !== null && agreementDate?.value.kind !== 'day')
    return { anchor: { kind: 'event', name: 'Date of the last signature' }, end, more: [] };
  return { anchor: { kind: 'agreementDate' }, end, more: [] };
};
