/**
 * Turns differences back into bytes, in place. Both rows begin with the byte of their filter; the row above may be
 * zeros. false where there is no such filter. PNG (third edition) 9.2.
 */
export function unfilter(row: Uint8Array, above: Uint8Array, pixelBytes: number): boolean {
  const filter = row[0] ?? 0;
  if (filter > 4) return false;
  for (let at = 1; filter > 0 && at < row.length; at++) {
    const left = at > pixelBytes ? (row[at - pixelBytes] ?? 0) : 0;
    const up = above[at] ?? 0;
    let predicted = filter === 1 ? left : up;
    if (filter === 3) predicted = (left + up) >> 1;
    if (filter === 4) predicted = paeth(left, up, at > pixelBytes ? (above[at - pixelBytes] ?? 0) : 0);
    row[at] = (row[at] ?? 0) + predicted;
  }
  return true;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
