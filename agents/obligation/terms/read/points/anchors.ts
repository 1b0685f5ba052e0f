import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import type { Span } from '../../../../../core/text/span.ts';
import type { Anchor } from '../../stated.ts';
import { flat } from '../units.ts';
import { dayNames, namedDayIn } from './day-names.ts';
import { daysIn } from './days-in.ts';

/** An anchor where a text names it, and where the document defines it, if it does. */
export type FoundAnchor = Span & { readonly anchor: Anchor; readonly defined?: Span };

/** The day that the paper bears, however it is called. */
const ownDate =
  /\b(?:the\s+)?(?:dates?|day)(?:\s+and\s+year)?\s+(?:hereof|(?:(?:of|when|on\s+which|that)\s+)?(?:(?:this|the)\s+(?:agreement|contract|amendment|lease|document|deed|letter)|it)(?:\s+(?:is|was)\s+(?:signed|executed|made))?|(?:(?:first|set\s+forth|stated|written|mentioned|appearing|indicated|shown|listed|last|set\s+out)\s+){0,4}(?:above|below|herein|hereinabove|hereto)\b(?:\s+(?:first|written|above|mentioned))*|(?:and\s+year\s+)?first\b[^,;.]{0,40}|(?:it\s+(?:is|was)\s+)?(?:signed|executed)|of\s+(?:its\s+|the\s+)?(?:execution|signing|signature)s?\b(?:\s+(?:hereof|of\s+this\s+\w+))?)|\b(?:the\s+)?(?:execution|signing|signature)(?:\s+and\s+delivery)?(?:\s+(?:date|of\s+this\s+\w+|hereof)\b)+|\b(?:the\s+)?(?:agreement|execution|signing|signature)\s+date\b|\b(?:the\s+)?(?:first\s+)?date\s+(?:first\s+)?(?:above|hereinabove)(?:\s+\w+)?|\b(?:the\s+)?above\s+date\b|\bits\s+(?:date|execution|signing|signature)\b(?!\s+of)|\bmoment\s+of\s+(?:its\s+|the\s+)?(?:execution|signing|signature)\b|^\W*today\b|\bupon\s+(?:full\s+)?(?:execution|signing|signature)\b|\b(?:the\s+)?(?:date\s+of\s+(?:the\s+)?)?(?:last|latest|later|final)\s+(?:date\s+of\s+)?(?:signature|execution)\b/iu;
const effective =
  /\b(?:the\s+)?["“]?effective\s*date["”]?|\b(?:the\s+)?(?:date\s+of\s+(?:the\s+)?)?(?:commencement|beginning|start)\s+of\s+(?:the|its)\s+(?:initial\s+)?term\b(?:\s+(?:hereof|of\s+this\s+\w+))?/i;
/** A day with a name: "the Commencement Date", "the Launch". */
const namedEvent =
  /\b(?:the\s+|such\s+|that\s+|its\s+)?["“]?((?:\p{Lu}[\p{L}\p{N}-]*\s+){0,4}(?:Date|Launch|Closing|Commencement|Delivery|Acceptance|Completion|Opening|Approval|Installation|Start|Day))["”]?(?![\p{L}])/u;
const commonEvent =
  /\b(?:the\s+|such\s+)?((?:commencement|start(?:ing)?|launch|closing|completion|delivery|acceptance)\s+date)\b/i;
const anyEvent =
  /^(?:\s*(?:the|a|an|its|such|any)\s+)?((?:(?:first|date|day|initial|final|actual|commercial)\s+){0,3}[\p{L}][\p{L}'’-]*(?:\s+(?!and\b|or\b|unless\b|shall\b|will\b|but\b|until\b|if\b|provided\b)[\p{L}\p{N}'’-]+){0,9})/iu;

/**
 * What the beginning of a text names as a point in time: a day, a term, a defined date, or an event. `loosely`: an event in
 * any words will do.
 */
export const anchorIn = (
  document: ReadDocument,
  text: string,
  offset: number,
  loosely: boolean,
): FoundAnchor | undefined => {
  const head = text.slice(0, 160);
  const day = daysIn(document, head)[0];
  const common = commonEvent.exec(head);
  const found = [
    { match: effective.exec(head), kind: 'effectiveDate' as const },
    { match: ownDate.exec(head), kind: 'agreementDate' as const },
    { match: namedEvent.exec(head), kind: 'event' as const },
    { match: common, kind: 'event' as const },
  ]
    .flatMap(({ match, kind }) => (match === null ? [] : [{ at: match.index, match, kind }]))
    .toSorted((a, b) => a.at - b.at || b.match[0].length - a.match[0].length)[0];
  const near = 24;
  if (day !== undefined && day.start <= Math.min(near, (found?.at ?? near) + 20)) {
    const span = { start: offset + day.start, end: offset + day.end };
    return { ...span, anchor: day.iso === undefined ? blankDay : { kind: 'day', iso: day.iso } };
  }
  const named = namedDayIn(document, head, near);
  if (named !== undefined && (found === undefined || named.at <= found.at + 4)) {
    const start = offset + named.at;
    return { start, end: start + named.length, anchor: named.anchor, defined: named.defined };
  }
  if (found !== undefined && found.at <= near) {
    const span = { start: offset + found.at, end: offset + found.at + found.match[0].length };
    if (found.kind !== 'event') return { ...span, anchor: { kind: found.kind } };
    return { ...span, ...definedDay(document, (found.match[1] ?? '').replace(/\s+/g, ' ').trim()) };
  }
  if (!loosely) return undefined;
  const words = anyEvent.exec(head)?.[1]?.replace(/\s+/g, ' ').trim();
  return words === undefined || words.length < 4
    ? undefined
    : { start: offset, end: offset + words.length, anchor: { kind: 'event', name: words } };
};

/** A day whose place the document leaves empty. */
const blankDay: Anchor = { kind: 'event', name: 'the day left blank' };

/** What the document says that a named date is; an event where it does not say. */
export const definedDay = (document: ReadDocument, name: string): { anchor: Anchor; defined?: Span } => {
  const known = definitions(document, name) ?? dayNames(document).get(name.toLowerCase());
  return known ?? { anchor: { kind: 'event', name } };
};

const definitions = (document: ReadDocument, name: string): { anchor: Anchor; defined: Span } | undefined => {
  const written = RegExp.escape(name).replaceAll('\\x20', '\\s+').replaceAll(' ', '\\s+');
  const means = new RegExp(
    `["“']\\s*${written}\\s*["”']\\s*\\)?\\s*(?:means?|shall\\s+mean|is|shall\\s+be|will\\s+be|:)\\s*`,
    'i',
  );
  const label = new RegExp(
    `(?:^|[.;:]\\s|\\s{2,}|\\|\\s*|\\bthe\\s+)(?:the\\s+)?${written}(?:\\s+(?:of|for)\\s+(?:this|the)\\s+\\w+)?\\s*(?:[:|]|(?:shall|will)\\s+be|is)\\s*`,
    'i',
  );
  const brackets = new RegExp(`\\(\\s*(?:the\\s+|each,?\\s+(?:a|an)\\s+)?["“']?\\s*${written}\\s*["”']?\\s*\\)`, 'i');
  for (const unit of document.units) {
    if (!unit.text.toLowerCase().includes(name.toLowerCase().split(' ')[0] ?? '')) continue;
    const text = flat(unit.text);
    const defined = { start: unit.start, end: unit.end };
    const after = means.exec(text) ?? label.exec(text);
    if (after !== null) {
      const rest = text.slice(after.index + after[0].length, after.index + after[0].length + 200);
      const [day] = daysIn(document, rest);
      if (
        day?.iso !== undefined &&
        day.start < 40 &&
        !/\b(?:planned|expected|anticipated|scheduled|estimated|if|or|later|earlier)\b/i.test(rest.slice(0, day.start))
      )
        return { anchor: { kind: 'day', iso: day.iso }, defined };
      if (ownDate.test(rest.slice(0, 80))) return { anchor: { kind: 'agreementDate' }, defined };
      if (effective.test(rest.slice(0, 60))) return { anchor: { kind: 'effectiveDate' }, defined };
    }
    const bracket = brackets.exec(text);
    if (bracket !== null) {
      const before = text.slice(Math.max(0, bracket.index - 60), bracket.index);
      const day = daysIn(document, before).at(-1);
      if (day?.iso !== undefined && before.length - day.end < 12)
        return { anchor: { kind: 'day', iso: day.iso }, defined };
      if (/\b(?:date\s+hereof|effective\s+date|date\s+of\s+this\s+\w+)[\s,]*$/i.test(before))
        return { anchor: { kind: /effective/i.test(before) ? 'effectiveDate' : 'agreementDate' }, defined };
    }
  }
  return undefined;
};
