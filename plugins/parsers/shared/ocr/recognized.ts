import { z } from 'zod';

const corner = z.number();
const bbox = z.object({ x0: corner, y0: corner, x1: corner, y1: corner });

/** What Tesseract says of a page, as far as it is used. Pixels, y growing downwards. */
export const recognizedSchema = z.object({
  /** Mean confidence of the words, 0 to 100. */
  confidence: z.number(),
  blocks: z
    .array(
      z.object({
        paragraphs: z.array(
          z.object({
            lines: z.array(
              z.object({
                bbox,
                baseline: bbox,
                rowAttributes: z.object({ ascenders: z.number(), descenders: z.number(), rowHeight: z.number() }),
                words: z.array(z.object({ text: z.string(), confidence: z.number(), bbox })),
              }),
            ),
          }),
        ),
      }),
    )
    .nullable()
    .transform((blocks) => blocks ?? []),
});

export type Recognized = z.infer<typeof recognizedSchema>;
export type RecognizedLine = Recognized['blocks'][number]['paragraphs'][number]['lines'][number];
export type RecognizedWord = RecognizedLine['words'][number];
