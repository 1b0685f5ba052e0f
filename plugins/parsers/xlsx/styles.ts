import { GENERAL } from '../shared/sheets/number-format.ts';
import { scanXml, xmlAttribute, xmlFlag } from './scan.ts';

/** What is used of a cell's style. */
export type CellStyle = { readonly format: string; readonly bold: boolean };

/**
 * Built-in formats that a file names by number only. Number 14 and those of East Asia are dates in the reader's own
 * order; what is missing here is General. ([ECMA-376] Part 1, 18.8.30)
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0_);\\("$"#,##0\\)',
  6: '"$"#,##0_);[Red]\\("$"#,##0\\)',
  7: '"$"#,##0.00_);\\("$"#,##0.00\\)',
  8: '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '#,##0;(#,##0);"-"',
  42: '"$"#,##0;("$"#,##0);"$-"',
  43: '#,##0.00;(#,##0.00);"-"',
  44: '"$"#,##0.00;("$"#,##0.00);"$-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};
const EAST_ASIAN_DATES = new Set([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

const builtIn = (id: number): string => BUILT_IN[id] ?? (EAST_ASIAN_DATES.has(id) ? 'm/d/yyyy' : GENERAL);

/** Styles by the number that a cell's `s` gives. */
export const readStyles = (xml: string): readonly CellStyle[] => {
  const formats = new Map<number, string>();
  const bold: boolean[] = [];
  const styles: CellStyle[] = [];
  const open: string[] = [];
  scanXml(xml, {
    open: (name, attributes) => {
      const parent = open.at(-1);
      open.push(name);
      if (name === 'numFmt' && parent === 'numFmts') {
        formats.set(Number(xmlAttribute(attributes, 'numFmtId')), xmlAttribute(attributes, 'formatCode') ?? GENERAL);
      } else if (name === 'font' && parent === 'fonts') bold.push(false);
      else if (name === 'b' && parent === 'font' && bold.length > 0)
        bold[bold.length - 1] = xmlFlag(attributes, 'val', true);
      else if (name === 'xf' && parent === 'cellXfs') {
        const id = Number(xmlAttribute(attributes, 'numFmtId') ?? 0);
        const font = Number(xmlAttribute(attributes, 'fontId') ?? 0);
        styles.push({ format: formats.get(id) ?? builtIn(id), bold: bold[font] ?? false });
      }
    },
    close: () => {
      open.pop();
    },
  });
  return styles;
};
