import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import { perDocument } from '../../../../../core/reading/per-document.ts';
import { isDayFirst, type WrittenDay, writtenDays } from '../../../../../core/reading/written-days.ts';

/** Days in a part of a document, whose figures are read in the order in which all of it can only mean them. */
export const daysIn = (document: Pick<ReadDocument, 'text'>, text: string): readonly WrittenDay[] =>
  writtenDays(text, { dayFirst: dayFirst(document) });

const dayFirst = perDocument(({ text }: Pick<ReadDocument, 'text'>): boolean => isDayFirst(text));
