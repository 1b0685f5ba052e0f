import { type ParsedDocument, parsedDocumentSchema } from '../../core/document/parsed.ts';

/** A sheet as a parser gives it: the first row names the columns, unless that is said not to be so. */
export const tableDocument = (
  sheet: string,
  rows: readonly (readonly string[])[],
  { header = true }: { readonly header?: boolean } = {},
): ParsedDocument => {
  let text = '';
  const blocks = rows.map((cells, row) => {
    if (row > 0) text += '\n';
    const charStart = text.length;
    const placed = cells.map((cell, column) => {
      if (column > 0) text += '\t';
      const from = text.length;
      text += cell;
      return {
        column,
        charStart: from,
        charEnd: text.length,
        address: `${sheet}!${'ABCDEFGH'.charAt(column)}${row + 1}`,
      };
    });
    return {
      kind: 'table-row',
      page: 1,
      table: 0,
      row,
      header: header && row === 0,
      charStart,
      charEnd: text.length,
      cells: placed,
    };
  });
  const pages = [{ number: 1, charStart: 0, charEnd: text.length, label: sheet }];
  return parsedDocumentSchema.parse({ text, pages, blocks });
};
