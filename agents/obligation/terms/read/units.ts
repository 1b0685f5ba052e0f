import type { ReadDocument, ReadUnit } from '../../../../core/ports/detector.ts';
import { perDocument } from '../../../../core/reading/per-document.ts';
import { titlesOf } from '../../../../core/reading/title.ts';
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

/** What an amendment takes out, up to the words that it puts in their place: nothing of that holds. */
const takenOut =
  /^.*\b(?:replaced\s+(?:in\s+\w+\s+entirety\s+)?(?:with|by)|substitut\w+\s+(?:therefor|with|by)|to\s+read(?:\s+as\s+follows)?|shall\s+read(?:\s+as\s+follows)?|insert(?:ed|ing)\s+(?:in\s+\w+\s+(?:place|stead)|in\s+(?:place|lieu)\s+thereof))\b/i;

/** The words of an amendment that hold, at their offsets: those that it replaces are blanked out. */
export const newWords = (text: string): string => text.replace(takenOut, (old) => ' '.repeat(old.length));

/** A text with each white space, and each line under a word, as one blank: offsets stay, patterns need not care for lines. */
export const flat = (text: string): string => text.replace(/\s|(?<!_)_(?!_)/g, ' ');

/** Where each unit stands among all: looked for anew in a long document it would take as long as there are units. */
export const placesOf = perDocument(({ units }: ReadDocument) => new Map(units.map((unit, index) => [unit, index])));

/** What the document is called, in lower case. */
export const titlesIn = perDocument((document: Pick<ReadDocument, 'text' | 'title'>): string =>
  titlesOf(document.text, document.title).join('\n').toLowerCase(),
);

/** The text at the same offsets without the month of May, which allows nothing. */
export const withoutMay = (text: string): string =>
  text.replace(/(?<=\d(?:st|nd|rd|th)?\s+(?:of\s+)?)May\b|\bMay(?=\s+\d)/g, '   ');
