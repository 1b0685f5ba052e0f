import type { Span } from '../../../../core/text/span.ts';
import { newTerm, optionsOf, period } from './renewal-options.ts';
import { type WhatGoesOn, whatGoesOn } from './renewal-subject.ts';
import { withoutMay } from './units.ts';

const renewing = String.raw`${optionsOf}|successor\s+(?:franchise|lease|licen[cs]e|agreement|term)s?|renew(?:s|ed|al|als|able|ing)?|extend(?:s|ed|ing)?|extensions?|extend[ai]ble|prolong\w*|lengthen\w*|reconduct\w*|roll(?:s|ed|ing)?[\s-]*over|rolls?\s+(?:on|forward)|exercis\w+\b[^.;]{0,60}\boption\s+(?:periods?|years?|terms?)|${newTerm}`;
/** After "continue": what makes it a going on after the first term. */
const mark = String.raw`from\s+(?:[\w-]+\s+)?${period}\s+to|${period}[\s-]+(?:to|by|on|after)[\s-]+${period}|for\s+(?:an?\s+|one\s+(?:\(\w+\)\s+)?)?(?:successive|additional|subsequent|consecutive|another|further|second|new|renewed|like|equal)|for\s+\w+\s+(?:\(\w+\)\s+)?(?:more|further|additional|extra)|for\s+(?:[\w-]+\s+){0,2}(?:terms(?!\s+and)|periods)|by\s+tacit|on\s+an?\s+(?:month|year|annual|rolling)|indefinitely\s+after|thereafter|each\s+time`;
/** What comes after the first term in the same breath, without a verb: "for two years and from month to month thereafter". */
const added = String.raw`(?:and|but|then|,)\s+(?:(?:thereafter|then|afterwards|after\s+that)\s+(?:from\s+${period}\s+to|${period}[\s-]+to[\s-]+${period}|for\s+(?:successive|additional|consecutive|further|subsequent)|until\s+(?:either|one|any|it\s+is|terminated|cancell?ed|ended))|(?:from\s+)?${period}[\s-]+to[\s-]+${period}\s+(?:thereafter|after\s+that)|for\s+(?:successive|additional|consecutive|further|subsequent)\s+(?:[\w-]+\s+(?:\(\w+\)[\s-]+)?){0,2}(?:terms|periods)\b)`;
const goesOn = new RegExp(
  String.raw`\b(?:${renewing}|(?:continu|remain|run|carr(?:y|ies)|go|stay|last|roll|becom)\w*\b[^.;]{0,60}?\b(${mark})|(?:thereafter|whereafter)\s+(?:automatically\s+|it\s+)?(?:(?:shall|will)\s+)?continu\w+|${added})\b`,
  'gi',
);
/** After the first term, and then without another end than the one that somebody makes. */
const endlessAfter =
  /\b(?:thereafter|whereafter|after\s+(?:that|this|which|then|the|its|such)\b|afterwards?|beyond\s+(?:that|the|its)|(?:on|upon|at|following)\s+(?:the\s+|its\s+)?(?:expiry|expiration|end))\b/i;
const withoutEnd =
  /\b(?:indefinite(?:ly)?|perpetu\w+|without\s+(?:any\s+)?(?:fixed\s+)?(?:limit|end)|unlimited|until\s+(?:it\s+is\s+|duly\s+)?(?:either|one\b|any\b|a\s+party|both|you|the\s+(?:other|parties)|notice|terminated|ended|cancell?ed|determined))\b/i;
const lasting =
  /\b(?:continu|remain|renew|exten|prolong|go(?:es)?\s+on|run|carr(?:y|ies)\s+on|in\s+(?:full\s+)?force|(?:turn|convert|pass)(?:s|es)?\s+into)\w*/i;

const byItself =
  /\b(?:automatic(?:ally)?|tacit(?:ly)?|evergreen|(?:self|auto)-?renew\w*|renews?\s+itself|of\s+its\s+own\s+accord|by\s+itself)\b(?![^.;,]{0,24}\b(?:terminat|expir|end|laps|ceas)\w*)/i;
/** What would keep it from going on: so it does, where nobody does that. */
const otherwise =
  /\b(?:unless|subject\s+to\s+(?:earlier\s+|prior\s+)?(?:cancell|terminat)\w*|subject\s+to\s+[^.;,]{0,50}\brights?\b[^.;]{0,160}?\b(?:terminat\w*|cancel\w*|not)|save\s+(?:where|if|that|when|in)|except\s+(?:where|if|when)|failing|absent|in\s+(?:the\s+)?(?:absence|default)\s+of|if\s+not\b|otherwise|(?:if|where|should|when|provided(?:\s+that)?|(?:so|as)\s+long\s+as)\s+(?:neither|no\b|none|nobody|not\b|(?:\w+\s+){1,4}?(?:is|are|has|have|does|do)\s+not\b)|until\s+(?:either|one|any|a\s+party|terminated|ended|cancell?ed))\b/i;
const going = new RegExp(
  String.raw`\b(?:(?:shall|will|must|is|are|stands?|be)\s+(?:(?:then|thereafter|also|deemed|each\s+time|every\s+time|considered|regarded\s+as|treated\s+as|to|be|stand|have\s+been|always|again|further)\s+){0,4}(?:renew(?:ed)?|extend(?:ed)?|prolonged|continued?|roll(?:ed)?|go\s+on|carry\s+on|run\s+on|remain|run|stay|become)|(?:shall|will),\s[^;.]{0,260}?,\s(?:\w+\s+)?(?:be\s+)?(?:continue|renew|extend|prolong)(?:ed)?|becomes|(?<=,\s(?:automatically\s+)?)renewing|renews|extends|continues|prolongs|rolls|goes\s+on|carries\s+on|stays|lengthens|runs\s+(?:on|from|for\s+an?\s+(?:indefinite|unlimited|undetermined))|(?:turns|converts|passes)\s+into|remains|${newTerm}|${added})\b`,
  'gi',
);
/** Before a verb: it is only told what would be if, or may be. */
const supposed =
  /\b(?:unless|if|until(?!\s+(?:and\s+including\s+)?(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|the\s+[\w-]+\s+anniversary))|when|where|once|whether|case|may|might|can|could|not|neither|nor|to\s+have|options?|rights?|entitled|elects?|request\w*|wish\w*|wants?|(?:notice|notif\w+|intent\w*)\s[^,;.]{0,40}that)\b[^,;.]{0,60}$/i;
/** "when the fixed period is over": that will be. */
const onceOver = /\b(?:when|once|after)\b[^,;.]{0,60}\b(?:over|expires?|expired|ends?|ended|runs?\s+out|lapses?)\b/gi;
const onlyMay = /\b(?:may|might|can|could)\b(?!.*\b(?:shall|will|must)\b)/i;
const byChoice =
  /\b(?:may(?!\s+(?:then\s+)?(?:be\s+)?(?:cancel|terminat|end|giv|determin))|can|option\w*|privileges?|rights?|elect\w*|entitled|discretion|mutual(?:ly)?|agree(?:s|d|ing)?\b(?!\s+otherwise)|agreement\s+(?:of|between)|by\s+(?:written\s+)?agreement|consents?|upon\s+(?:written|mutual)|request\w*|requires?|needs?|any\s+(?:renewal|extension)|renewable|extend[ai]ble|approv\w+|subject\s+to|if\s+(?:both|the\s+parties))\b/i;
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
  const found = [...text.matchAll(goesOn)]
    .map(({ index, 0: { length }, 1: marked = '' }) => ({
      start: index,
      end: index + length,
      at: marked === '' ? index : index + length - marked.length,
    }))
    .filter((verb) => !refused.some((words) => overlap(words, verb)));
  const goesOnAfter = endlessAfter.test(text) && lasting.test(text);
  const endless = withoutEnd.test(text) && (found.length > 0 || goesOnAfter);
  if (endless && found.length === 0) found.push(spanOf(endlessAfter.exec(text)));
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

const spanOf = (match: RegExpExecArray | null): Span & { at: number } => {
  const start = match?.index ?? 0;
  return { start, end: start + (match?.[0].length ?? 0), at: start };
};

const goesOnByItself = (text: string, choice: boolean, verbs: readonly Span[]): boolean => {
  if (byItself.test(text)) return true;
  if (choice && !otherwise.test(text)) return false;
  return [...text.matchAll(going)].some(({ index, 0: words }) => {
    if (!verbs.some((verb) => overlap(verb, { start: index, end: index + words.length }))) return false;
    const lead = text.slice(Math.max(0, index - 160), index).replace(onceOver, ' ');
    return !supposed.test(lead) && !(/^be\b/i.test(words) && onlyMay.test(lead));
  });
};
