import { encodePng } from '../../plugins/parsers/png/encode.ts';

/** Letters of five by seven dots, a number a row, the highest bit on the left. */
const FONT: Readonly<Record<string, readonly number[]>> = {
  ' ': [0, 0, 0, 0, 0, 0, 0],
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  N: [17, 25, 21, 19, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  R: [30, 17, 17, 30, 20, 18, 17],
  T: [31, 4, 4, 4, 4, 4, 4],
  U: [17, 17, 17, 17, 17, 17, 14],
};
const MARGIN = 4;

/** Rows of dots, true where there is ink. */
const drawn = (text: string): boolean[][] => {
  const width = text.length * 6 + MARGIN * 2;
  return Array.from({ length: 7 + MARGIN * 2 }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const bits = FONT[text[Math.floor((column - MARGIN) / 6)] ?? ' ']?.[row - MARGIN] ?? 0;
      const dot = (column - MARGIN) % 6;
      return column >= MARGIN && dot < 5 && ((bits >> (4 - dot)) & 1) === 1;
    }),
  );
};

/** PNG of grey pixels; each dot of a letter is so many pixels wide and high. */
export const pngOfText = (text: string, scale = 4): Uint8Array => {
  const dots = drawn(text);
  return encodePng({
    width: (dots[0]?.length ?? 0) * scale,
    height: dots.length * scale,
    filter: 0,
    pixel: (x, y) => [dots[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true ? 0x10 : 0xff],
  });
};

/** Lengths of the codes for differences of 0 to 11 bits: ITU T.81, table K.3. */
const DIFFERENCE_CODES = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];

/** The codes that these lengths give (ITU T.81, C.2), as strings of bits. */
const codesOf = (counts: readonly number[]): string[] => {
  const codes: string[] = [];
  let code = 0;
  for (const [index, count] of counts.entries()) {
    for (let each = 0; each < count; each += 1) {
      codes.push(code.toString(2).padStart(index + 1, '0'));
      code += 1;
    }
    code <<= 1;
  }
  return codes;
};

/** Baseline JPEG in grey. A dot of a letter is one block of 8 by 8 pixels in one shade, so no block has a detail. */
export const jpegOfText = (text: string): Uint8Array => {
  const dots = drawn(text);
  const codes = codesOf(DIFFERENCE_CODES);
  let bits = '';
  let before = 0;
  for (const dot of dots.flat()) {
    const shade = dot ? -110 : 110;
    const difference = shade - before;
    before = shade;
    const size = difference === 0 ? 0 : Math.abs(difference).toString(2).length;
    const value = difference < 0 ? difference + 2 ** size - 1 : difference;
    // The one code for details says that there are none.
    bits += `${codes[size]}${size === 0 ? '' : value.toString(2).padStart(size, '0')}0`;
  }
  const data: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = Number.parseInt(bits.slice(at, at + 8).padEnd(8, '1'), 2);
    data.push(byte, ...(byte === 0xff ? [0] : []));
  }
  const segment = (marker: number, content: readonly number[]) => {
    const length = content.length + 2;
    return [0xff, marker, length >> 8, length & 0xff, ...content];
  };
  const height = dots.length * 8;
  const width = (dots[0]?.length ?? 0) * 8;
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, 96, 0, 96, 0, 0]),
    // With a divisor of 8 the stored mean of a block is its shade.
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    ...segment(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0, ...DIFFERENCE_CODES, ...Array.from({ length: 12 }, (_, index) => index)]),
    ...segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...data,
    0xff,
    0xd9,
  ]);
};
