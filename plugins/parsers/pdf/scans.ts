import type { ParseWarning } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseContext } from '../../../core/ports/parser.ts';
import type { Word } from '../shared/layout/word.ts';
import { readPicture } from '../shared/ocr/read.ts';
import { largestScale } from '../shared/ocr/scale.ts';
import { LEAST_OF_PAGE, type TrustedWords, toLayout, trustedWords } from '../shared/ocr/words.ts';
import type { PdfFile, PdfPage } from './file.ts';
import { agreement, looksLikeGarbage } from './garbage.ts';
import { addWords, type PlacedWords, replaceWords } from './merge.ts';
import { pageList } from './page-list.ts';

/** What becomes of pages whose text is not, or not all, in the file. */
export type Scans = {
  /** The page with what was recognized on it, or as it is. `index` is 0-based. */
  complete(index: number, page: PdfPage): Promise<PdfPage>;
  warnings(): ParseWarning[];
};

/** Scanners' usual resolution: Tesseract reads it best, and a scan of less is enlarged to it. */
const PIXELS_PER_POINT = 300 / 72;
/** A picture over this much of a page may be the page, and a few words on it only a stamp or a number. */
const MOST_OF_PAGE = 0.5;
const FEW_WORDS = 60;
/** A layer of which this much is not what the page shows is no text of it. */
const LEAST_AGREEMENT = 0.3;
const LEAST_LENGTH = 0.4;

type Outcome = 'off' | 'beyond' | 'nothing' | 'failed' | 'doubtful' | 'replaced' | 'garbage';

const MESSAGES: Readonly<Record<Outcome, readonly [code: string, message: string]>> = {
  off: [
    'no-text-layer',
    'Recognition of characters is off (ocr.languages is empty); there are pictures but no text on',
  ],
  beyond: ['no-text-layer', 'More pages are scans than are recognized (ocr.max_pages); pictures were not read on'],
  nothing: ['no-text-layer', 'There are pictures but no text on'],
  failed: ['no-text-layer', 'Recognition of characters failed on'],
  doubtful: ['low-confidence', 'Characters were recognized with little confidence, so expect wrong ones, on'],
  replaced: ['garbage-text-layer', 'The file holds other characters than it shows; what it shows was recognized on'],
  garbage: ['garbage-text-layer', 'The text seems to be other characters than the file shows, so do not rely on'],
};

export function createScans(file: PdfFile, context: ParseContext): Scans {
  const { languages, maxPages } = context.ocr;
  const outcomes = new Map<Outcome, number[]>();
  let recognized = 0;

  const note = (outcome: Outcome, index: number): void => {
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), index + 1]);
  };

  const read = async (index: number, page: PdfPage): Promise<Recognized | Outcome> => {
    if (languages.length === 0) return 'off';
    if (recognized >= maxPages) return 'beyond';
    const picture = file.drawPage(index, Math.min(PIXELS_PER_POINT, largestScale(page, context.limits.maxPixels)));
    if (picture === undefined) return 'failed';
    recognized += 1;
    context.recognizing();
    try {
      const reading = await readPicture(picture, languages);
      const trusted = trustedWords(reading);
      const pointsPerPixel = page.width / picture.width;
      return {
        ...trusted,
        placed: toLayout(trusted.words, reading.toPicture, pointsPerPixel),
        sheet: { width: reading.width * pointsPerPixel, height: reading.height * pointsPerPixel },
        quarters: reading.turn.quarters,
      };
    } catch (thrown) {
      if (thrown instanceof DossierError) throw thrown;
      return 'failed';
    }
  };

  return {
    complete: async (index, page) => {
      const kind = kindOf(page);
      if (kind === 'text' || page.width <= 0 || page.height <= 0) return page;
      const found = await read(index, page);
      if (typeof found === 'string') {
        if (kind === 'scan') note(found, index);
        if (kind === 'garbage') note('garbage', index);
        return page;
      }
      if (kind === 'scan' && found.words.length === 0) note('nothing', index);
      if (kind === 'garbage') {
        const verdict = judge(page.words, found);
        if (verdict !== undefined) note(verdict, index);
        if (verdict !== 'replaced') return page;
      }
      if (found.words.length === 0) return page;
      if (found.confidence < LEAST_OF_PAGE) note('doubtful', index);
      return kind === 'partly' ? addWords(page, found) : replaceWords(page, found);
    },
    warnings: () =>
      (Object.keys(MESSAGES) as Outcome[]).flatMap((outcome) => {
        const pages = outcomes.get(outcome);
        if (pages === undefined) return [];
        const [code, message] = MESSAGES[outcome];
        return [{ code, message: `${message} ${pageList(pages)}.` }];
      }),
  };
}

type Recognized = TrustedWords & PlacedWords;

function kindOf({ words, hasContent, layered, pictureShare }: PdfPage): 'text' | 'scan' | 'partly' | 'garbage' {
  const printed = words.filter(({ field }) => field === undefined);
  if (printed.length === 0) return hasContent ? 'scan' : 'text';
  if (looksLikeGarbage(printed.map(({ text }) => text))) return 'garbage';
  return pictureShare >= MOST_OF_PAGE && printed.length <= FEW_WORDS && !layered ? 'partly' : 'text';
}

/** Whether what the page shows is something else than its layer says. undefined where the layer is right after all. */
function judge(layer: readonly Word[], found: Recognized): 'replaced' | 'garbage' | undefined {
  const says = layer.flatMap(({ text, field }) => (field === undefined ? [text] : []));
  const shows = found.words.map(({ text }) => text);
  if (agreement(says, shows) >= LEAST_AGREEMENT) return undefined;
  const length = (words: readonly string[]) => words.reduce((sum, text) => sum + text.length, 0);
  const sure = found.confidence >= LEAST_OF_PAGE && length(shows) >= LEAST_LENGTH * length(says);
  return sure && !looksLikeGarbage(shows) ? 'replaced' : 'garbage';
}
