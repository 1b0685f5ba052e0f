import { pictureOf } from '../../../../../bench/material/pdf.ts';
import type { Raster } from '../../../../../plugins/parsers/shared/ocr/raster.ts';
import { makePdf } from '../../pdf/fixtures.ts';

export const RENT = 'Rent is due on the first day of each month. Notice must be given in writing.';
const RENT_LINES = ['Rent is due on the first day of each month.', 'Notice must be given in writing.'];
/** Size of the sheet that holds them, in points. */
const SHEET: [number, number] = [290, 58];

/** Two lines of 12 point Helvetica on a small sheet, as a scanner of so many dots per inch would see them. */
export const rentPicture = async (dpi = 150): Promise<Raster> =>
  pictureOf(
    await makePdf((document) => void document.text(RENT_LINES.join('\n'), 14, 12, { lineGap: 0 }), { size: SHEET }),
    dpi,
  );
