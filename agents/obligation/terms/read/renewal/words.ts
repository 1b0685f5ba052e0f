import type { Span } from '../../../../../core/text/span.ts';
import { withoutMay } from '../units.ts';
import { type WhatGoesOn, whatGoesOn } from './subject.ts';
import { type GoingOnVerb, going, goingOnVerbs } from './verbs.ts';

/** After the first term, and then without another end than the one that somebody makes. */
const endlessAfter =
  /\b(?:thereafter|whereafter|after\s+(?:that|this|which|then|the|its|such)\b|once\s+(?:that|this|it)\s+(?:is|has)\b|past\s+that\b|afterwards?|beyond\s+(?:that|the|its)|(?:on|upon|at|following)\s+(?:the\s+|its\s+)?(?:expiry|expiration|end|completion))\b/i;
const withoutEnd =
  /\b(?:indefinite(?:ly)?|perpetu\w+|without\s+(?:any\s+)?(?:fixed\s+)?(?:limit|end)|unlimited|rolling\s+(?:contract|agreement|tenancy|basis)|until\s+(?:it\s+is\s+|duly\s+)?(?:either|one\b|any\b|a\s+party|both|you|the\s+(?:other|parties)|notice|terminated|ended|cancell?ed|determined))\b/i;
const lasting =
  /\b(?:continu|remain|renew|exten|prolong|becom|go(?:es)?\s+on|run|carr(?:y|ies)\s+on|in\s+(?:full\s+)?force|(?:turn|convert|pass)(?:s|es)?\s+into)\w*/gi;

const byItself =
  /\b(?:automatic(?:ally)?|tacit(?:ly)?|evergreen|(?:self|auto)-?renew\w*|renews?\s+itself|of\s+(?:its|their)\s+own\s+(?:accord|motion)|on\s+(?:its|their)\s+own|(?:by|of)\s+(?:itself|themselves)|by\s+(?:mere\s+)?operation\s+of\s+this|(?:renew|extend|prolong|continu|carr(?:y|ies|ied)|go(?:es)?|roll)\w*\b[^.;,]{0,80}\bwithout\s+(?:any\s+)?(?:further|other|additional|special|new)\s+(?:acts?|actions?|formalit\w+|steps?|deeds?|documents?|instruments?|papers?|signatures?|writing))\b(?![^.;,]{0,24}\b(?:terminat(?!ion\s+notice)|expir|end|laps|ceas)\w*)/i;
/** What would keep it from going on: so it does, where nobody does that. */
const otherwise =
  /\b(?:unless|subject\s+to\s+(?:earlier\s+|prior\s+)?(?:cancell|terminat)\w*|subject\s+to\s+[^.;,]{0,50}\brights?\b[^.;]{0,160}?\b(?:terminat\w*|cancel\w*|not)|save\s+(?:for|where|if|that|when|in)|except\s+(?:where|if|when)|failing|absent|in\s+(?:the\s+)?(?:absence|default)\s+of|if\s+not\b|otherwise|(?:if|where|should|when(?:ever)?|provided(?:\s+that)?|(?:so|as)\s+long\s+as)\s+(?:neither|no\b|none|nobody|not\b|(?:\w+\s+){1,4}?(?:is|are|has|have|does|do)\s+not\b)|until\s+(?:either|one|any|a\s+party|terminated|ended|cancell?ed))\b/i;
/** Before a verb: it is only told what would be if, or may be. */
const supposed =
  /\b(?:unless|if|until(?!\s+(?:and\s+including\s+)?(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|the\s+[\w-]+\s+anniversary))|when|where|once|whether|case|may|might|can|could|no|not|neither|nor|to\s+have|options?|rights?|entitled|elects?|request\w*|wish\w*|wants?|(?:notice|notif\w+|intent\w*)\s[^,;.]{0,40}that)\b[^,;.]{0,60}$/i;
/** "when the fixed period is over": that will be. */
const onceOver =
  /\b(?:when|once|after)\b[^,;.]{0,60}\b(?:over|out|past|gone|up|done|expires?|expired|ended|ends?|runs?\s+out|lapses?)\b|\bunless\s+(?:\w+\s+){0,2}(?:ended|terminated|cancell?ed|denounced|revoked|stopped)(?:\s+(?:so|earlier|sooner|before))?\b/gi;
const onlyMay = /\b(?:may|might|can|could)\b(?!.*\b(?:shall|will|must)\b)/i;
const byChoice =
  /\b(?:may(?!\s+(?:then\s+)?(?:be\s+)?(?:cancel|terminat|end|giv|determin|prevent|stop|avoid|object|refus|declin|opt\s+out|say\s+no))|can|option\w*|privileges?|liberty|faculty|rights?|granted\s+(?:\w+\s+){1,3}(?:renewals?|extensions?)|claim(?:s|ed)?|(?:asks?|calls?)\s+for|so\s+(?:wish|wishes|asks?|requests?|desires?)|elect\w*|entitled|discretion|mutual(?:ly)?|agree(?:s|d|ing)?\b(?!\s+otherwise)|agreement\s+(?:of|between)|by\s+(?:written\s+)?agreement|consents?|upon\s+(?:written|mutual)|request\w*|requires?|needs?|any\s+(?:renewal|extension)|renewable|extend[ai]ble|approv\w+|subject\s+to|if\s+(?:both|the\s+parties))\b/i;
const refusal =
  /\b(?:(?:shall|will|does|do|is|are|may|can)\s*not\s+(?:be\s+)?(?:automatically\s+|tacitly\s+)?(?:renew|extend|prolong|continue|roll)\w*|no\s+(?:automatic|tacit|rights?\b|options?\b)(?:[^.;,]{0,40}\b(?:renew|exten|prolong)\w*)?|not\s+(?:automatically|tacitly))\b/gi;
const toldOf =
  /\b(?:unless|that|whether|if|notice|notif\w+|intent\w*|elect\w*|wish\w*|save|failing|otherwise)\b[^.;]{0,120}$/i;

/** How a sentence says that something goes on. */
export type GoingOn = {
  /** Where it first speaks of that. */
  readonly at: number;
  readonly automatic: boolean;
  /** Somebody, or both of them, have to choose that it shall. */
  readonly choice: boolean;
  /** After the first term, until somebody ends it. */
  readonly endless: boolean;
  readonly what: WhatGoesOn;
};

/**
 * Undefined where the sentence does not speak of anything going on, or says that it does not. `titles`: what the document is
 * called, in lower case.
 */
export const goingOnIn = (written: string, titles = ''): GoingOn | undefined => {
  const text = withoutMay(written);
  const refused = [...text.matchAll(refusal)]
    .filter(({ index }) => !toldOf.test(text.slice(0, index)))
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const found = goingOnVerbs(text).filter((verb) => !refused.some((words) => overlap(words, verb)));
  const goesOnAfter = endlessAfter.test(text) && text.search(lasting) >= 0;
  const endless = withoutEnd.test(text) && (found.length > 0 || goesOnAfter);
  if (endless && found.length === 0) found.push(lastingAfter(text, endlessAfter.exec(text)?.index ?? 0));
  const [first] = found;
  if (first === undefined) return undefined;
  const choice = byChoice.test(text);
  const automatic =
    refused.length === 0 && goesOnByItself(text, choice, endless ? [{ start: 0, end: text.length }] : found);
  return {
    at: first.at,
    automatic,
    choice,
    endless: endless && automatic,
    what: whatGoesOn(text, found, titles),
  };
};

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The verb of what lasts without an end, which stands behind "thereafter" mostly, and else before it. */
const lastingAfter = (text: string, after: number): GoingOnVerb => {
  const match = [...text.matchAll(lasting)].find(({ index }) => index >= after) ?? text.matchAll(lasting).next().value;
  const start = match?.index ?? after;
  return { start, end: start + (match?.[0].length ?? 0), at: after };
};

const goesOnByItself = (text: string, choice: boolean, verbs: readonly Span[]): boolean => {
  if (byItself.test(text)) return true;
  if (choice && !otherwise.test(text)) return false;
  return [...text.matchAll(going)].some(({ index, 0: words }) => {
    if (!verbs.some((verb) => overlap(verb, { start: index, end: index + words.length }))) return false;
    const comma = words.startsWith(',') ? ',' : '';
    const lead = text.slice(Math.max(0, index - 160), index).replace(onceOver, ' ') + comma;
    return !supposed.test(lead) && !(/^be\b/i.test(words) && onlyMay.test(lead));
  });
};
