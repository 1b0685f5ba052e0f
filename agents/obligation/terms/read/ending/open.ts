import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import type { Span } from '../../../../../core/text/span.ts';
import { anchorIn } from '../points/anchors.ts';
import type { Read } from './read.ts';
import { subjectOf } from './subject.ts';

const ended =
  '(?:terminated|cancell?ed|ended|determined|denounced|rescinded|discontinued|dissolved|brought\\s+to\\s+an\\s+end|given\\s+up|resiled\\s+from)';
const parties =
  '(?:either|any|each|both|one|the|a)\\s+(?:one\\s+)?(?:of\\s+(?:the\\s+)?)?(?:part(?:y|ies)|us|them|you|side)|you\\s+or\\s+we|we\\s+or\\s+you|(?:you|we)\\s+(?:end|stop|cancel|terminate)';
/** Goes on until somebody ends it. */
const endless = new RegExp(
  `\\b(?:perpetual(?:ly)?|perpetuity|evergreen|open-?ended|when\\s+terminated|(?:(?<!\\bor\\s)(?:until|till)|unless\\s+and\\s+until)\\s+(?:(?:it|they|this|the)\\s+(?:\\w+\\s+)?(?:is|are|has\\s+been|have\\s+been)\\s+|such\\s+time\\s+as\\s+(?:it\\s+is\\s+|either\\s+)?)?(?:otherwise\\s+|earlier\\s+|sooner\\s+|lawfully\\s+|duly\\s+)?(?:${ended}|(?:${parties})(?=(?:\\s+\\w+){0,6}\\s+(?:terminat|cancel|end|giv|elect|notif|withdraw|serv|denounc|resil|desir|decid|choos|determin|wish|dissolv))|you\\s+(?:end|stop|cancel)|we\\s+end)|(?:so|as)\\s+long\\s+as\\s+(?:neither|no)\\s+(?:of\\s+(?:us|them)|party|side|one)\\s+(?:ends|terminates|cancels|gives)|until\\s+(?:(?:further\\s+|written\\s+)?notice|terminat(?:ion|ed)\\s+by))\\b`,
  'gi',
);
const inForce =
  '(?:to|be|in|full|force|and|effect|valid|effective|binding|thereafter|from\\s+(?:year\\s+to\\s+year|month\\s+to\\s+month))';
/** In force unless somebody ends it, or until it ends as it says elsewhere: "unless terminated as set forth below", "until its termination under Section 8". */
const unlessEnded = new RegExp(
  [
    `\\b(?:continu\\w{1,3}|remains?|stays?|effective|in\\s+(?:full\\s+)?(?:force|effect))(?:\\s+${inForce}){0,8},?\\s+(?:until\\s+and\\s+)?unless\\s+(?:and\\s+until\\s+)?(?:(?:it|this\\s+\\w+)\\s+(?:is|has\\s+been|shall\\s+be)\\s+)?(?:sooner\\s+|earlier\\s+|otherwise\\s+|duly\\s+|lawfully\\s+)?${ended}\\b`,
    `\\bunless\\s+(?:sooner\\s+|earlier\\s+|otherwise\\s+)?${ended}\\b[^,.;]{0,60},\\s+(?:shall\\s+|will\\s+)?(?:continues?|remains?)\\s+in\\s+(?:full\\s+)?(?:force|effect)(?:\\s+and\\s+(?:force|effect))?\\s*[.;]?\\s*$`,
    '\\b(?:shall|will)\\s+otherwise\\s+(?:remain|continue)\\s+in\\s+(?:full\\s+)?(?:force|effect)\\b',
    '\\b(?:until|upon|through)\\s+(?:the\\s+)?(?:(?:effective\\s+)?date\\s+of\\s+)?(?:its|the|any)?\\s*termination\\s+(?:(?:hereof|of\\s+(?:this\\s+\\w+|the\\s+(?:agreement|contract|lease|licen[cs]e)))\\s+)?(?:by\\s+(?:either|any|one|a|the|us|you|both)|pursuant|under|in\\s+accordance|as\\s+(?:provided|set|hereinafter|described))\\b',
  ].join('|'),
  'i',
);
const asLong = /\b(?:for\s+)?(?:so|as)\s+long\s+as\s+([^.;]{4,90})/i;
/** Says in so many words that no end is set. */
const noTermWays = [
  '\\b(?:no|without(?:\\s+an?y?)?|not\\s+(?:have|state|set)\\s+an?y?|neither\\s+an?)\\s+(?:(?:(?:fixed|set|specified|definite|stated|pre-?determined|agreed|final)\\s+){1,2}(?:term|end|duration|period)|(?:fixed\\s+|set\\s+|agreed\\s+)?(?:end\\s+date|expir(?:y|ation)\\s+date|time\\s+limit|date\\s+of\\s+(?:expiry|expiration)))',
  '\\b(?:unlimited|indefinite|indeterminate|undetermined|unspecified|undefined|perpetual|permanent|open-?ended)\\s+(?:period|duration|term|time|validity)',
  '\\b(?:term|duration|validity|period)\\s+(?:of\\s+(?:this|the)\\s+[\\p{L}]+\\s+)?(?:is|shall\\s+be|will\\s+be)\\s+(?:for\\s+an?\\s+)?(?:indefinite|unlimited|perpetual|permanent|indeterminate|open-?ended|not\\s+limited)',
  '\\bnot\\s+limited\\s+in\\s+(?:time|duration)|\\bunlimited\\s+in\\s+time|\\bwithout\\s+limit(?:ation)?\\s+(?:of|in|as\\s+to)\\s+time',
  '\\b(?:agreement|contract|term|arrangement|appointment|partnership|licen[cs]e|alliance)\\s+(?:does|shall|will)\\s+not\\s+(?:expire|lapse)(?!\\s+(?:until|till|before|earlier|sooner|on|upon|prior|if|unless|by|as|when|because|merely|solely)\\b)',
  '\\b(?:agreed?|sets?|fix(?:es|ed)?)\\s+(?:on\\s+)?no\\s+(?:end|term|duration|expiry)(?:\\s+date)?|\\bno\\s+(?:end|term|duration|expiry)(?:\\s+date)?\\s+(?:is|has\\s+been|was)\\s+(?:fixed|set|agreed|stated|provided)',
  '\\bindefinitely|\\b(?:is|are|be)\\s+(?:permanent|perpetual)|\\bin\\s+perpetuity|\\bevergreen\\s+(?:agreement|contract|lease|licen[cs]e|arrangement)',
];
const noTerm = new RegExp(`(?:${noTermWays.join('|')})(?![\\p{L}])`, 'iu');
const openEnd =
  /\b(?:later\s+(?:of(?!\s+(?:the\s+)?(?:two\s+)?(?:part(?:y|ies)|signator|signature|dates?\s+(?:of|on|below)))|to\s+occur)|latest\s+of(?!\s+(?:the\s+)?(?:part(?:y|ies)|signat))|longer\s+of|whichever\s+(?:is|comes|occurs)\s+(?:the\s+)?(?:later|longer))\b/i;

/** Words that name no event: the user is asked for the day itself. */
const noName =
  /^(?:(?:the\s+)?(?:later|latest|longer|longest|earlier|earliest|sooner|soonest|whichever|dates?|termination|expiration|default)\b.{0,16}|.{0,3})$/i;

export const askable = (read: Read | undefined): Read | undefined =>
  read?.ending.kind === 'at' && read.ending.anchor.kind === 'event' && noName.test(read.ending.anchor.name)
    ? { ...read, ending: { kind: 'at', anchor: { kind: 'event', name: 'Expiration Date' } } }
    : read;

/** "the later of five years and the last delivery": what only the last of several things ends. */
export const laterOfIn = (text: string): Read | undefined => {
  const match = openEnd.exec(text);
  if (match === null) return undefined;
  const name = text
    .slice(match.index, match.index + 120)
    .replace(/\s+/g, ' ')
    .replace(/["“(].*$/, '')
    .trim();
  return { ending: { kind: 'at', anchor: { kind: 'event', name } }, more: [], at: match.index };
};

/** What goes on so after a first term of another length. */
const monthly =
  /^\W*(?:[\d.]+\s+)?(?:thereafter|after\s+that|upon\s+(?:the\s+)?expiration)\b|\b(?:extended|renewed)\b[^.;]{0,80}\b(?:month|year|week)(?:-|\s)to(?:-|\s)(?:month|year|week)\b/i;

/** Has no end but the one that somebody gives it. */
export const perpetualIn = (text: string): Read | undefined => {
  const found = [...text.matchAll(endless)].filter(({ index }) => !monthly.test(text.slice(0, index)));
  const own = found.find(({ index }) => subjectOf(text, index).contract);
  return perpetual(own ?? found[0] ?? noTerm.exec(text) ?? unlessEnded.exec(text)) ?? asLongIn(text);
};
export const hasNoTerm = (text: string): boolean => noTerm.test(text) || unlessEnded.test(text);
export const noTermIn = (text: string): Read | undefined => perpetual(noTerm.exec(text));

const perpetual = (match: RegExpExecArray | null): Read | undefined =>
  match === null ? undefined : { ending: { kind: 'perpetual' }, more: [], at: match.index + match[0].length };

/** "as long as royalties are due": until what the document does not date. */
const asLongIn = (text: string): Read | undefined => {
  const match = asLong.exec(text);
  if (match === null) return undefined;
  const name = `as long as ${match[1]?.replace(/\s+/g, ' ').trim()}`;
  return { ending: { kind: 'at', anchor: { kind: 'event', name } }, more: [], at: match.index };
};

/** "until the end of the current calendar year". */
export const endOfYear = (text: string): Read | undefined => {
  const match =
    /\b(?:end|last\s+day|conclusion|expiration)\s+of\s+(?:the|that|its)\s+(?:(?:then|current|same|applicable)[\s-]*)*(?:calendar\s+)(year|month)\b/i.exec(
      text,
    );
  if (match === null) return undefined;
  const unit = /year/i.test(match[1] ?? '') ? 'year' : 'month';
  return {
    ending: { kind: 'end-of', unit, anchor: { kind: 'effectiveDate' }, length: undefined },
    more: [],
    at: match.index,
  };
};

const endsWith =
  /\b(?:until|through(?:out)?|(?:terminat(?:e|es|ing)|expir(?:e|es|ing)|end(?:s|ing)?|ceases?|lapses?|finish(?:es)?|stops?)\s+(?:(?:up)?on|at)|(?:continues?|be|is|remain\s+in\s+(?:force|effect))\s+for\s+the\s+(?=\p{Lu})|for\s+the\s+duration\s+of)\s+(?:and\s+including\s+)?(?:the\s+)?/iu;

/** Where the words that lead up to an end begin, and where the end itself does. */
export const endsAt = (text: string): Span | undefined => {
  const match = endsWith.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
};

/** "shall terminate upon the termination of the Offering": dated by what the document does not say. */
export const eventIn = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const ends = endsAt(text);
  if (ends === undefined) return undefined;
  const at = ends.end;
  const found = anchorIn(document, text.slice(at), unit.start + at, true);
  if (found === undefined) return undefined;
  if (found.anchor.kind === 'agreementDate' || found.anchor.kind === 'effectiveDate') return undefined;
  const more = found.defined === undefined ? [] : [found.defined];
  return { ending: { kind: 'at', anchor: found.anchor }, more, at: ends.start };
};
