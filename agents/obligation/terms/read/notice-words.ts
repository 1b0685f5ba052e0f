import type { Length, StatedNotice } from '../stated.ts';
import { type FoundLength, lengthsIn } from './lengths.ts';
import { withoutMay } from './units.ts';

const stops =
  /\b(?:not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend|continue|go\s+on)\w*|not\s+(?:want|wish|desire)|non-?\s?renew\w*|intent(?:ion)?\s+(?:not\s+)?to|notif\w+|notices?|elect\w*|terminat\w*|cancel\w*|unless|denounc\w*|revok\w*|withdr\w+|objects?|objection|declin\w*|opt\w*[\s-]+out|refus\w*|renunciat\w*|renounc\w*|denunciat\w*|(?:no|neither)\s+party\s+\w+|to\s+the\s+contrary|otherwise|informs?|advis\w+|tells?|writes?|writing)\b/i;
const what = String.raw`(?:expir\w*|end\b|conclusion|terminat\w*|anniversary|renewal|commencement\s+of|beginning\s+of|start\s+of|date\s+of\s+(?:expir\w*|terminat\w*)|any\s+(?:renewal|such)|(?:(?:initial|first|current|fixed|running)\s+){1,2}(?:term|period)|last\s+day|close\s+of|term\b|such\s+(?:date|expir\w*|term|renewal|period))`;
/** "before the end of the term", "to the end of a quarter", "before it ends", "beforehand". */
const beforeEnd = new RegExp(
  String.raw`\b(?:prior\s+to|before|preceding|in\s+advance\s+of|ahead\s+of|of)\s+(?:the\s+|its\s+|an?\s+|each\s+|every\s+|such\s+)?(?:(?:scheduled|then|current|running|natural|stated|applicable|next|automatic|annual|yearly)[\s-]*)*${what}|\b(?:expiration|expiry|end)\s+of\s+(?:the|any|an?|such|each|then|its)|\bbefore\s+(?:\w+\s+){1,6}?(?:ends?|expires?|lapses?|renews?|runs?\s+out)\b|\b(?:beforehand|(?:months?|weeks?|days?|years?)['’]?\s*(?:\([^)]*\)\s*)?(?:before|in\s+advance|ahead)\b(?!\s+\w))|\bnotice\b[^.;,]{0,30}\b(?:to|expiring\s+(?:on|at|with)|to\s+expire\s+(?:on|at)|ending\s+(?:on|at|with)|(?:with\s+)?effect\w*\s+(?:from|on|at|as\s+of))\s+(?:the\s+|its\s+)?(?:end|expir\w+|close|last\s+day|anniversary)`,
  'i',
);
const chooses =
  /\b(?:exercis\w+|options?|wish(?:es)?\s+to|desires?\s+(?:to\s+)?(?:so\s+)?(?:extend|renew|prolong)|elects?\s+to\s+(?:\w+\s+){0,2}(?:extend|renew|prolong)|(?:may|shall\s+have\s+the\s+right\s+to|can|entitled\s+to)\b[^.;]{0,160}?\b(?:extend(?:ed)?|renew(?:ed)?|prolong(?:ed)?)\b|requests?\s+(?:an?\s+|the\s+)?(?:extension|renewal)|privileges?\s+(?:of|to)|obtain\s+an?\s+(?:successor|renewal)|notice\b[^.;]{0,40}\bto\s+(?:extend|renew|prolong)|if\s+(?:the\s+|both\s+)?parties\s+(?:so\s+)?agree|to\s+so\s+(?:extend|renew)|mutual\w*\s+(?:written\s+)?agreement)\b/i;
const refuses =
  /\b(?:not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend|continue|prolong)\w*|non-?\s?(?:renew|extens)\w*|unless|failing|terminat\w*\s+(?:this|the|its|by)|automatic\w*|tacit\w*|cancel\w*|to\s+terminate|not\s+(?:wish|want)|otherwise|(?:prevent|stop|avoid|refus|declin|object)\w*|opts?\s+out)\b/i;

/** Whether a sentence may speak of how somebody keeps a contract from going on. */
export const mayStop = (text: string): boolean => stops.test(text) && !(talks.test(text) && !ends.test(text));
/** "Six months before the end the parties shall meet to discuss": that stops nothing. */
const talks = /\b(?:meet|discuss\w*|negotiat\w*|confer|consult|review|evaluat\w*)\b/i;
const ends =
  /\b(?:not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend|continue|prolong)\w*|non-?\s?renew\w*|terminat\w*|cancel\w*|unless|denounc\w*|declin\w*|opt\w*[\s-]+out|no\s+party)\b/i;

/** Whether what is told is so long before the end of a period. */
export const isBeforeEnd = (text: string): boolean => beforeEnd.test(text);

/** Whether a notice asks for a renewal, or keeps it from happening. */
export const purposeOf = (text: string): StatedNotice['purpose'] =>
  chooses.test(withoutMay(text)) && !refuses.test(text) ? 'renew' : 'stop';

/** How long before, by the words behind a length: "90 days (or more) prior", "three months' notice", "two weeks ahead". */
const lead =
  /^['’]?s?(?:\s*\([^)]*\))?['’]?(?:(?!\b(?:terms?|periods?|unless|if|except|save|until|by|giv|renew|exten|cancel|terminat)\w*\b)[^,.;]){0,30}\b(?:prior|before|beforehand|notice|notification|advance|preceding|ahead)\b/i;
const noticeOf =
  /\b(?:notice(?:\s+period)?|warning)(?:\s+(?:in\s+writing|given))?\s+of\s+(?:at\s+least\s+|not\s+less\s+than\s+)?$/i;
/** "Notice of Non-Renewal: 120 days". */
const noticeLabel =
  /\b(?:non-?\s?renewal\s+notice|notice\s+(?:of|for)\s+(?:non-?\s?renewal|termination|cancell?ation)|non-?\s?renewal|notice\s+period)(?:\s+period)?\s*[:|–]\s*(?:at\s+least\s+)?$/i;
/** "notice within 5 days of the end". */
const noticeWithin = /\b(?:notice|notif\w+|terminated)\b[^.;]{0,40}\b(?:within|during)\s*(?:the\s+|an?\s+)?$/i;

/** How long the notice is that a sentence asks for. */
export const noticeLength = (text: string): Length | undefined => {
  const lengths = lengthsIn(text).filter((each) => !isOfPrice(text, each));
  const found =
    lengths.find((each) => isLabelled(text, each)) ??
    lengths.find((each) => isLeast(text, each)) ??
    lengths.find((each) => isNotice(text, each));
  return found === undefined ? toOrdinalDay(text) : { value: found.from ?? found.value, unit: found.unit };
};

const isLabelled = (text: string, { start, unnumbered }: FoundLength): boolean =>
  !unnumbered && noticeLabel.test(text.slice(Math.max(0, start - 60), start));

/** "notice of any increase in fees at least 90 days before the end of the term": of what it costs, not that it ends. */
const isOfPrice = (text: string, { start }: FoundLength): boolean => {
  const lead = text.slice(Math.max(0, start - 160), start);
  const clause = lead.slice(Math.max(lead.lastIndexOf(';'), lead.lastIndexOf('('), lead.lastIndexOf('unless')) + 1);
  return (
    /\b(?:notice|notif\w+|inform\w*|advis\w+)\b[^;]{0,60}\b(?:increas\w*|fees?|prices?|pricing|rates?|charges?|invoices?|quotes?|quotation|propos\w+)\b/i.test(
      clause,
    ) && !ends.test(clause)
  );
};

/** "not later than the one hundred fiftieth (150th) day before the end". */
const toOrdinalDay = (text: string): Length | undefined => {
  const match =
    /\b(\d{1,3})(?:st|nd|rd|th)\)?\s+(?:calendar\s+)?(day|month)\s+(?:(?:next|immediately)\s+)?(?:prior\s+to|before|preceding)\b/i.exec(
      text,
    );
  const value = Number(match?.[1] ?? 0);
  return value === 0 ? undefined : { value, unit: match?.[2]?.toLowerCase() === 'month' ? 'month' : 'day' };
};

const isLeast = (text: string, { bound, start, end }: FoundLength): boolean =>
  bound === 'least' &&
  /\b(?:notice|notif\w+)\b/i.test(text.slice(Math.max(0, start - 160), end + 60)) &&
  (/^[^,.;]{0,60}\b(?:prior|before|nor\s+more)\b/i.test(text.slice(end)) ||
    (eachParty.test(text) && /^[^.;]{0,160}\b(?:prior\s+to|before)\b/i.test(text.slice(end))));

/** A notice for one party, and another for the other. */
const eachParty =
  /\bin\s+the\s+case\s+of\b[^.;]{0,120}\bin\s+the\s+case\s+of\b|\bif\s+(?:given\s+)?by\b[^.;]{0,120}\bif\s+(?:given\s+)?by\b/i;

const isNotice = (text: string, { start, end, unnumbered }: FoundLength): boolean => {
  const tail = text.slice(end, end + 60);
  const before = text.slice(Math.max(0, start - 60), start);
  return (
    (lead.test(tail) && !(unnumbered && /^\W*(?:by|upon|on|with|through)\b/i.test(tail))) ||
    noticeOf.test(before) ||
    (noticeWithin.test(before) && /^[^.;]{0,20}\b(?:of|prior|before|ending)\b/i.test(tail))
  );
};

/** Whether a sentence that stands behind a renewal says how that is kept from happening, and until when. */
export const keepsFrom = (text: string): boolean =>
  beforeEnd.test(text) &&
  /\b(?:(?:terminat|cancel|non-?renew|not\s+(?:be\s+)?renew|denounc|object|avoid|prevent)\w*|opt\w*[\s-]+out|such\s+(?:written\s+)?(?:notice|notification)|notice\s+(?:must|shall|has\s+to|is\s+to))\b/i.test(
    text,
  );

/** Whether it says by itself that somebody lets the contract end with its term: "its election not to renew". */
export const letsEnd = (text: string): boolean =>
  beforeEnd.test(text) &&
  /\b(?:(?:section|clause|paragraph|article|sentence)\b[^.;]{0,40}\b(?:does|shall|will)\s+not\s+apply\b|(?:elect\w*|intent\w*|intend\w*|decision|decides?|wish\w*|desires?|chooses?|right)\s+not\s+to\s+(?:renew|extend|continue|prolong)|declines?\s+to\s+(?:renew|extend|continue|prolong)|(?:notice|notification)\s+of\s+(?:its\s+|their\s+)?(?:intent\w*\s+not\s+to\s+renew|non-?\s?renewal)|terminated?\b[^.;]{0,60}\b(?:at|as\s+of)\s+the\s+(?:end|expir\w+)\s+of\s+(?:its|the|any)\s+(?:\w+\s+){0,2}term)\b/i.test(
    text,
  );

/** Whether it names what it is a notice of: one that prevents a renewal, wherever it is counted from. */
export const stopsRenewal = (text: string): boolean =>
  /\b(?:prevent|stop|avoid|declin|refus|opt\s+out\s+of|object\s+to|turn(?:s|ed|ing)?\s+off|disabl|waiv)\w*\s+(?:(?:any|such|the|an?|each|every|its)\s+)?(?:(?:automatic|further|next)\s+|auto-)?(?:renewals?|extensions?)\b|\b(?:non-?\s?renewal\s+notice|notice\s+(?:of|for)\s+non-?\s?renewal)\s*[:|–]|^[\W\d]*(?:(?:an?|any|the)\s+)?(?:renunciation|denunciation|opt-out|objection\s+to\s+(?:renewal|extension))\b/i.test(
    text,
  );

/** "terminate during any such month-to-month period upon 30 days' notice": it ends what goes on after the first term. */
export const endsGoingOn = (text: string): boolean =>
  /\b(?:terminat\w*|cancel\w*|ends?|ended)\b[^.;]{0,60}\b(?:during|in)\s+(?:any|the|such|an?)\s+(?:such\s+)?(?:month-to-month|year-to-year|renewal|extension|extended|holdover|additional|successive|subsequent)\s+(?:[\w-]+\s+)?(?:terms?|periods?)\b/i.test(
    text,
  );

/** "may be cancelled at any time upon 30 days' notice": whether its term is over or not. */
export const isAnyTime = (text: string): boolean =>
  /\b(?:terminat\w*|cancel\w*|ends?|ended)\b[^.;]{0,60}\bat\s+any\s+time\b|\bat\s+any\s+time\b[^.;]{0,60}\b(?:terminat|cancel)/i.test(
    text,
  ) && !/\bunless\b[^.;]{0,120}\bat\s+any\s+time\b/i.test(text);
