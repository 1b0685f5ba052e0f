import test from 'ava';
import { chunk, documentOf } from './documents.ts';

test('a passage of table rows says which they are, what their columns are called and where their cells stand', (t) => {
  const row = (cells: string[], header = false) => ({ kind: 'table-row', text: '', cells, header });
  const parsed = documentOf([
    { kind: 'paragraph', text: 'Prices of 2026.' },
    row(['Item', 'Price'], true),
    ...Array.from({ length: 120 }, (_, index) => row([`Part number ${index} of the machine`, `${index},50`])),
  ]);
  for (const block of parsed.blocks) {
    if (block.kind !== 'table-row') continue;
    for (const cell of block.cells) cell.address = `Prices!${'AB'.charAt(cell.column)}${block.row}`;
  }
  const passages = chunk(parsed);
  t.true(passages.length > 2);
  let next = 2;
  for (const passage of passages) {
    t.is(passage.columns, parsed.text.slice(parsed.blocks[1]?.charStart, parsed.blocks[1]?.charEnd));
    const rows = passage.rows ?? [];
    t.true(rows.length > 1);
    for (const { start, end } of rows) {
      t.true(start >= passage.charStart && end <= passage.charEnd);
      t.regex(parsed.text.slice(start, end), new RegExp(`^Part number ${next - 2} of the machine\t${next - 2},50`));
      next += 1;
    }
    const first = next - rows.length === 2 ? 1 : next - rows.length;
    t.is(passage.range, `Prices!A${first}:B${next - 1}`);
  }
  t.is(next, 122);
});

test('prose carries nothing of tables', (t) => {
  const [passage] = chunk(documentOf([{ kind: 'paragraph', text: 'The rent is due.' }]));
  t.false('rows' in (passage ?? {}) || 'columns' in (passage ?? {}) || 'range' in (passage ?? {}));
});
