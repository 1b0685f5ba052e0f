import type { ReadDocument, ReadUnit } from '../../../../core/ports/detector.ts';
import type { Span } from '../../../../core/text/span.ts';
import type { Source } from '../../model/terms.ts';

/** Probability of a clause type of a unit; 0 where the model says nothing. */
export const probabilityOf = (unit: ReadUnit, type: string): number =>
  unit.types.find((each) => each.type === type)?.probability ?? 0;

export const sourceOf = (document: Pick<ReadDocument, 'documentId'>, { start, end }: Span): Source => ({
  documentId: document.documentId,
  start,
  end,
});

/** A text with each white space as one blank: offsets stay, patterns need not care for lines. */
export const flat = (text: string): string => text.replace(/\s/g, ' ');
