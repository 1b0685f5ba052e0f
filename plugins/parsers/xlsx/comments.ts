import { parseAddress } from '../shared/sheets/address.ts';
import { type CellComment, cellText } from '../shared/sheets/workbook.ts';
import { scanXml, unescapeXml, xmlAttribute } from './scan.ts';
import { richText } from './strings.ts';

/** Notes at cells ([ECMA-376] Part 1, 18.7). */
export const readNotes = (xml: string): CellComment[] => readTexts(xml, 'comment');

/** Conversations at cells ([MS-XLSX] 2.1.54 threadedComment), an answer after what it answers. */
export const readThreads = (xml: string): CellComment[] => readTexts(xml, 'threadedComment');

const readTexts = (xml: string, element: string): CellComment[] => {
  const found: CellComment[] = [];
  const rich = richText();
  let place: { row: number; column: number } | undefined;
  let plain = '';
  let inText = false;
  scanXml(xml, {
    open: (name, attributes, empty) => {
      if (name === element) place = parseAddress(xmlAttribute(attributes, 'ref') ?? '');
      else if (name === 'text') inText = true;
      else rich.open(name, attributes, empty);
    },
    text: (raw) => {
      rich.text(raw);
      if (inText) plain += unescapeXml(raw);
    },
    close: (name) => {
      rich.close(name);
      if (name === 'text') inText = false;
      if (name !== element) return;
      const runs = rich.take();
      const text = runs === '' ? cellText(plain) : runs;
      if (place !== undefined && text !== '') found.push({ ...place, text });
      plain = '';
    },
  });
  return found;
};

/** Both kinds by their cells. A conversation is also kept as a note, with words about programs that cannot show it. */
export const mergeComments = (notes: readonly CellComment[], threads: readonly CellComment[]): CellComment[] => {
  const threaded = new Set(threads.map(({ row, column }) => `${row}:${column}`));
  const kept = notes.filter(({ row, column }) => !threaded.has(`${row}:${column}`));
  return [...kept, ...threads].sort((a, b) => a.row - b.row || a.column - b.column);
};
