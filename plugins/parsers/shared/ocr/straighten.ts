import type { Box, Raster } from './raster.ts';

/** How a picture stands: so many quarter turns clockwise, then so many degrees clockwise, put its text upright. */
export type Turn = { readonly quarters: 0 | 1 | 2 | 3; readonly degrees: number };

/** A picture that was turned, and the way back. */
export type Straightened = {
  readonly raster: Raster;
  /** The upright rectangle around what a box of the turned picture is in the picture as it came. */
  toPicture(box: Box): Box;
};

const WHITE = 255;

/** Turns a picture. What comes into view at the corners is white. */
export function straighten(picture: Raster, { quarters, degrees }: Turn): Straightened {
  const turned = turnQuarters(picture, quarters);
  const upright = degrees === 0 ? { raster: turned, toPicture: (box: Box) => box } : rotate(turned, degrees);
  const { width, height } = picture;
  return {
    raster: upright.raster,
    toPicture(box) {
      const { x, y, width: across, height: down } = upright.toPicture(box);
      if (quarters === 1) return inside(picture, { x: y, y: height - x - across, width: down, height: across });
      if (quarters === 2)
        return inside(picture, { x: width - x - across, y: height - y - down, width: across, height: down });
      if (quarters === 3) return inside(picture, { x: width - y - down, y: x, width: down, height: across });
      return inside(picture, { x, y, width: across, height: down });
    },
  };
}

/** What of a box lies on the picture; at least a pixel of it. */
function inside({ width, height }: Raster, box: Box): Box {
  const x = Math.min(Math.max(box.x, 0), width - 1);
  const y = Math.min(Math.max(box.y, 0), height - 1);
  const right = Math.min(Math.max(box.x + box.width, x + 1), width);
  const bottom = Math.min(Math.max(box.y + box.height, y + 1), height);
  return { x, y, width: right - x, height: bottom - y };
}

function turnQuarters(picture: Raster, quarters: Turn['quarters']): Raster {
  const { width, height, data } = picture;
  if (quarters === 0) return picture;
  const turned = new Uint8Array(data.length);
  if (quarters === 2) {
    for (let at = 0, to = data.length - 1; to >= 0; at++, to--) turned[to] = data[at] ?? WHITE;
    return { width, height, data: turned };
  }
  // Where the pixel of the first row and column goes, and how far apart neighbours of a row and of a column come to stand.
  const [start, alongRow, alongColumn] = quarters === 1 ? [height - 1, height, -1] : [height * (width - 1), -height, 1];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0, to = start + y * alongColumn; x < width; x++, to += alongRow) turned[to] = data[at++] ?? WHITE;
  }
  return { width: height, height: width, data: turned };
}

/** Turns clockwise around the middle; the picture grows so that nothing is cut off. Bilinear. */
function rotate({ width, height, data }: Raster, degrees: number): Straightened {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const across = Math.ceil(Math.abs(width * cos) + Math.abs(height * sin));
  const down = Math.ceil(Math.abs(width * sin) + Math.abs(height * cos));
  const turned = new Uint8Array(across * down).fill(WHITE);
  const source = (x: number, y: number) => {
    const [fromX, fromY] = [x - across / 2, y - down / 2];
    return { x: fromX * cos + fromY * sin + width / 2, y: fromY * cos - fromX * sin + height / 2 };
  };
  for (let y = 0; y < down; y++) {
    let { x: fromX, y: fromY } = source(0.5, y + 0.5);
    fromX -= 0.5;
    fromY -= 0.5;
    for (let x = 0, to = y * across; x < across; x++, to++, fromX += cos, fromY -= sin) {
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const [partX, partY] = [fromX - left, fromY - top];
      const above = (data[at] ?? WHITE) * (1 - partX) + (data[at + 1] ?? WHITE) * partX;
      const below = (data[at + width] ?? WHITE) * (1 - partX) + (data[at + width + 1] ?? WHITE) * partX;
      turned[to] = above * (1 - partY) + below * partY + 0.5;
    }
  }
  return {
    raster: { width: across, height: down, data: turned },
    toPicture(box) {
      const middle = source(box.x + box.width / 2, box.y + box.height / 2);
      const [w, h] = [
        Math.abs(box.width * cos) + Math.abs(box.height * sin),
        Math.abs(box.width * sin) + Math.abs(box.height * cos),
      ];
      return { x: middle.x - w / 2, y: middle.y - h / 2, width: w, height: h };
    },
  };
}
