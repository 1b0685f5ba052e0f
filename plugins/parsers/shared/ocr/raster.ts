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

/** Twice as large in each direction, with smooth steps between the pixels (bilinear). */
export function enlargeTwice({ width, height, data }: Raster): Raster {
  const across = 2 * width;
  const enlarged = new Uint8Array(across * 2 * height);
  const blended = new Uint16Array(width);
  for (let y = 0; y < 2 * height; y++) {
    // Each new pixel lies a quarter of a pixel from the nearest old one, and three quarters from the next.
    const near = y >> 1;
    const next = Math.min(Math.max(near + (y % 2 === 0 ? -1 : 1), 0), height - 1);
    for (let x = 0; x < width; x++) {
      blended[x] = 3 * (data[near * width + x] ?? 255) + (data[next * width + x] ?? 255);
    }
    for (let x = 0, to = y * across; x < width; x++) {
      const here = 3 * (blended[x] ?? 0);
      enlarged[to++] = (here + (blended[Math.max(x - 1, 0)] ?? 0) + 8) >> 4;
      enlarged[to++] = (here + (blended[Math.min(x + 1, width - 1)] ?? 0) + 8) >> 4;
    }
  }
  return { width: across, height: 2 * height, data: enlarged };
}
