import type { Colour, PngFile } from './chunks.ts';

const SAMPLES: Readonly<Record<Colour, number>> = { grey: 1, rgb: 3, palette: 1, 'grey-alpha': 2, 'rgb-alpha': 4 };

export const samplesOf = (colour: Colour): number => SAMPLES[colour];

const WHITE = 255;

/**
 * Reads the brightness of one pixel from an unfiltered row, 0 to 255, on white where it is transparent. Sixteen bits
 * are read as eight.
 */
export function greyReader(file: PngFile): (row: Uint8Array, column: number) => number {
  const { bitDepth, colour } = file.header;
  const bytes = bitDepth === 16 ? 2 : 1;
  const step = samplesOf(colour) * bytes;
  if (colour === 'grey-alpha') {
    return (row, column) => onWhite(row[1 + column * step] ?? 0, row[1 + column * step + bytes] ?? WHITE);
  }
  if (colour === 'rgb' || colour === 'rgb-alpha') {
    const alphaAt = 3 * bytes;
    const clear = colour === 'rgb' ? clearColour(file, 3) : undefined;
    return (row, column) => {
      const at = 1 + column * step;
      if (clear?.every((value, index) => sample(row, at + index * bytes, bytes) === value)) return WHITE;
      const grey = luma(row[at] ?? 0, row[at + bytes] ?? 0, row[at + 2 * bytes] ?? 0);
      return colour === 'rgb' ? grey : onWhite(grey, row[at + alphaAt] ?? WHITE);
    };
  }
  const values = colour === 'palette' ? paletteGreys(file) : greys(file);
  if (bitDepth === 16) {
    const clear = clearColour(file, 1)?.[0];
    return (row, column) => (sample(row, 1 + 2 * column, 2) === clear ? WHITE : (row[1 + 2 * column] ?? 0));
  }
  const mask = (1 << bitDepth) - 1;
  return (row, column) => {
    const bit = column * bitDepth;
    const shift = 8 - bitDepth - (bit & 7);
    return values[((row[1 + (bit >> 3)] ?? 0) >> shift) & mask] ?? WHITE;
  };
}

/** ITU-R BT.601. */
const luma = (red: number, green: number, blue: number): number => (299 * red + 587 * green + 114 * blue) / 1000;

const onWhite = (grey: number, alpha: number): number => WHITE + ((grey - WHITE) * alpha) / 255;

const sample = (row: Uint8Array, at: number, bytes: number): number =>
  bytes === 1 ? (row[at] ?? 0) : ((row[at] ?? 0) << 8) | (row[at + 1] ?? 0);

/** The one colour that counts as transparent: 16 bits for each sample, of which as many count as a sample has. */
function clearColour({ header, transparency }: PngFile, samples: number): number[] | undefined {
  if (transparency === undefined || transparency.length < 2 * samples) return undefined;
  const mask = 2 ** header.bitDepth - 1;
  return Array.from({ length: samples }, (_, index) => sample(transparency, 2 * index, 2) & mask);
}

/** What each value of a grey sample of up to eight bits looks like. */
function greys(file: PngFile): number[] {
  const most = 2 ** Math.min(file.header.bitDepth, 8) - 1;
  const clear = clearColour(file, 1)?.[0];
  return Array.from({ length: most + 1 }, (_, value) => (value === clear ? WHITE : (value * 255) / most));
}

function paletteGreys({ palette = new Uint8Array(), transparency }: PngFile): number[] {
  return Array.from({ length: Math.floor(palette.length / 3) }, (_, index) =>
    onWhite(
      luma(palette[3 * index] ?? 0, palette[3 * index + 1] ?? 0, palette[3 * index + 2] ?? 0),
      transparency?.[index] ?? 255,
    ),
  );
}
