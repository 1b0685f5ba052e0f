import type { ParsedDocumentInput, ParseWarning } from '../../../../core/document/parsed.ts';
import { DossierError } from '../../../../core/errors/error.ts';
import type { ParseContext } from '../../../../core/ports/parser.ts';
import { compose } from '../layout/compose.ts';
import { layOut } from '../layout/layout.ts';
import type { PageOfWords } from '../layout/word.ts';
import type { Raster } from './raster.ts';
import { readPicture } from './read.ts';
import { LEAST_OF_PAGE, toLayout, trustedWords } from './words.ts';

const POINTS_PER_INCH = 72;

/** The document that a picture is: one page, as large as the picture is printed, with what stands on it. */
export async function readPictureDocument(
  picture: { readonly raster: Raster; readonly dpi: number },
  context: ParseContext,
): Promise<ParsedDocumentInput> {
  const { languages } = context.ocr;
  const { page, warnings } =
    languages.length === 0
      ? { page: blank(picture), warnings: [switchedOff] }
      : await recognizePage(picture, languages, context);
  const characters = page.words.reduce((sum, { text }) => sum + text.length + 1, 0);
  const { maxCharacters } = context.limits;
  if (characters > maxCharacters) throw new DossierError('too_much_text', { limit: maxCharacters });
  context.progress(1);
  return { ...compose([page], layOut([page])), warnings };
}

async function recognizePage(
  { raster, dpi }: { readonly raster: Raster; readonly dpi: number },
  languages: readonly string[],
  context: ParseContext,
): Promise<{ page: PageOfWords; warnings: ParseWarning[] }> {
  context.recognizing();
  const reading = await readPicture(raster, languages);
  const { words, confidence } = trustedWords(reading);
  const pointsPerPixel = POINTS_PER_INCH / dpi;
  const page: PageOfWords = {
    width: reading.width * pointsPerPixel,
    height: reading.height * pointsPerPixel,
    shown: { width: raster.width * pointsPerPixel, height: raster.height * pointsPerPixel },
    words: toLayout(words, reading.toPicture, pointsPerPixel),
  };
  if (words.length === 0) return { page, warnings: [noText(languages, reading.words.length > 0)] };
  return { page, warnings: confidence < LEAST_OF_PAGE ? [lowConfidence(confidence)] : [] };
}

const blank = ({ raster, dpi }: { readonly raster: Raster; readonly dpi: number }): PageOfWords => ({
  width: (raster.width * POINTS_PER_INCH) / dpi,
  height: (raster.height * POINTS_PER_INCH) / dpi,
  words: [],
});

const switchedOff: ParseWarning = {
  code: 'no-text',
  message: 'The picture was not read: recognition of characters is switched off (ocr.languages is empty).',
};

const noText = (languages: readonly string[], somethingThere: boolean): ParseWarning => ({
  code: 'no-text',
  message: somethingThere
    ? `Nothing in the picture could be read with confidence as text in ${languages.join(', ')}: it shows no text, or text in another language (ocr.languages).`
    : 'No text was found in the picture.',
});

const lowConfidence = (confidence: number): ParseWarning => ({
  code: 'low-confidence',
  message: `The text was recognized with a confidence of ${Math.round(confidence)} of 100: expect wrong characters, and check quotes against the picture.`,
});
