/** Objects of a PDF by their numbers: the source between "obj" and "endobj", or a stream's dictionary and content. */
export type PdfObjects = Readonly<
  Record<number, string | { readonly dictionary: string; readonly stream: string | Uint8Array }>
>;

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

/** A PDF written by hand, object by object, with a right cross-reference table. Object 1 is the catalog. */
export function pdfOf(objects: PdfObjects, trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  let length = parts[0]?.length ?? 0;
  const put = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? latin1(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const numbers = Object.keys(objects).map(Number);
  const offsets = new Map<number, number>();
  for (const number of numbers) {
    const object = objects[number] ?? 'null';
    offsets.set(number, length);
    put(`${number} 0 obj\n`);
    if (typeof object === 'string') put(object);
    else {
      const bytes = typeof object.stream === 'string' ? latin1(object.stream) : object.stream;
      put(`<< ${object.dictionary} /Length ${bytes.length} >>\nstream\n`);
      put(bytes);
      put('\nendstream');
    }
    put('\nendobj\n');
  }
  const size = Math.max(...numbers) + 1;
  const start = length;
  put(`xref\n0 ${size}\n0000000000 65535 f \n`);
  for (let number = 1; number < size; number++) {
    const offset = offsets.get(number);
    put(offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`);
  }
  put(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

export const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** Content that shows lines of text, each at its place from the bottom left corner. */
export const show = (...texts: readonly (readonly [x: number, y: number, text: string])[]): string =>
  texts
    .map(([x, y, text]) => `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`)
    .join('\n');

/** One page of US letter with Helvetica as F1: objects 1 to 5, to which `more` adds from 6 on. */
export const onePage = (
  content: string,
  { page = '', catalog = '', more = {} }: { page?: string; catalog?: string; more?: PdfObjects } = {},
): Uint8Array =>
  pdfOf({
    1: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
    4: { dictionary: '', stream: content },
    5: FONT,
    ...more,
  });
