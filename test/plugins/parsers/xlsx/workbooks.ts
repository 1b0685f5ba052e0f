import type { ParsedDocument } from '../../../../core/document/parsed.ts';
import { plugin } from '../../../../plugins/parsers/xlsx.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { makeZip } from '../../../core/sniff/containers.ts';
import { outline } from '../outline.ts';

export type SheetXml = {
  readonly name: string;
  /** What stands in <sheetData>. */
  readonly data: string;
  readonly before?: string;
  /** Elements after the cells: mergeCells, autoFilter, hyperlinks, headerFooter. */
  readonly after?: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly kind?: 'chartsheet';
  /** Type (last word), target and, for links, TargetMode of the sheet's relationships: rId1, rId2, … */
  readonly relationships?: readonly (readonly [type: string, target: string, external?: true])[];
};

export type WorkbookXml = {
  readonly sheets: readonly SheetXml[];
  readonly strings?: readonly string[];
  /** Format codes of the styles 1, 2, …; style 0 is General. A code that begins with "b:" is bold as well. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  readonly parts?: readonly (readonly [name: string, xml: string])[];
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const relationshipsXml = (
  relationships: readonly (readonly [type: string, target: string, external?: true])[],
): string =>
  `<Relationships>${relationships
    .map(
      ([type, target, external], index) =>
        `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

const stylesXml = (formats: readonly string[]): string => {
  const codes = formats.map((code) => code.replace(/^b:/, ''));
  const numFmts = codes.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(code)}"/>`);
  const xfs = formats.map(
    (code, index) => `<xf numFmtId="${200 + index}" fontId="${code.startsWith('b:') ? 1 : 0}" applyNumberFormat="1"/>`,
  );
  return `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts.join('')}</numFmts><fonts><font/><font><b/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/>${xfs.join('')}</cellXfs></styleSheet>`;
};

/** An .xlsx file of these parts, as a spreadsheet program would write it. */
export const makeXlsx = ({
  sheets,
  strings = [],
  formats = [],
  date1904 = false,
  parts = [],
}: WorkbookXml): Uint8Array => {
  const tabs = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  return makeZip([
    ['[Content_Types].xml', '<Types/>'],
    ['_rels/.rels', relationshipsXml([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${tabs.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationshipsXml([
        ...sheets.map(({ kind = 'worksheet' }, index) => [kind, `worksheets/sheet${index + 1}.xml`] as const),
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`],
    ['xl/styles.xml', stylesXml(formats)],
    ...sheets.flatMap(({ data, before = '', after = '', relationships = [] }, index) => [
      [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`,
      ] as const,
      [`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationshipsXml(relationships)] as const,
    ]),
    ...parts,
  ]);
};

const letter = (column: number): string => String.fromCharCode(65 + column);

/** Rows of values from A1 on, numbers as numbers and all else as inline strings; null leaves a cell out. */
export const rowsXml = (
  rows: readonly (readonly (string | number | null)[])[],
  styles: readonly number[] = [],
): string =>
  rows
    .map((cells, row) => {
      const xml = cells.map((value, column) => {
        const style = styles[row] === undefined ? '' : ` s="${styles[row]}"`;
        const at = `r="${letter(column)}${row + 1}"${style}`;
        if (value === null) return '';
        return typeof value === 'number'
          ? `<c ${at}><v>${value}</v></c>`
          : `<c ${at} t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
      });
      return `<row r="${row + 1}">${xml.join('')}</row>`;
    })
    .join('');

export const fees = [
  ['Service', 'Unit', 'Price'],
  ['Hosting', 'month', 1200],
  ['Support', 'hour', 95.5],
  ['Backup', 'GB', 0.04],
] as const;

/** Reads a workbook of one sheet, which is named Sheet1 where nothing else is said. */
export const sheetOf = (sheet: Partial<SheetXml>, rest: Partial<WorkbookXml> = {}): Promise<ParsedDocument> =>
  parseWith(plugin, makeXlsx({ sheets: [{ name: 'Sheet1', data: '', ...sheet }], ...rest }));

export const outlineOf = async (sheet: Partial<SheetXml>, rest: Partial<WorkbookXml> = {}): Promise<string[]> =>
  outline(await sheetOf(sheet, rest));
