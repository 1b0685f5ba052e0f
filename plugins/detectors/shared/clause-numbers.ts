/** Whether a clause of the number begins anywhere: "6.1 Fees", "Section 6.1", "6.1. the fee" on a line of its own. */
export const numbersClause = (text: string, number: string): boolean => {
  const named = `(?:(?:[Ss]ection|SECTION|[Aa]rticle|ARTICLE|[Cc]lause|CLAUSE|[Pp]aragraph|PARAGRAPH)\\s+)?${RegExp.escape(number)}[.):]{0,2}`;
  return new RegExp(
    `(?:^|\\n)[ \\t]*${named}(?=[\\s\\u00a0]+["“(]?\\p{L}|\\s*\\n)|[\\s(“"]${named}(?=[\\s\\u00a0]+["“(\\[]?\\p{Lu}|\\s*\\n|\\.\\s|[\\s\\u00a0]*\\[)`,
    'u',
  ).test(text);
};

/** Whether the numbers of the clauses are part of the text: word processors often make them up when they show it. */
export const isNumbered = (text: string): boolean =>
  ['1', '2', '3', '4'].every((number) => numbersClause(text, number));
