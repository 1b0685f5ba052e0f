/** More pixels than a page needs (A4 at 300 dpi has 8.7 million) cost time and memory and do not read better. */
const MOST_PIXELS = 16_000_000;
/** Tesseract takes 32,767. */
const LONGEST_SIDE = 16_000;

/** How many times smaller, in each direction, a picture is made before it is read: a whole number, mostly 1. */
export const reductionOf = (width: number, height: number): number =>
  Math.max(1, Math.ceil(Math.sqrt((width * height) / MOST_PIXELS)), Math.ceil(Math.max(width, height) / LONGEST_SIDE));

/** How many pixels to the unit a page may be drawn with. */
export const largestScale = (page: { readonly width: number; readonly height: number }, maxPixels: number): number =>
  Math.min(
    Math.sqrt(Math.min(MOST_PIXELS, maxPixels) / (page.width * page.height)),
    LONGEST_SIDE / Math.max(page.width, page.height),
  );

const LONG_SIDE_OF_A_PAGE_INCHES = 11.7;
const LARGEST_SHEET_INCHES = 24;

/**
 * Dots per inch: as the file states them, where that gives a sheet of paper; cameras and screens write figures that
 * mean nothing. Else such that the picture is a page, between the 150 and 300 dpi of usual scans.
 */
export function plausibleDpi(stated: number | undefined, width: number, height: number): number {
  const longSide = Math.max(width, height);
  if (stated !== undefined && stated >= 50 && stated <= 2400 && longSide / stated <= LARGEST_SHEET_INCHES)
    return stated;
  return Math.min(Math.max(longSide / LONG_SIDE_OF_A_PAGE_INCHES, 150), 300);
}
