import { rangeOf } from '../document/cell-range.ts';
import type { ParsedDocument } from '../document/parsed.ts';
import type { Passage, PassageRow } from '../document/passage.ts';
import { headersOf, isRow } from '../document/table.ts';
import type { Span } from '../text/span.ts';

/** Longest text of column names that a passage carries along, UTF-16 code units. */
const MAX_NAMES = 1000;

type TablesIn = Pick<Passage, 'rows' | 'columns' | 'range'>;

/** What a passage says of tables: which rows of them it holds, cut to it, and what their columns are called. */
export const tablesOf = (parsed: ParsedDocument): ((passage: Span) => TablesIn) => {
  const rows = parsed.blocks.filter(isRow).toSorted((a, b) => a.charStart - b.charStart);
  if (rows.length === 0) return () => ({});
  const headers = headersOf(parsed, new Set(rows.map(({ table }) => table)));
  // Passages come in the order of the text, and so do rows: each passage goes on where the one before it ended.
  let next = 0;
  return ({ start, end }) => {
    while (next < rows.length && (rows[next]?.charEnd ?? 0) <= start) next += 1;
    const found: PassageRow[] = [];
    const tables = new Set<number>();
    const addresses: string[] = [];
    for (let at = next; at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined || row.charStart >= end) break;
      tables.add(row.table);
      for (const { address, charStart, charEnd } of row.cells) {
        if (address !== undefined && charStart < end && charEnd > start) addresses.push(address);
      }
      if (row.header) continue;
      const span = { start: Math.max(start, row.charStart), end: Math.min(end, row.charEnd) };
      found.push({ ...span, named: headers.has(row.table) });
    }
    const range = rangeOf(addresses);
    const place = range === undefined ? {} : { range };
    if (found.length === 0) return place;
    const names = [...tables].flatMap((table) => headers.get(table) ?? []);
    const columns = names.map(({ charStart, charEnd }) => parsed.text.slice(charStart, charEnd)).join('\n');
    return { rows: found, ...place, ...(columns === '' ? {} : { columns: cut(columns) }) };
  };
};

/** Never inside a character. */
const cut = (text: string): string => {
  const end = text.charCodeAt(MAX_NAMES - 1) >>> 10 === 0x36 ? MAX_NAMES - 1 : MAX_NAMES;
  return text.slice(0, end);
};
