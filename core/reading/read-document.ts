import { pageAt } from '../document/pages.ts';
import type { ParsedDocument } from '../document/parsed.ts';
import type { Passage } from '../document/passage.ts';
import { unitsOf } from '../document/units.ts';
import type { ClauseReading, ClauseUnit, TypeProbability } from '../ports/clauses.ts';
import type { ReadDocument, ReadUnit } from '../ports/detector.ts';
import { type DocumentFacts, factsOf, presenceOf } from './facts.ts';

/** What a document is read from. */
export type ReadingSource = Pick<ReadDocument, 'documentId' | 'version' | 'name' | 'title'> & {
  readonly parsed: Pick<ParsedDocument, 'text' | 'pages'>;
  /** All of the version's passages, in order. */
  readonly passages: readonly Passage[];
  /** undefined without a clause model. */
  readonly clauses: ClauseReading | undefined;
};

/** The document as detectors read it. What is known of it already is not looked for again. */
export const readDocument = (source: ReadingSource, known: Partial<DocumentFacts> = {}): ReadDocument => {
  const { documentId, version, name, title, parsed, passages, clauses } = source;
  const presence = presenceOf(clauses);
  return {
    documentId,
    version,
    name,
    title,
    text: parsed.text,
    ...factsOf({ name, title, text: parsed.text }, presence),
    ...known,
    units: unitsIn(parsed, passages, clauses?.units ?? []),
    presence,
  };
};

const unitsIn = (
  { text, pages }: ReadingSource['parsed'],
  passages: readonly Passage[],
  clauses: readonly ClauseUnit[],
): readonly ReadUnit[] => {
  const typesAt = typesIn(clauses);
  return passages.flatMap((passage) =>
    unitsOf(passage).map(({ row, ...span }): ReadUnit => {
      const start = passage.charStart + span.start;
      const end = passage.charStart + span.end;
      return {
        start,
        end,
        text: text.slice(start, end),
        passageId: passage.id,
        page: pageAt(pages, start)?.number ?? passage.page,
        headingPath: passage.headingPath,
        row,
        part: passage.part,
        types: typesAt(start, end),
      };
    }),
  );
};

/**
 * What the model says of a stretch of text. Its units need not be ours: one that holds ours speaks for it, and of
 * several in ours the surest does. Asked in the order of the text.
 */
const typesIn = (clauses: readonly ClauseUnit[]): ((start: number, end: number) => readonly TypeProbability[]) => {
  let first = 0;
  return (start, end) => {
    while ((clauses[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first++;
    const surest = new Map<string, number>();
    for (let at = first; (clauses[at]?.start ?? end) < end; at++) {
      const clause = clauses[at];
      if (clause === undefined || !speaksFor(clause, start, end)) continue;
      for (const { type, probability } of clause.types) surest.set(type, Math.max(probability, surest.get(type) ?? 0));
    }
    return [...surest]
      .map(([type, probability]) => ({ type, probability }))
      .sort((a, b) => b.probability - a.probability);
  };
};

/** Whether the two share at least half of the shorter one. */
const speaksFor = (clause: ClauseUnit, start: number, end: number): boolean => {
  const shared = Math.min(clause.end, end) - Math.max(clause.start, start);
  return shared * 2 >= Math.min(clause.end - clause.start, end - start);
};
