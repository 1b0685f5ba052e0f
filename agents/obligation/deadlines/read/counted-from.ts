import { eventOf } from './relative.ts';
import type { Circumstances } from './stated.ts';

const lead =
  /^(?:immediately\s+|promptly\s+|forthwith\s+)?(?:upon|on|after|following|once|when(?:ever)?|where|if|should|as\s+soon\s+as|within\s+\S+\s+\w+\s+(?:of|after)|in\s+the\s+(?:event|case)\s+(?:that|of)|from|at|provided\s+that|subject\s+to)\s+/i;
const told =
  /\b(?:notify|notif(?:y|ies)|inform|tell|advise|report|alert|give\s+(?:\w+\s+){0,3}notice)\b(?:\s+(?!of\b|about\b|that\b)[\p{L}'’-]+){0,8}?\s+(?:of|about|that)\s+([^,;]+)/iu;
const reported = /\breport\s+((?:any|each|every|all|an?|the|such)\s+[^,;]+)/i;
const opening =
  /^\W*(?:upon|on|after|following|once|when|if|where|in\s+the\s+(?:event|case)\s+(?:that|of))\s+([^,;]{3,160}),/i;

/**
 * What a length counts from that names nothing itself ("within 24 hours"): what sets the duty off, its condition, or what is
 * to be told. undefined where the sentence says nothing of the kind.
 */
export const countedFrom = ({ trigger, condition, action, sentence, document }: Circumstances): string | undefined => {
  if (trigger !== undefined && trigger !== '') return eventOf(trigger.replace(lead, ''));
  const open = opening.exec(sentence)?.[1];
  if (open !== undefined) return eventOf(open);
  if (condition !== undefined && !/^(?:unless|except|provided|subject|to\s+the\s+extent)/i.test(condition)) {
    return eventOf(condition.replace(lead, ''));
  }
  for (const text of [action, sentence]) {
    const what = told.exec(text)?.[1] ?? reported.exec(text)?.[1];
    if (what !== undefined)
      return eventOf(
        what.replace(/\s+\b(?:within|no\s+later|not\s+later|in\s+no\s+event|at\s+the\s+latest)\b.*$/i, ''),
      );
  }
  return document.kind === 'invoice' ? 'the date of this invoice' : undefined;
};
