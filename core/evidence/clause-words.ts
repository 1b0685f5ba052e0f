import { foldQuote } from '../document/locate.ts';

/**
 * The words of a quote, for telling whether two versions of a document say the same: white space, quotation marks, dashes
 * and the number of the clause are folded away. A clause that has only moved to another number is the same clause: "12.3",
 * "(b)", "Section 4.", "IV.".
 */
export const clauseWords = (quote: string): string => {
  const folded = foldQuote(quote);
  let rest = folded;
  for (let at = 0; at < 3; at++) rest = rest.replace(leadingNumber, '');
  return rest === '' ? folded : rest;
};

const leadingNumber =
  /^(?:(?:section|article|clause|paragraph|§§?)\s?)?(?:\d{1,3}(?:\.\d{1,3}){0,5}[.):]?|[ivxlc]{1,7}[.)]|[a-z][.)]|\((?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,7})\))(?:\s|$)/i;
