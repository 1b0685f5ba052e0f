import type { Block } from '../../../core/document/parsed.ts';
import type { FoundDialect } from '../../../core/sniff/csv/dialect.ts';
import { type CsvRecord, csvRecords, type Field } from '../../../core/sniff/csv/records.ts';
import { valueKind } from '../../../core/sniff/csv/values.ts';
import { trimSpan } from '../shared/lines.ts';
import { columnLetters } from '../shared/sheets/address.ts';
import { cellCounter } from '../shared/sheets/cell-counter.ts';
import { headerRows } from '../shared/sheets/header.ts';
import type { SheetRow } from '../shared/sheets/workbook.ts';

const HEADER_SAMPLE = 60;
const NO_SPANS = (): number => 1;

/**
 * A block for each record, with the values that are not empty as its cells. Lines above the table and below it (titles,
 * comments, counts) are paragraphs. Throws `too_many_cells`.
 */
export const readCsv = (text: string, { dialect, columns, start }: FoundDialect, maxCells: number): Block[] => {
  const counter = cellCounter(maxCells);
  const records: CsvRecord[] = [];
  for (const record of csvRecords(text, dialect, start)) {
    for (const { charStart, charEnd } of record.fields) {
      if (charStart < charEnd) counter.filled();
      else counter.seen();
    }
    records.push(record);
  }
  const first = firstOfTable(text, records, columns);
  const last = lastOfTable(text, records, first, columns);
  const table = records.slice(first, last);
  const names = headerRows(
    table.slice(0, HEADER_SAMPLE).map((record, row) => rowOf(text, record, row)),
    NO_SPANS,
  );
  const line = ({ charStart, charEnd, fields }: CsvRecord): Block => {
    // A title that stands in the first column only is followed by delimiters that say nothing.
    const [only, second] = filledFields(fields);
    const span = only !== undefined && second === undefined ? only : { charStart, charEnd };
    return { kind: 'paragraph', page: 1, ...trimSpan(text, span.charStart, span.charEnd) };
  };
  return [
    ...(start > 0 ? [{ kind: 'page-header' as const, page: 1, ...trimSpan(text, 0, start) }] : []),
    ...records.slice(0, first).map(line),
    ...table.map(({ charStart, charEnd, index, fields }, row): Block => {
      const cells = fields.flatMap((field, column) => {
        if (field.charStart === field.charEnd) return [];
        return [{ ...field, column, columnSpan: 1, rowSpan: 1, address: `${columnLetters(column)}${index + 1}` }];
      });
      return { kind: 'table-row', page: 1, charStart, charEnd, table: 0, row, header: row < names, cells };
    }),
    ...records.slice(last).map(line),
  ];
};

const filledFields = (fields: readonly Field[]): Field[] =>
  fields.filter(({ charStart, charEnd }) => charStart < charEnd);

/**
 * The first of two records in a row that have as many columns as most, and more than a title in them. Below a record
 * without an empty value, which names the columns, one value is enough.
 */
const firstOfTable = (text: string, records: readonly CsvRecord[], columns: number): number => {
  const fits = (record: CsvRecord | undefined): boolean =>
    record?.fields.length === columns && filledFields(record.fields).length > 1;
  const isFull = ({ fields }: CsvRecord): boolean => filledFields(fields).length === columns;
  const goesOn = (record: CsvRecord, next: CsvRecord | undefined): boolean =>
    next === undefined ||
    fits(next) ||
    (isFull(record) && next.fields.length === columns && filledFields(next.fields).length > 0);
  const first = records.findIndex((record, index) => fits(record) && goesOn(record, records[index + 1]));
  if (first < 0) return 0;
  // A shorter line right above is the row of names of a table whose records end with an empty value.
  const above = records[first - 1];
  const named = above !== undefined && above.fields.length === columns - 1 && columns > 2 && !isComment(text, above);
  return named ? first - 1 : first;
};

const lastOfTable = (text: string, records: readonly CsvRecord[], first: number, columns: number): number => {
  let last = records.length;
  while (last > first + 1 && columns > 1 && records[last - 1]?.fields.length === 1) last -= 1;
  while (last > first + 1 && records[last - 1] !== undefined && isComment(text, records[last - 1] as CsvRecord))
    last -= 1;
  return last;
};

const isComment = (text: string, { charStart }: CsvRecord): boolean =>
  /^(?:#|\/\/)/.test(text.slice(charStart, charStart + 2));

const rowOf = (text: string, { fields }: CsvRecord, row: number): SheetRow => ({
  row,
  cells: fields.flatMap(({ charStart, charEnd }, column) => {
    const value = text.slice(charStart, charEnd).trim();
    return value === '' ? [] : [{ column, text: value, kind: valueKind(value), bold: false }];
  }),
});
