import { z } from 'zod';
import { type Passage, type PassagePart, passageParts } from '../../core/document/passage.ts';
import type { Provenance } from './question/names.ts';

/** Where a passage or a quote stands, as search and ask both say it. */
export const placeFields = {
  chunk_id: z.string(),
  chunk_index: z.int().nonnegative(),
  document_id: z.string(),
  document_name: z.string(),
  attached_to: z.string().optional().describe('Name of the document that it is attached to.'),
  page: z.int().positive(),
  range: z.string().optional().describe('Where its cells stand, in a spreadsheet: "Fees!A2:C14".'),
  part: z
    .enum(passageParts)
    .optional()
    .describe("Where it is not the document's own voice: a reviewer's comment, or the history quoted below an e-mail."),
  ocr_confidence: z
    .number()
    .optional()
    .describe('Only where the text was recognized in an image: mean confidence of the words of its passage, 0 to 100.'),
  start: z.int().nonnegative().describe("UTF-16 code units in the document's text, end exclusive."),
  end: z.int().nonnegative(),
};

/** What a passage says of itself beyond its place on a page. */
export const placeOf = ({
  range,
  part,
  source,
  ocrConfidence,
}: Pick<Passage, 'part' | 'source' | 'ocrConfidence'> & { readonly range?: string | undefined }) => ({
  ...(range === undefined ? {} : { range }),
  ...(part === undefined ? {} : { part }),
  ...(source === 'ocr' ? { ocr_confidence: Math.round((ocrConfidence ?? 0) * 10) / 10 } : {}),
});

type Place = z.output<z.ZodObject<typeof placeFields>>;

/** A document as a person knows it: "statement.pdf (attached to mail.eml)". */
export const nameText = ({ document_name: name, attached_to: parent }: Provenance): string =>
  parent === undefined ? name : `${name} (attached to ${parent})`;

/** The place as a person is told: "page 3, in a comment", "Fees!A2:C14", "page 1, recognized text (87 % sure)". */
export const placeText = ({ page, range, part, ocr_confidence: confidence }: Omit<Place, 'document_name'>): string =>
  [
    range ?? `page ${page}`,
    ...(part === undefined ? [] : [partNames[part]]),
    ...(confidence === undefined ? [] : [`recognized text (${Math.round(confidence)} % sure)`]),
  ].join(', ');

/** As a person is told: "in a comment". */
export const partNames: Readonly<Record<PassagePart, string>> = {
  comment: 'in a comment',
  'quoted-history': 'in quoted history',
};
