import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { type Statement, statementsOf } from '../../../core/reading/direction.ts';
import { perDocument } from '../../../core/reading/per-document.ts';
import { plain } from './plain.ts';

/** A unit of a document's own voice that can bind somebody, read once for all detectors. */
export type Clause = {
  readonly unit: ReadUnit;
  /** Its place among the document's clauses. */
  readonly index: number;
  /** The unit's text on one line, with plain quotation marks and apostrophes. */
  readonly text: string;
  /** What it says that somebody must, may or does. An item of a list says it of the subject that its list begins with. */
  readonly statements: readonly Statement[];
  /** What its list begins with ("The Tenant shall:"); undefined outside lists. */
  readonly lead: Clause | undefined;
  /** The heading above it and its own title, in lower case: "12.3 limitation of liability". */
  readonly heading: string;
  /** Whether it says what a term means. */
  readonly defines: boolean;
};

/** The clauses of a document, in order, without its table of contents, bare headings and what others wrote into it. */
export const clausesOf = perDocument(({ units, parties }: ReadDocument): readonly Clause[] => {
  const clauses: Clause[] = [];
  let opener: Clause | undefined;
  for (const unit of units) {
    const text = plain(unit.text).replace(/[“”]/g, '"').trim();
    if (unit.part !== undefined || isContents(text)) continue;
    const lead = opener !== undefined && item.test(text) ? opener : undefined;
    const own = statementsOf(text, parties);
    const clause: Clause = {
      unit,
      index: clauses.length,
      text,
      statements: lead ? carried(lead, text, own) : own,
      lead,
      heading: `${unit.headingPath.at(-1) ?? ''} ${titleOf.exec(text)?.[1] ?? ''}`.toLowerCase().trim(),
      defines: definition.test(text),
    };
    clauses.push(clause);
    if (opens.test(text)) opener = clause;
    else if (!lead) opener = undefined;
  }
  return clauses;
});

/** A line of a table of contents. */
const isContents = (text: string): boolean =>
  /\.{5,}|(?:\. ){4,}/.test(text) ||
  (/^(?:(?:section|article|clause)?\s*[\d.]+\s+)?[A-Z][\w ,;&/'()-]{2,80}\.?\s\d{1,3}$/.test(text) &&
    !/\b(?:shall|will|may|must|is|are)\b/.test(text)) ||
  (text.match(/\s\d{1,2}\.\d{1,2}\.?\s+[A-Z]/g)?.length ?? 0) > 4;

const item = /^(?:\(?(?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})[.)]|[-–—•●▪*])\s/;
const opens = /(?::|[-–—]|\b(?:shall|will|must|may|agrees? (?:to|that)|following|either|if|that))\s*$/;
const titleOf =
  /^(?:(?:section|article|clause)\s+)?\(?[\divxlIVXL]{0,5}(?:\.\d+)*(?:\([a-z\d]{1,3}\))*[.):]*\s*((?:[A-Z][\w'&/-]*|of|and|or|the|to|for|in|on|by|with|a|upon|without)(?:[ ,]+(?:[A-Z][\w'&/-]*|of|and|or|the|to|for|in|on|by|with|a|upon|without)){0,8})[.:]/;
const definition =
  /^(?:\(?\w{1,4}[.)]\s*|[\d.]+\s+)?(?:the\s+(?:term|word)s?\s+)?["']{1,2}[^"]{2,80}["']{1,2}(?:\s+or\s+"[^"]{2,60}")?,?\s+(?:shall\s+)?(?:means?|has\s+the\s+meaning|have\s+the\s+meaning|is\s+defined|refers?\s+to|includes?)\b|^(?:\(?\w{1,4}[.)]\s*)?[A-Z]\w+(?:\s[A-Z]\w+){0,4}\s+(?:means|shall\s+mean|has\s+the\s+meaning)\b/i;

/** An item's first words, said of the subject of its list where they have none of their own. */
const carried = (lead: Clause, text: string, own: readonly Statement[]): readonly Statement[] => {
  const last = lead.statements.at(-1);
  if (last?.actor === undefined || last.predicate.trim().split(/\s+/).length > 6 || /\bif\b/.test(last.predicate))
    return own;
  if (own[0]?.actor !== undefined && own[0].start < 8) return own;
  const marker = item.exec(text)?.[0].length ?? 0;
  const { actor, modality } = last;
  const end = own[0]?.start ?? text.length;
  return [
    {
      start: marker,
      end,
      actor,
      modality,
      patient: undefined,
      predicate: text.slice(marker, end),
      predicateStart: marker,
      verb: { start: marker, end: marker },
      subject: undefined,
    },
    ...own,
  ];
};

/** A clause with up to so many before and after it, of the same passage or heading, as one text. */
export const around = (clauses: readonly Clause[], { index, unit }: Clause, before: number, after: number): string =>
  clauses
    .slice(Math.max(0, index - before), index + after + 1)
    .filter(
      (other) => other.unit.passageId === unit.passageId || other.unit.headingPath.join() === unit.headingPath.join(),
    )
    .map(({ text }) => text)
    .join(' ');

/** A sentence that is too long for one unit is cut into parts, none of them shorter than this but the last. */
const shortestPart = 230;

/** The clause with what goes on after it, where its sentence was too long for one unit. */
export const wholeSentence = (clauses: readonly Clause[], clause: Clause): string => {
  let text = clause.text;
  for (
    let last = clause;
    last.text.length >= shortestPart && !/[.;:?!]["')]*$/.test(last.text) && text.length < 3_000;
  ) {
    const next = clauses[last.index + 1];
    if (!next || next.unit.start - last.unit.end > 2) break;
    text = `${text} ${next.text}`;
    last = next;
  }
  return text;
};
