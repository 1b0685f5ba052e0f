/** A picture as its brightness: one byte a pixel, rows from the top, 0 black to 255 white. */
export type Raster = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** A rectangle of a raster, in pixels from its top left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Netpbm's "portable graymap", which Leptonica reads without decoding anything. */
export function toGraymap({ width, height, data }: Raster): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(header.length + data.length);
  file.set(header);
  file.set(data, header.length);
  return file;
}

/** Makes each square of `factor` pixels one, its brightness the mean. What does not fill a square at the edge is dropped. */
export function reduce({ width, height, data }: Raster, factor: number): Raster {
  if (factor <= 1) return { width, height, data };
  const across = Math.max(1, Math.floor(width / factor));
  const down = Math.max(1, Math.floor(height / factor));
  const [spanX, spanY] = [Math.min(factor, width), Math.min(factor, height)];
  const sums = new Uint32Array(across);
  const reduced = new Uint8Array(across * down);
  for (let row = 0; row < down; row++) {
    sums.fill(0);
    for (let y = row * spanY; y < (row + 1) * spanY; y++) {
      let at = y * width;
      for (let column = 0; column < across; column++) {
        let sum = 0;
        for (let x = 0; x < spanX; x++) sum += data[at++] ?? 255;
        sums[column] = (sums[column] ?? 0) + sum;
      }
    }
    const area = spanX * spanY;
    for (let column = 0; column < across; column++) reduced[row * across + column] = (sums[column] ?? 0) / area;
  }
  return { width: across, height: down, data: reduced };
}

/** Makes each pixel `factor` by `factor` of them, with smooth steps between (bilinear). */
export function enlarge({ width, height, data }: Raster, factor: number): Raster {
  if (factor <= 1) return { width, height, data };
  const [across, down] = [width * factor, height * factor];
  const enlarged = new Uint8Array(across * down);
  const at = (x: number, y: number) =>
    data[Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)] ?? 255;
  for (let y = 0; y < down; y++) {
    const fromY = (y + 0.5) / factor - 0.5;
    const top = Math.floor(fromY);
    const partY = fromY - top;
    for (let x = 0; x < across; x++) {
      const fromX = (x + 0.5) / factor - 0.5;
      const left = Math.floor(fromX);
      const partX = fromX - left;
      const above = at(left, top) * (1 - partX) + at(left + 1, top) * partX;
      const below = at(left, top + 1) * (1 - partX) + at(left + 1, top + 1) * partX;
      enlarged[y * across + x] = above * (1 - partY) + below * partY + 0.5;
    }
  }
  return { width: across, height: down, data: enlarged };
}
