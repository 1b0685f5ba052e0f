import type { ReadUnit } from '../../../../../core/ports/detector.ts';
import type { Ending, Length } from '../../stated.ts';
import { probabilityOf } from '../units.ts';
import { hasRange } from './days.ts';
import { hasNoTerm } from './open.ts';
import { definesAt, isRenewal, subjectOf } from './subject.ts';

const what =
  '(?:this|the|its|such|your|our)\\s+(?:[\\p{L}&/-]+\\s+){0,6}?(?:agreements?|contract|lease|licen[cs]e|terms?|amendment|venture|appointment|employment|tenancy|engagement|policy|insurance|cover|addendum|order|memorandum|undertaking|arrangement|alliance|partnership|franchise|sponsorship|letter|deed|period|mou|oma|jsma)\\b';
/** The sentence is about how long the contract lasts. */
const lasts = new RegExp(
  `\\b(?:initial\\s+(?:[\\p{L}]+\\s+)?(?:term|period)|${what})[^.;]{0,140}?\\b(?:commenc\\w*|begin\\w*|continu\\w*|remain\\w*|in\\s+(?:full\\s+)?(?:force|effect)|effective|expir\\w*|terminat\\w*|ends?|ending|be\\s+for|is\\s+for|shall\\s+be|will\\s+be|is|of|duration|means?|valid|for\\s+a\\s+(?:minimum\\s+|further\\s+|initial\\s+)?(?:period|term))\\b|^\\W*(?:[\\d.]+\\s+)?(?:initial\\s+)?(?:term|duration|expiration\\s+date|expiry\\s+date|contract\\s+(?:end|period)|period)\\b[^.]{0,40}[:.–-]|["“](?:initial\\s+)?(?:term|expiration\\s+date|contract\\s+period)["”]\\s+(?:means|shall\\s+mean|is)`,
  'iu',
);
const aboutTerm =
  /\b(?:initial\s+term|term\s+of\s+this|term\s+(?:shall|will|is)|(?:this|your)\s+(?:[\p{L}-]+\s+){0,3}(?:agreement|contract|lease|licen[cs]e|policy|insurance)\s*(?:\([^()]*\)\s*)?(?:shall|will|is|becomes?|terminates?|expires?|commences?|begins?|continues?))\b/iu;

/** Says in so many words how long it runs. */
const runs =
  /\b(?:initial\s+term|term\s*(?:\([^()]*\)\s*)?(?:of\s+(?:this|the)|shall|will|is|hereof)|(?:this|your)\s+(?:[\p{L}-]+\s+){0,4}(?:agreement|contract|lease|licen[cs]e|amendment|policy|insurance|addendum|order|memorandum|letter|deed|alliance|venture)|the\s+(?:agreement|contract|lease|venture)(?=\s+(?:shall|will|is|has|commences?|begins?))|duration)\b[^;]{0,260}?\b(?:continu\w+|remain\w*|shall\s+be|will\s+be|is|be\s+(?:valid|effective|in)|ha(?:ve|s)\s+an?\s+(?:initial\s+)?(?:term|duration)|entered\s+into\s+for|made\s+for|extend\w*|expires?|terminates?|ends?|ending|runs?|lasts?)\b[^;]{0,140}?\b(?:for|until|through|to|on|upon|of|in|years?|months?)\b/iu;

/** Says in so many words that it has no end. */
const goesOn =
  /\b(?:this\s+(?:[\p{L}-]+\s+){0,3}(?:agreement|contract|lease|licen[cs]e)|term\s+(?:of\s+(?:this|the)|shall|will|is))\b[^;]{0,200}?\b(?:continu\w+|remain\w*|in\s+(?:full\s+)?(?:force|effect)|valid|is|be)\b[^.;]{0,60}?\b(?:perpetu\w+|indefinite(?:ly)?|unlimited|until\s+(?:it\s+is\s+)?terminated)\b/iu;

/** About something else than the end: what holds where a part does not, or when it might end early. */
const noEnd =
  /\b(?:invalid(?:ity)?|unenforceab\w+|severab\w+|illegal(?:ity)?)\b|\bterminat\w*\s+(?:automatically\s+)?if\b|\bdefinitive\s+(?:agreement|contract)s?\b/i;
/** It gives its period the name of the term, or stands after that as a label. */
const named =
  /\(\s*(?:(?:the|this|such\s+period,?\s+(?:the)?|collectively,?\s+(?:the)?)\s+)?["“'](?:the\s+)?(?:(?:initial|licen[cs]e|contract|agreement|original)\s+)?term["”']/i;
const label =
  /(?:^|[.;]["”]?\s+(?=\d{1,2}\.))\W*(?:[\d.]+\s*)?(?:initial\s+)?(?:term|duration|expir(?:y|ation)\s+date|contract\s+end)\s*:/i;
const conditional = /\b(?:if|in\s+the\s+event|upon\s+(?:written\s+)?notice|breach|default|fails?|failure|cure[ds]?)\b/i;
const termHeading = /\b(?:term|duration|expir(?:ation|y)|period|validity|life|how\s+long)\b/i;

/** What tells an ending of the contract from one of something else. */
export type Signs = Readonly<Record<(typeof signNames)[number], number>>;
export const signNames = [
  'likely',
  'likeliest',
  'speaks',
  'about',
  'runs',
  'headed',
  'named',
  'definesTerm',
  'definesOther',
  'conditional',
  'day',
  'period',
  'shortPeriod',
  'daysOnly',
  'fromEvent',
  'event',
  'perpetual',
  'goesOn',
  'range',
  'late',
  'contract',
  'other',
  'renews',
] as const;

/** What the signs weigh; a logistic model. */
export type EndingModel = { readonly bias: number; readonly weights: Signs };

export type SignedSentence = {
  readonly unit: ReadUnit;
  readonly text: string;
  /** Where in the text the length, day or event stands. */
  readonly at: number;
  /** A line of a form or table, named by its label. */
  readonly labelled: boolean;
  /** The periods for which the contract runs, by name. */
  readonly names: ReadonlySet<string>;
  readonly before: ReadUnit | undefined;
  readonly ending: Ending;
  /** The highest probability of any sentence of the document. */
  readonly highest: number;
  /** Where it stands, 0 to 1. */
  readonly place: number;
};

/** Whether it stands under a heading, or begins with a label, that speaks of how long something lasts. */
export const isHeaded = (unit: ReadUnit, text: string, before: ReadUnit | undefined): boolean => {
  const above = before === undefined || before.text.length > 60 ? '' : before.text;
  const heading = `${unit.headingPath.at(-1) ?? ''} ${above}`.slice(-80);
  return termHeading.test(heading) || /^\W*(?:[\d.]+\s*)?(?:term|duration)\b/i.test(text);
};

export const signsOf = (sentence: SignedSentence): Signs => {
  const { unit, text, at, labelled, names, before, ending, highest, place } = sentence;
  const likely = probabilityOf(unit, 'expiration-date');
  const start = text.slice(0, 120);
  const event = ending.kind === 'at' && ending.anchor.kind === 'event';
  const length = ending.kind === 'after' ? ending.length : undefined;
  const isLabelled = labelled || label.test(text);
  const defined = labelled ? undefined : definesAt(text, at, names);
  const subject = labelled ? { contract: false, other: false } : subjectOf(text, at);
  const signs: Record<(typeof signNames)[number], boolean | number> = {
    likely: Math.log(Math.max(likely, 0.01) / (1 - Math.min(likely, 0.99))) / 4.6 + 1,
    likeliest: likely >= highest ? Math.min(1, Math.max(0, likely - 0.03) * 5) : 0,
    speaks: lasts.test(text),
    about: aboutTerm.test(text),
    runs: runs.test(text),
    headed: isHeaded(unit, text, before),
    named: named.test(text) || isLabelled,
    definesTerm: defined === 'term',
    definesOther: defined === 'other',
    conditional: conditional.test(start),
    day: ending.kind === 'at' && !event,
    period: ending.kind === 'after' || ending.kind === 'later' || ending.kind === 'end-of',
    shortPeriod: length !== undefined && isShort(length),
    daysOnly: length !== undefined && /day/.test(length.unit),
    fromEvent: ending.kind === 'after' && ending.from.kind === 'event',
    event,
    perpetual: ending.kind === 'perpetual',
    goesOn: ending.kind === 'perpetual' && (goesOn.test(text) || hasNoTerm(text)),
    range: hasRange(text),
    late: place,
    contract: subject.contract,
    other: subject.other,
    renews: !labelled && isRenewal(text, at),
  };
  return Object.fromEntries(signNames.map((name) => [name, Number(signs[name])])) as Signs;
};

const isShort = ({ value, unit }: Length): boolean =>
  (unit === 'week' && value < 26) || (unit === 'month' && value < 6);

/** A sentence that says nothing of an end, whatever it looks like. */
export const saysNoEnd = (text: string): boolean =>
  noEnd.test(text) ||
  /["“](?:calendar|contract|fiscal|licen[cs]e|royalty|agreement|marketing)\s+(?:year|quarter|month|term)s?["”]/i.test(
    text.slice(0, 60),
  );

/** "Initial Term shall mean the Effective Date through June 15". */
const definesTerm =
  /(?:^|[.;:]\s)[^\p{L}]*(?:the\s+)?(?:(?:initial|licen[cs]e|contract|original|first)\s+)?(?:term|contract\s+period)\s+(?:shall\s+mean|means)\b/iu;

export const speaksOfEnd = (text: string): boolean => lasts.test(text) || named.test(text) || definesTerm.test(text);
