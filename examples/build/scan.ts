import { pictureOf, setPdf } from '../../bench/material/pdf.ts';
import { createRandom } from '../../bench/material/random.ts';
import { bilevelPng } from './png.ts';
import type { powerLetter } from './power-letter.ts';

/** The resolution of an office scanner's usual setting. */
const DPI = 200;
/** How far the sheet lay askew on the glass, degrees clockwise, and how dark a point must be to be printed. */
const SKEW = 0.7;
const THRESHOLD = 150;
/** One point in so many is dust. */
const DUST = 6000;

/** A letter as a scanner gives it: points that are black or white, a little askew, with dust. The same bytes each time. */
export async function scannedLetter(letter: typeof powerLetter): Promise<Uint8Array> {
  const { width, height, data } = await pictureOf(await letterPdf(letter), DPI);
  const random = createRandom(20261116);
  const [sine, cosine] = [Math.sin((SKEW * Math.PI) / 180), Math.cos((SKEW * Math.PI) / 180)];
  const isBlack = (x: number, y: number): boolean => {
    if (random.below(DUST) === 0) return true;
    const [across, down] = [x - width / 2, y - height / 2];
    const column = Math.round(across * cosine + down * sine + width / 2);
    const row = Math.round(down * cosine - across * sine + height / 2);
    const inside = column >= 0 && column < width && row >= 0 && row < height;
    return inside && (data[row * width + column] ?? 255) < THRESHOLD;
  };
  return bilevelPng({ width, height, dotsPerInch: DPI, isBlack });
}

const letterPdf = (letter: typeof powerLetter): Promise<Uint8Array> =>
  setPdf(
    (document) => {
      const [name, ...contact] = letter.letterhead;
      document.font('Times-Bold').fontSize(16).text(name);
      document.font('Times-Roman').fontSize(10).text(contact.join(' · ')).moveDown(2.5);
      document.fontSize(12).text(letter.date).moveDown(1.5).text(letter.addressee.join('\n')).moveDown(2);
      document.font('Times-Bold').text(letter.subject);
      document.font('Times-Roman').text(letter.reference).moveDown(1.2);
      for (const paragraph of letter.paragraphs) document.text(paragraph, { lineGap: 2 }).moveDown(0.8);
      document.moveDown(2).text(letter.signature.join('\n'));
    },
    { size: 'LETTER', margins: { left: 80, right: 80, top: 64, bottom: 64 } },
  );
