import type { StatedNotice } from '../../stated.ts';
import { withoutMay } from '../units.ts';

const stops =
  /\b(?:not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend|continue|go\s+on)\w*|not\s+(?:want|wish|desire)|non-?\s?renew\w*|intent(?:ion)?\s+(?:not\s+)?to|notif\w+|notices?|elect\w*|terminat\w*|cancel\w*|unless|denounc\w*|revok\w*|withdr\w+|objects?|objection|declin\w*|opt\w*[\s-]+out|refus\w*|renunciat\w*|renounc\w*|denunciat\w*|(?:no|neither)\s+party\s+\w+|to\s+the\s+contrary|otherwise|informs?|advis\w+|tells?|told|says?|said|announc\w*|declar\w*|communicat\w*|signif(?:y|ies|ied)|(?:lets?|ma[dk]e)\s+(?:\w+\s+){0,3}known?|calls?\s+(?:it\s+)?off|gives?\s+(?:it\s+)?up|warnings?|letters?|stops?|prevents?|express\w*|until\s+(?:either|one)|writes?|writing|written)\b/i;
const what = String.raw`(?:expir\w*|end\b|conclusion|terminat\w*|anniversary|renewal|(?:commencement|beginning|start|opening)\b|that\s+(?:date|day)\b|New\s+Year|date\s+of\s+(?:expir\w*|terminat\w*)|any\s+(?:renewal|such)|(?:(?:initial|first|current|fixed|running)\s+){1,2}(?:term|period)|last\s+day|close\s+of|term\b|such\s+(?:date|expir\w*|term|renewal|period))`;
/** "before the end of the term", "to the end of a quarter", "before it ends", "beforehand". */
const beforeEnd = new RegExp(
  String.raw`\b(?:prior\s+to|before|preced(?:es?|ing)|in\s+advance\s+of|ahead\s+of|short\s+of|leading\s+up\s+to|of)\s+(?:the\s+|its\s+|an?\s+|each\s+|every\s+|such\s+)?(?:(?:scheduled|then|current|running|natural|stated|applicable|next|automatic|annual|yearly)[\s-]*)*${what}|\b(?:expiration|expiry|end)\s+of\s+(?:the|any|an?|such|each|then|its)|\b(?:before|until)\s+(?:[\w-]+\s+){1,6}?(?:ends?|expires?|lapses?|renews?|runs?\s+out|closes?|finish(?:es)?|comes?\s+to\s+an?\s+end|(?:is|are)\s+(?:out|over|up|done)|(?:would|is\s+to|was\s+to)\s+(?:start|begin|end|renew))\b|\b(?:before|ahead\s+of|prior\s+to)\s+(?:[\w-]+\s+){1,4}?(?:terms?|periods?|extension|renewal|prolongation|year)\s+(?:starts?|begins?|commences?)\b|\b(?:days?|weeks?|months?)\s+(?:\w+\s+){0,3}?(?:remain\w*|(?:is|are)\s+left|(?:still\s+|yet\s+)?to\s+run)\b|\bto\s+the\s+(?:date|day)\s+on\s+which\b|\b(?:beforehand|(?:months?|weeks?|days?|years?)['’]?\s*(?:\([^)]*\)\s*)?(?:before|in\s+advance|ahead)\b(?!\s+\w))|\bnotice\b[^.;,]{0,30}\b(?:to|expiring\s+(?:on|at|with)|to\s+expire\s+(?:on|at)|ending\s+(?:on|at|with)|(?:with\s+)?effect\w*\s+(?:from|on|at|as\s+of))\s+(?:the\s+|its\s+)?(?:end|expir\w+|close|last\s+day|anniversary)`,
  'i',
);
const chooses =
  /\b(?:exercis\w+|options?|wish(?:es)?\s+to|desires?\s+(?:to\s+)?(?:so\s+)?(?:extend|renew|prolong)|elects?\s+to\s+(?:\w+\s+){0,2}(?:extend|renew|prolong)|(?:may|shall\s+have\s+the\s+right\s+to|can|entitled\s+to)\b[^.;]{0,160}?\b(?:extend(?:ed)?|renew(?:ed)?|prolong(?:ed)?)\b|requests?\s+(?:an?\s+|the\s+)?(?:extension|renewal)|(?:privileges?|rights?|liberty|faculty|power)\s+(?:of|to)\s+(?:an?\s+)?(?:(?:extend|renew|prolong)\w*|extension|privilege)|privileges?\s+(?:of|to)|(?:renewal|extension|prolongation)s?\b[^.;]{0,80}\b(?:may|can)\s+(?:call|ask|apply)\b|obtain\s+an?\s+(?:successor|renewal)|notice\b[^.;]{0,40}\bto\s+(?:extend|renew|prolong)|if\s+(?:the\s+|both\s+)?parties\s+(?:so\s+)?agree|(?:may|can|entitled\s+to)\b[^.;]{0,120}?\b(?:hold|take|retain|keep)\s+(?:the|this|its)\b[^.;]{0,30}\bfor\b|(?:calls?|calling|asks?|asking|appl(?:y|ies|ying))\s+for\b|claim(?:s|ed)?\b|to\s+so\s+(?:extend|renew)|mutual\w*\s+(?:written\s+)?agreement)\b/i;
const refuses =
  /\b(?:not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend|continue|prolong)\w*|non-?\s?(?:renew|extens)\w*|unless|failing|terminat\w*\s+(?:this|the|its|by)|automatic\w*|tacit\w*|cancel\w*|to\s+terminate|not\s+(?:wish|want)|otherwise|(?:prevent|stop|avoid|refus|declin|object)\w*|opts?\s+out)\b/i;

/** Whether a sentence may speak of how somebody keeps a contract from going on. */
export const mayStop = (text: string): boolean => stops.test(text) && !(talks.test(text) && !speaksOfStop(text));

/** "Six months before the end the parties shall meet to discuss": that stops nothing. */
const talks = /\b(?:meet|discuss\w*|negotiat\w*|confer|consult|review|evaluat\w*)\b/i;
const ends =
  /\b(?:not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend|continue|prolong)\w*|non-?\s?renew\w*|terminat\w*|cancel\w*|unless|denounc\w*|declin\w*|opt\w*[\s-]+out|no\s+party)\b/i;

/** Whether it says that something ends, or is not to go on. */
export const speaksOfStop = (text: string): boolean => ends.test(text);

/** Whether what is told is so long before the end of a period. */
export const isBeforeEnd = (text: string): boolean => beforeEnd.test(text);

/** "unless the parties have, three months before, agreed on a renewal". */
const agreed =
  /\bunless\b[^.;]{0,80}\bagree(?:d|s)?\s+(?:in\s+writing\s+)?(?:on|to|upon)\s+(?:an?|its|the|any|such)\s+(?:\w+\s+)?(?:renewals?|extensions?|prolongations?|new)\b/i;

/** Whether a notice asks for a renewal, or keeps it from happening. */
export const purposeOf = (text: string): StatedNotice['purpose'] =>
  agreed.test(text) || (chooses.test(withoutMay(text)) && !refuses.test(text)) ? 'renew' : 'stop';

/** Whether a sentence that stands behind a renewal says how that is kept from happening, and until when. */
export const keepsFrom = (text: string): boolean =>
  beforeEnd.test(text) &&
  /\b(?:(?:terminat|cancel|non-?renew|not\s+(?:be\s+)?renew|denounc|object|avoid|prevent)\w*|not\s+(?:want|wish|desire|intend)|opt\w*[\s-]+out|such\s+(?:written\s+)?(?:notice|notification)|notice\s+(?:must|shall|has\s+to|is\s+to))\b/i.test(
    text,
  );

/** Whether it says by itself that somebody lets the contract end with its term: "its election not to renew". */
export const letsEnd = (text: string): boolean =>
  saysItIsLast.test(text) || (beforeEnd.test(text) && letsGo.test(text));
const letsGo =
  /\b(?:(?:section|clause|paragraph|article|sentence)\b[^.;]{0,40}\b(?:does|shall|will)\s+not\s+apply\b|(?:elect\w*|intent\w*|intend\w*|decision|decides?|wish\w*|desires?|chooses?|intends|right)\s+not\s+to\s+(?:renew|extend|continue|prolong|go\s+on)|declines?\s+to\s+(?:renew|extend|continue|prolong)|(?:does|do)\s+not\s+(?:want|wish|desire|intend|care)\s+(?:for\s+|to\s+have\s+)?(?:it|(?:an?|the|any)\s+(?:later|further|new|next|renewal|additional|another|extended|following|subsequent)\b)|(?:notice|notification)\s+of\s+(?:its\s+|their\s+)?(?:intent\w*\s+not\s+to\s+renew|non-?\s?renewal)|terminated?\b[^.;]{0,60}\b(?:at|as\s+of|with)\s+the\s+(?:end|expir\w+)\s+of\s+(?:its|the|any)\s+(?:\w+\s+){0,2}term)\b/i;
/** "notice that it shall not be renewed", "says that the present year is the last", "that it wants no more of it". */
const saysItIsLast =
  /\b(?:notice|notif\w+|tells?|told|says?|said|informs?|informed|announc\w+|writes?|word)\b[^.;]{0,160}\bthat\s+(?:the|this|it|they|he|she|such|we|you)\b[^.;]{0,60}\b(?:not\s+(?:to\s+)?be\s+(?:renewed|continued|extended|prolonged)|(?:is|be)\s+(?:the|its)\s+last\b|no\s+more\b|not\s+(?:wish|want|desire|intend)\b)|\b(?:end|ends|ended|over)\s+with\s+(?:that|the|its|such)\s+(?:\w+\s+)?(?:term|period)\b/i;

/** Whether it names what it is a notice of: one that prevents a renewal, wherever it is counted from. */
export const stopsRenewal = (text: string): boolean =>
  /\b(?:prevent|stop|avoid|declin|refus|opt\s+out\s+of|object\s+to|turn(?:s|ed|ing)?\s+off|disabl|waiv)\w*\s+(?:(?:any|such|the|an?|each|every|its)\s+)?(?:(?:automatic|further|next)\s+|auto-)?(?:renewals?|extensions?)\b|\b(?:non-?\s?renewal\s+notice|notice\s+(?:of|for)\s+non-?\s?renewal)\s*[:|–]|\b(?:renewal|extension|prolongation|continuation)s?\s+(?:(?:(?:does|shall|will|do)\s+not)\s+(?:take\s+place|take\s+effect|occur|happen|apply|follow)|(?:is|are)\s+(?:excluded|prevented|avoided|ruled\s+out)|(?:shall|will|is\s+to)\s+be\s+(?:excluded|prevented|ruled\s+out))\b|^[\W\d]*(?:(?:an?|any|the)\s+)?(?:renunciation|denunciation|opt-out|objection\s+to\s+(?:renewal|extension))\b/i.test(
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

/** "If no such notice is given, it is renewed": the sentence before says which notice. */
export const refersBack = (text: string): boolean =>
  /^\W*(?:\(?\w{1,3}[.)]\s+)?(?:(?:if|where|unless|should)\b[^,.;]{0,30}\bnotice\b|(?:absent|failing|in\s+(?:the\s+)?(?:absence|default)\s+of)\s+(?:any\s+)?(?:such|that|the)\b|(?:if|where)\s+(?:neither|no\s+party|it|they|none)\s+(?:\w+\s+){0,3}(?:so|do|does|did|done)\b|otherwise\b|unless\s+so\b|failing\s+(?:which|this)\b|without\s+(?:such|that)\b)/i.test(
    text,
  );

/** "unless ended as this article provides": a sentence behind says by which notice. */
export const refersOn = (text: string): boolean =>
  /\bunless\b[^.;]{0,60}\b(?:as\s+(?:this|provided|told|stated|set|described|hereinafter|follows)|in\s+the\s+(?:following\s+)?(?:manner|way)|hereinafter|below|under\s+(?:this|the\s+(?:next|following))\s+(?:article|section|clause|paragraph))\b/i.test(
    text,
  );
