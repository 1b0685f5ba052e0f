import type { Page } from './parsed.ts';

/** The page on which an offset lies; what stands between two pages belongs to the one before. */
export const pageAt = (pages: readonly Page[], offset: number): Page | undefined => {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pages[middle]?.charStart ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pages[low];
};
