/** Web pages and e-mail bodies with tables whose cells are known, and pages laid out by tables that are none. */
import type { TableFile } from '../table-file.ts';

const page = (body: string) => async (): Promise<Uint8Array> =>
  new TextEncoder().encode(
    `<!doctype html><html lang="en"><head><title>Fees</title></head><body><p>The fees are these.</p>${body}<p>They are due monthly.</p></body></html>`,
  );

const FEES = [
  ['Service', 'Unit', 'Price'],
  ['Heating', 'kWh', '0.31'],
  ['Lift', 'month', '45.50'],
];

const cells = (tag: 'td' | 'th', row: readonly string[]): string =>
  `<tr>${row.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;

const rows = FEES.map((row, index) => cells(index === 0 ? 'th' : 'td', row)).join('\n');
const boldHead = FEES.map((row, index) => cells('td', index === 0 ? row.map((text) => `<b>${text}</b>`) : row)).join(
  '',
);

export const tables: readonly TableFile[] = [
  { name: 'names by th', tables: [FEES], bytes: page(`<table>${rows}</table>`) },
  { name: 'names in bold, caption', tables: [FEES], bytes: page(`<table><caption>Fees</caption>${boldHead}</table>`) },
  {
    name: 'parts of the table, columns described',
    tables: [[...FEES, ['Sum', '', '45.81']]],
    bytes: page(
      `<table><colgroup><col><col span=2></colgroup><thead>${cells('th', FEES[0] ?? [])}</thead><tbody>${cells('td', FEES[1] ?? [])}${cells('td', FEES[2] ?? [])}</tbody><tfoot><tr><td colspan=2>Sum<td>45.81</tfoot></table>`,
    ),
  },
  {
    name: 'merged cells',
    tables: [
      [
        ['Year', 'Quarter', 'Costs', ''],
        ['', '', 'Heating', 'Water'],
        ['2025', 'Q1', '100', '20'],
        ['', 'Q2', '90', '25'],
      ],
    ],
    bytes: page(
      '<table><tr><th rowspan=2>Year<th rowspan=2>Quarter<th colspan=2>Costs<tr><th>Heating<th>Water<tr><td rowspan=0>2025<td>Q1<td>100<td>20<tr><td>Q2<td>90<td>25</table>',
    ),
  },
  {
    name: 'cells of several lines, lists, links and fields, some empty',
    tables: [
      [
        ['Party', 'Duty', 'Done'],
        ['Landlord', 'Hands over keys and papers', '☒'],
        ['', 'Reads the meters', ''],
        ['Tenant', 'Pays Insures', 'yes'],
      ],
    ],
    bytes: page(
      '<table><tr><th>Party<th>Duty<th>Done<tr><td>Landlord<td><p>Hands over keys</p><p>and papers</p><td><input type=checkbox checked>' +
        '<tr><td><td>Reads<br>the <a href="https://a.example/">meters</a><td>&nbsp;<tr><td>Tenant<td><ul><li>Pays<li>Insures</ul><td><select><option>no<option selected>yes</select></table>',
    ),
  },
  {
    name: 'a table in a cell',
    tables: [
      [
        ['Floor', 'Rooms', 'Use'],
        ['Ground', 'Hall 12 Study 9', 'Office'],
      ],
    ],
    bytes: page(
      '<table><tr><th>Floor<th>Rooms<th>Use<tr><td>Ground<td><table><tr><td>Hall<td>12<tr><td>Study<td>9</table><td>Office</table>',
    ),
  },
  {
    name: 'hidden rows and cells',
    tables: [FEES],
    bytes: page(
      `<table>${rows}<tr hidden><td>Secret<td>x<td>1</tr><tr style="display:none"><td>Secret<td>x<td>1</table>`,
    ),
  },
  {
    name: 'an e-mail laid out by tables',
    tables: [FEES],
    bytes: page(
      `<table role=presentation><tr><td><table><tr><td style="font-size:0"><div style="font-size:14px">Dear Ms Lee,</div></td></tr></table></td></tr><tr><td><table border=1>${rows}</table></td></tr></table>`,
    ),
  },
  {
    name: 'no table: columns of a page',
    tables: [],
    bytes: page(
      `<table><tr><td><p>${'The tenant pays the rent. '.repeat(70)}</p><td><p>${'The landlord keeps the house. '.repeat(70)}</p></table>`,
    ),
  },
  { name: 'no table: a framed remark', tables: [], bytes: page('<table border=1><tr><td>Note well.</table>') },
];
