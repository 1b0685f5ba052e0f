import test from 'ava';
import type { Outcome } from '../../../../agents/retrieval/answer/outcome.ts';
import { openLibrary } from '../../../support/library.ts';
import { tableDocument } from '../../../support/table.ts';
import { lease, river } from '../documents.ts';

const names = ['Backup of servers', 'Helpdesk', 'Network monitoring', 'Printer upkeep', 'Licence of the firewall'];
const fees = tableDocument('Fees', [
  ['Service', 'Quantity', 'Unit price', 'Payable from'],
  ...names.map((name, index) => [name, String(index + 2), `EUR ${110 + index * 35}.00`, `2026-0${index + 3}-01`]),
  // Enough rows that the names of the columns stand in another passage than the last of them.
  ...Array.from({ length: 60 }, (_, index) => [
    `Workstation ${index + 100}`,
    '1',
    `EUR ${20 + index}.00`,
    '2026-09-01',
  ]),
  ['Archive of tapes', '4', 'EUR 987.00', '2026-12-01'],
]);

test('a question about a cell is answered by its row, under the names of its columns', async (t) => {
  const { call } = await openLibrary(t, { fees, lease, river });
  for (const [question, cell, address] of [
    ['What is the unit price of the helpdesk?', 'EUR 145.00', 'Fees!C3'],
    ['From when is network monitoring payable?', '2026-05-01', 'Fees!D4'],
    ['What is the unit price of the archive of tapes?', 'EUR 987.00', 'Fees!C67'],
  ] as const) {
    const { answered, answer, citations } = await call<Outcome>('ask', { question });
    t.true(answered, question);
    const [first] = citations;
    t.is(first?.document_id, 'fees', question);
    t.is(first?.quote, fees.text.slice(first?.start, first?.end));
    const cells = first?.table_rows?.flat() ?? [];
    t.true(
      cells.some((each) => each.text === cell && each.address === address),
      `${question}: ${JSON.stringify(cells)}`,
    );
    t.regex(answer, new RegExp(`(?:Unit price|Payable from): ${cell.replace('.', '\\.')}`));
    t.regex(first?.range ?? '', /^Fees!A\d+(?::D\d+)?$/);
  }
});

test('a search result says what the columns are called and where its cells stand', async (t) => {
  const { call } = await openLibrary(t, { fees });
  const { results } = await call<{ results: { text: string; columns?: string; range?: string }[] }>('search', {
    text: 'archive of tapes',
  });
  t.true(results[0]?.text.includes('EUR 987.00'));
  t.is(results[0]?.columns, 'Service\tQuantity\tUnit price\tPayable from');
  t.regex(results[0]?.range ?? '', /^Fees!A\d+:D67$/);
});

test('what a table does not hold is not answered from it', async (t) => {
  const { call } = await openLibrary(t, { fees });
  t.false(
    (await call<Outcome>('ask', { question: 'What is the notice period of the firewall maintenance?' })).answered,
  );
});

test('a label and what it stands for are about the thing that its neighbours name', async (t) => {
  const details = tableDocument(
    'Invoice',
    [
      ['Invoice no.', 'NMS-2026-0417'],
      ['Invoice date', 'August 1, 2026'],
      ['Due date', 'August 31, 2026'],
      ['Purchase order', 'BI-PO-26-0188'],
    ],
    { header: false },
  );
  const { call } = await openLibrary(t, { details, lease, river });
  const { answered, answer } = await call<Outcome>('ask', { question: 'When is invoice 2026-0417 due?' });
  t.true(answered);
  t.regex(answer, /Due date: August 31, 2026/);
  t.notRegex(answer, /^Invoice no/);
});
