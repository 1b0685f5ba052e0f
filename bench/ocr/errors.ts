/** Characters that have to be changed, added or dropped to make one text the other (Levenshtein), per character of the first. */
export const errorRate = (text: string, recognized: string): number => {
  const [wanted, found] = [[...plain(text)], [...plain(recognized)]];
  let before = found.map((_, index) => index);
  before.push(found.length);
  for (let row = 1; row <= wanted.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= found.length; column += 1) {
      const same = wanted[row - 1] === found[column - 1] ? 0 : 1;
      const [corner = 0, above = 0, left = 0] = [before[column - 1], before[column], now[column - 1]];
      now.push(Math.min(corner + same, above + 1, left + 1));
    }
    before = now;
  }
  return (before[found.length] ?? 0) / Math.max(wanted.length, 1);
};

/** How far apart words are, and the shape of quotation marks and dashes, is not counted. */
const plain = (text: string): string =>
  text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim();
