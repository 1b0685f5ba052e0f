/** Line breaks of every kind, tabs and other control characters, and marks that turn the direction of what follows. */
const breaking = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** As one line, cut at `most` UTF-16 units and never within a character: a header that is made of it is one header. */
export const oneLine = (text: string, most: number): string =>
  shorten(text.replace(breaking, ' ').replace(/ {2,}/g, ' ').trim(), most);

/** Cut at `most` UTF-16 units, never within a character; a lone surrogate, which no encoding can carry, is replaced. */
export const shorten = (text: string, most: number): string => {
  const whole = text.toWellFormed();
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, Math.max(0, most - 1));
  // Half a pair at the end goes too.
  return `${cut.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
};

/** Lines stay lines; what else could drive a terminal goes. */
export const plainLines = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
