import { DossierError } from '../../../core/errors/error.ts';
import type { ParseLimits } from '../../../core/ports/parser.ts';
import { type CellCounter, cellCounter } from '../shared/sheets/cell-counter.ts';
import { type Formatter, type NumberFormats, numberFormats } from '../shared/sheets/number-format.ts';
import { cellText, type DeclaredTable, type Sheet, type Workbook } from '../shared/sheets/workbook.ts';
import { mergeComments, readNotes, readThreads } from './comments.ts';
import { readBoxes } from './drawings.ts';
import type { OfficePackage, Relationship } from './package.ts';
import { scanXml, unescapeXml } from './scan.ts';
import { readSheet } from './sheet.ts';
import { readSharedStrings } from './strings.ts';
import { type CellStyle, readStyles } from './styles.ts';
import { readTablePart } from './tables.ts';
import { readWorkbookParts, type SheetPart } from './workbook.ts';

type Shared = {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly formats: NumberFormats;
  readonly counter: CellCounter;
};

/** A workbook whose main part is XML. Throws `damaged`, `too_many_cells`. */
export const readXmlWorkbook = (
  file: OfficePackage,
  main: string,
  formatter: Formatter,
  limits: ParseLimits,
): Workbook => {
  const { sheets, date1904, sharedStrings, styles } = readWorkbookParts(file, main);
  if (sheets.length === 0) throw new DossierError('damaged');
  if (sheets.length > limits.maxPages) {
    throw new DossierError('too_many_pages', { pages: sheets.length, limit: limits.maxPages });
  }
  const shared = {
    strings: readSharedStrings(file.pieces(sharedStrings)),
    styles: readStyles(file.xml(styles)),
    formats: numberFormats(formatter, date1904),
    counter: cellCounter(limits.maxCells),
  };
  return { ...readTitle(file), sheets: sheets.map((part) => readSheetPart(file, part, shared)) };
};

export const readTitle = (file: OfficePackage): { title?: string } => {
  let inTitle = false;
  let title = '';
  scanXml(file.xml('docProps/core.xml'), {
    open: (name) => {
      inTitle = name === 'title';
    },
    close: () => {
      inTitle = false;
    },
    text: (raw) => {
      if (inTitle) title += unescapeXml(raw);
    },
  });
  const text = cellText(title).slice(0, MAX_TITLE).toWellFormed();
  return text === '' ? {} : { title: text };
};

const MAX_TITLE = 500;

const readSheetPart = (file: OfficePackage, { name, visibility, kind, part }: SheetPart, shared: Shared): Sheet => {
  if (kind === 'cells' && !file.has(part)) throw new DossierError('damaged');
  const relationships = part === '' ? [] : file.relationships(part);
  const xmlOf = (type: string): string[] =>
    relationships.filter((each) => each.type === type && !each.external).map(({ target }) => file.xml(target));
  const targets = new Map(
    relationships.flatMap(({ id, type, external, target }) => (type === 'hyperlink' && external ? [[id, target]] : [])),
  );
  const contents = readSheet(kind === 'cells' ? file.pieces(part) : [], { ...shared, targets });
  return {
    ...contents,
    name,
    visibility,
    kind: kind === 'cells' && contents.rows.length === 0 && isChart(file, relationships) ? 'chart' : kind,
    tables: withoutOverlaps(xmlOf('table').flatMap((table) => readTablePart(table) ?? [])),
    boxes: xmlOf('drawing').flatMap(readBoxes),
    comments: mergeComments(xmlOf('comments').flatMap(readNotes), xmlOf('threadedComment').flatMap(readThreads)),
  };
};

/** A sheet of cells on which nothing stands but a chart. */
const isChart = (file: OfficePackage, relationships: readonly Relationship[]): boolean =>
  relationships.some(
    ({ type, target }) =>
      type === 'drawing' && file.relationships(target).some((drawn) => drawn.type.startsWith('chart')),
  );

/** No cell is of two tables, whatever the file says. */
const withoutOverlaps = (tables: readonly DeclaredTable[]): DeclaredTable[] => {
  const kept: DeclaredTable[] = [];
  for (const table of tables) {
    const { top, left, bottom, right } = table.range;
    const overlaps = ({ range }: DeclaredTable): boolean =>
      range.top <= bottom && range.bottom >= top && range.left <= right && range.right >= left;
    if (!kept.some(overlaps)) kept.push(table);
  }
  return kept;
};
