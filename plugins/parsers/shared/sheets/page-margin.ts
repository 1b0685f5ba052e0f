import { cellText } from './workbook.ts';

/**
 * What is printed above or below every page of a sheet, without the codes for places, fonts, page numbers and dates
 * ([ECMA-376] Part 1, 18.3.1.46). Left, middle and right follow each other.
 */
export const pageMargin = (codes: string): string => {
  const text = codes
    .replace(/&"[^"]*"/g, '')
    .replace(/&K[0-9A-F]{6}|&K\d{2}[+-]\d{3}/gi, '')
    .replace(/&\d{1,3}/g, '')
    .replace(/&[LCR]/g, '\n')
    .replace(PAGE_NUMBER, ' ')
    .replace(/&[PNDTFAZGBIUESXYOH+-]/gi, ' ')
    .replace(/&&/g, '&');
  return cellText(text);
};

/** "Page &P of &N", in any language. */
const PAGE_NUMBER = /(?:\p{L}+\.? ?)?&P(?: ?(?:\p{L}+|\/) ?&N)?/gu;
