import { storedZip } from './zip.ts';

export type SheetCell = { readonly bold?: boolean } & (
  | { readonly text: string }
  | { readonly number: number; readonly format?: 'dollars' | 'percent' }
  /** ISO 8601 date, shown as "August 1, 2026". */
  | { readonly day: string }
);

export type WorkbookSheet = {
  readonly name: string;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** From the first row on; null leaves a cell empty. */
  readonly rows: readonly (readonly (SheetCell | null)[])[];
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const formats = ['dollars', 'percent', 'day'] as const;
const codes: Record<(typeof formats)[number], string> = {
  dollars: '"$"#,##0.00;-"$"#,##0.00',
  percent: '0.0%',
  day: 'mmmm d, yyyy',
};

/** A workbook as Excel (.xlsx) with amounts, dates and bold names. The same sheets give the same bytes. */
export function workbookXlsx(title: string, author: string, sheets: readonly WorkbookSheet[]): Uint8Array {
  const parts = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  return storedZip([
    ['[Content_Types].xml', typesXml(parts)],
    ['_rels/.rels', relationshipsXml([['officeDocument', 'xl/workbook.xml']], coreProperties)],
    ['docProps/core.xml', propertiesXml(title, author)],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationshipsXml([...parts.map((part) => ['worksheet', part] as const), ['styles', 'styles.xml']]),
    ],
    ['xl/styles.xml', stylesXml()],
    ...sheets.map((sheet, index) => [`xl/${parts[index]}`, sheetXml(sheet)] as const),
  ]);
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function sheetXml({ widths, rows }: WorkbookSheet): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map((cells, row) => {
    const filled = cells.map((cell, column) => (cell === null ? '' : cellXml(cell, column, row)));
    return cells.length === 0 ? '' : `<row r="${row + 1}">${filled.join('')}</row>`;
  });
  return `${declaration}<worksheet xmlns="${main}"><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: SheetCell, column: number, row: number): string {
  const at = `r="${String.fromCharCode(65 + column)}${row + 1}" s="${styleOf(cell)}"`;
  if ('text' in cell) return `<c ${at} t="inlineStr"><is><t>${escapeXml(cell.text)}</t></is></c>`;
  return `<c ${at}><v>${'day' in cell ? serialOf(cell.day) : cell.number}</v></c>`;
}

/** Days since December 30, 1899: what spreadsheets count in, for dates after February 1900. */
const serialOf = (iso: string): number => (Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

/** Styles come in pairs, plain and bold: without a format, then one pair for each format. */
function styleOf(cell: SheetCell): number {
  const format = 'day' in cell ? 'day' : 'number' in cell ? cell.format : undefined;
  const pair = format === undefined ? 0 : formats.indexOf(format) + 1;
  return pair * 2 + (cell.bold ? 1 : 0);
}

function stylesXml(): string {
  const firstOwn = 164;
  const numFmts = formats.map(
    (name, index) => `<numFmt numFmtId="${firstOwn + index}" formatCode="${escapeXml(codes[name])}"/>`,
  );
  const xfs = [0, ...formats.map((_, index) => firstOwn + index)].flatMap((id) =>
    [0, 1].map(
      (font) =>
        `<xf numFmtId="${id}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
    ),
  );
  const font = '<sz val="11"/><name val="Calibri"/>';
  return [
    `${declaration}<styleSheet xmlns="${main}"><numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts>`,
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`,
  ].join('');
}

const workbookXml = (sheets: readonly WorkbookSheet[]): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
    .map(({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets></workbook>`;

const coreProperties = `<Relationship Id="rIdCore" Type="${packageRelations}/metadata/core-properties" Target="docProps/core.xml"/>`;

const relationshipsXml = (targets: readonly (readonly [type: string, target: string])[], more = ''): string =>
  `${declaration}<Relationships xmlns="${packageRelations}">${targets
    .map(
      ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
    )
    .join('')}${more}</Relationships>`;

const propertiesXml = (title: string, author: string): string =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator></cp:coreProperties>`;

const typesXml = (parts: readonly string[]): string =>
  [
    `${declaration}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ...parts.map((part) => `<Override PartName="/xl/${part}" ContentType="${spreadsheet}.worksheet+xml"/>`),
    '</Types>',
  ].join('');
