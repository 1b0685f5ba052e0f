import test from 'ava';
import { enlargeTwice, type Raster, reduce } from '../../../../../plugins/parsers/shared/ocr/raster.ts';
import { findSkew } from '../../../../../plugins/parsers/shared/ocr/skew.ts';
import { straighten } from '../../../../../plugins/parsers/shared/ocr/straighten.ts';

/** A sheet with lines of dashes, as writing looks from afar. */
const sheet = (width: number, height: number): Raster => {
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 40; y < height - 40; y++) {
    for (let x = 40; x < width - 60; x++) {
      const chance = Math.imul((x >> 2) * 1000 + Math.floor(y / 14), 2654435761) >>> 30;
      if (y % 14 < 6 && chance > 0) data[y * width + x] = 20;
    }
  }
  return { width, height, data };
};

test('finds how lines lie, to a tenth of a degree, beside either axis', (t) => {
  for (const degrees of [0, 0.6, -3.2, 11]) {
    const { across, upright } = findSkew(straighten(sheet(700, 900), { quarters: 0, degrees }).raster);
    t.true(Math.abs(across.degrees + degrees) <= 0.2, `${degrees}: ${across.degrees}`);
    t.true(across.sharpness > upright.sharpness);
  }
  const onItsSide = findSkew(straighten(sheet(700, 900), { quarters: 1, degrees: 2 }).raster);
  t.true(onItsSide.upright.sharpness > onItsSide.across.sharpness);
  t.true(Math.abs(onItsSide.upright.degrees + 2) <= 0.2);
});

test('rules and edges do not outweigh writing', (t) => {
  const { width, height, data } = straighten(sheet(700, 900), { quarters: 0, degrees: 3 }).raster;
  const ruled = data.slice();
  for (let y = 0; y < height; y++) for (const x of [100, 101, 300, 500, 501]) ruled[y * width + x] = 0;
  const { across, upright } = findSkew({ width, height, data: ruled });
  t.true(across.sharpness > upright.sharpness);
  t.true(Math.abs(across.degrees + 3) <= 0.3, `${across.degrees}`);
});

test('says nothing of what has no lines', (t) => {
  t.deepEqual(findSkew({ width: 50, height: 50, data: new Uint8Array(2500).fill(255) }).across.degrees, 0);
  t.deepEqual(findSkew({ width: 1, height: 1, data: Uint8Array.of(0) }).across.degrees, 0);
});

test('boxes go back to where they were before the turn', (t) => {
  const data = new Uint8Array(60 * 40).fill(255);
  for (let y = 10; y < 14; y++) for (let x = 20; x < 32; x++) data[y * 60 + x] = 0;
  for (const quarters of [0, 1, 2, 3] as const) {
    const turned = straighten({ width: 60, height: 40, data }, { quarters, degrees: 0 });
    t.deepEqual(turned.toPicture(inkOf(turned.raster)), { x: 20, y: 10, width: 12, height: 4 }, `${quarters} quarters`);
  }
  const askew = straighten({ width: 60, height: 40, data }, { quarters: 0, degrees: 10 });
  const { x, y, width, height } = askew.toPicture(inkOf(askew.raster));
  t.true(Math.abs(x + width / 2 - 26) < 1 && Math.abs(y + height / 2 - 12) < 1, 'its middle');
  const outside = askew.toPicture({ x: -50, y: -50, width: 10, height: 10 });
  t.true(outside.x >= 0 && outside.y >= 0 && outside.width >= 1 && outside.height >= 1, 'never off the picture');
});

test('smaller is the mean, larger is smooth', (t) => {
  const picture = { width: 4, height: 2, data: Uint8Array.of(0, 100, 200, 200, 0, 100, 200, 200) };
  t.deepEqual(reduce(picture, 2), { width: 2, height: 1, data: Uint8Array.of(50, 200) });
  const { width, height, data } = enlargeTwice(picture);
  t.deepEqual([width, height], [8, 4]);
  t.deepEqual([...data.subarray(0, 8)], [0, 25, 75, 125, 175, 200, 200, 200]);
});

/** The box around what is dark. */
const inkOf = ({ width, data }: Raster) => {
  const ink = [...data.entries()]
    .filter(([, grey]) => grey < 128)
    .map(([at]) => ({ x: at % width, y: Math.floor(at / width) }));
  const [xs, ys] = [ink.map(({ x }) => x), ink.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
};
