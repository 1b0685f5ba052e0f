import type { JpegHeader } from './header.ts';

/** Tenths of a point: PDF pages may be 14,400 points long, pictures have up to 65,535 pixels. */
const POINTS_PER_PIXEL = 0.1;

/**
 * Turns and mirrors the unit square as the camera was held (Exif orientation 1 to 8), as a PDF matrix of a picture on a
 * page of 1 by 1: where the picture's right and top go, and its origin.
 */
const HELD: readonly (readonly [number, number, number, number, number, number])[] = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
];

/** Size of the picture as its reader sees it. */
export function shownSize({ width, height, orientation }: JpegHeader): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/**
 * A PDF of one page that is the picture, held as the camera says: PDFium decodes every kind of JPEG that there is, in
 * WebAssembly, and scales it while drawing. ISO 32000-1, 7.5 and 8.9.
 */
export function wrapInPdf(jpeg: Uint8Array, header: JpegHeader): Uint8Array {
  const shown = shownSize(header);
  const [across, down] = [shown.width * POINTS_PER_PIXEL, shown.height * POINTS_PER_PIXEL];
  const [a, b, c, d, e, f] = HELD[header.orientation - 1] ?? [1, 0, 0, 1, 0, 0];
  const matrix = [a * across, b * down, c * across, d * down, e * across, f * down].join(' ');
  const colours = { 1: '/DeviceGray', 3: '/DeviceRGB' }[header.components] ?? '/DeviceCMYK';
  const decode = header.inverted ? '/Decode [1 0 1 0 1 0 1 0]' : '';
  const content = `${matrix} cm /P Do`;
  const objects: readonly (readonly [dictionary: string, stream?: Uint8Array])[] = [
    ['/Type /Catalog /Pages 2 0 R'],
    ['/Type /Pages /Kids [3 0 R] /Count 1'],
    [
      `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >>`,
    ],
    [`/Length ${content.length}`, new TextEncoder().encode(content)],
    [
      `/Type /XObject /Subtype /Image /Width ${header.width} /Height ${header.height} /ColorSpace ${colours} ` +
        `/BitsPerComponent 8 ${decode} /Filter /DCTDecode /Length ${jpeg.length}`,
      jpeg,
    ],
  ];
  return assemble(objects);
}

function assemble(objects: readonly (readonly [string, Uint8Array?])[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (piece: Uint8Array | string) => {
    const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
    pieces.push(bytes);
    length += bytes.length;
  };
  put('%PDF-1.7\n');
  objects.forEach(([dictionary, stream], index) => {
    offsets.push(length);
    put(`${index + 1} 0 obj\n<< ${dictionary} >>\n`);
    if (stream !== undefined) {
      put('stream\n');
      put(stream);
      put('\nendstream\n');
    }
    put('endobj\n');
  });
  const table = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  put(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(pieces, length));
}
