import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { perDocument } from '../../../core/reading/per-document.ts';

/**
 * Where attachments and further agreements begin: "EXHIBIT B", "THIS GUARANTY AGREEMENT is made". What they say need
 * not be what the contract says.
 */
const begins =
  /(?:^|\n|\s\s|[.;]\s|\d\s)(?:(?:EXHIBIT|ANNEX|APPENDIX|SCHEDULE|ATTACHMENT|ADDENDUM)\s+["“]?[A-Z\d]{1,3}(?:[-.]\d+)?["”]?(?=\s+[^a-z\s]|\s*\n)|(?:Exhibit|Annex|Appendix|Schedule|Attachment) ["“]?[A-Z\d]{1,3}["”]?[ \t]*(?:\n|$)|FORM OF [A-Z]{4}|(?:THIS|This) (?:[A-Z][\w-]+ ){1,8}(?:\(|is (?:made|entered)|dated|made))/g;

/** Number of the piece of the document in which an offset lies; 0 is the contract itself. */
export const pieceAt = (document: ReadDocument, offset: number): number =>
  startsOf(document).filter((start) => start <= offset).length;

/** What stands in the first pages, among covers, contents and the contract's own opening, begins no other piece. */
const opening = 4000;

const startsOf = perDocument(({ text }: ReadDocument): readonly number[] =>
  [...text.matchAll(begins)].map(({ index }) => index).filter((index) => index > opening),
);

/** Units in the document's own voice, by piece. */
export const unitsByPiece = (document: ReadDocument): readonly (readonly ReadUnit[])[] => [
  ...Map.groupBy(
    document.units.filter(({ part }) => part === undefined),
    ({ start }) => pieceAt(document, start),
  ).values(),
];
