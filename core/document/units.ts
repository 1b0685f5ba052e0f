import { sentenceSpans, splitSpan } from '../text/sentences.ts';
import { type Span, trimSpan } from '../text/span.ts';
import type { Passage } from './passage.ts';

/** A sentence longer than this is read in parts, cut before list items and after semicolons. */
const longSentence = 700;

/** What is read, ranked and cited as one: a sentence, or a whole row of a table. Offsets are within the passage's text. */
export type Unit = Span & {
  /** A row under the names of its columns, or one that is a label and what it stands for; undefined for a sentence. */
  readonly row: 'named' | 'label' | undefined;
};

/** The passage's sentences and, whole, the rows of its tables, in order. */
export const unitsOf = ({
  text,
  charStart,
  rows = [],
}: Pick<Passage, 'text' | 'charStart' | 'rows'>): readonly Unit[] => {
  const found: Unit[] = [];
  const prose = (start: number, end: number): void => {
    for (const span of sentenceSpans(text, start, end)) {
      for (const part of splitSpan(text, span, longSentence)) found.push({ ...part, row: undefined });
    }
  };
  let read = 0;
  for (const { start, end, named } of rows) {
    const row = trimSpan(text, { start: start - charStart, end: end - charStart });
    prose(read, row.start);
    if (row.end > row.start) found.push({ ...row, row: named ? 'named' : 'label' });
    read = row.end;
  }
  prose(read, text.length);
  return found;
};
