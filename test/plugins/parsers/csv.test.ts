import test from 'ava';
import { encodeAs } from '../../../bench/encodings/encode.ts';
import { sniff } from '../../../core/sniff/sniff.ts';
import { plugin } from '../../../plugins/parsers/csv.ts';
import { parseLimits, parseWith, testParser } from '../../contracts/parser.ts';
import { bytesOf } from '../../support/bytes.ts';
import { outline } from './outline.ts';

const outlineOf = async (text: string): Promise<string[]> => outline(await parseWith(plugin, bytesOf(text)));
const FEES = 'Service,Unit,Price\nHosting,month,1200\nSupport,hour,95.50\nBackup,GB,0.04\n';

testParser(test, {
  plugin,
  module: new URL('../../../plugins/parsers/csv.ts', import.meta.url).href,
  sample: { name: 'fees.csv', bytes: () => bytesOf(`${FEES}"日本, 👍",each,5\n`) },
});

test('the text is the file; a line is a row, a value a cell with the address that a spreadsheet shows', async (t) => {
  const { text, blocks } = await parseWith(plugin, bytesOf(`\uFEFF${FEES}`));
  t.is(text, FEES);
  const row = blocks[2];
  t.is(row?.kind, 'table-row');
  t.deepEqual(
    row?.kind === 'table-row'
      ? row.cells.map(({ charStart, charEnd, address }) => [text.slice(charStart, charEnd), address])
      : [],
    [
      ['Support', 'A3'],
      ['hour', 'B3'],
      ['95.50', 'C3'],
    ],
  );
});

test('delimiters are found, decimal commas and times are not taken for any', async (t) => {
  const rows = [
    'header 0.0: 0=Name | 1=Price | 2=Day',
    'row 0.1: 0=Pen | 1=1,50 | 2=10:30',
    'row 0.2: 0=Ink | 1=2,75 | 2=11:45',
  ];
  for (const delimiter of [';', '\t', '|']) {
    const lines = ['Name,Price,Day', 'Pen,1#50,10:30', 'Ink,2#75,11:45'];
    t.deepEqual(
      await outlineOf(lines.map((line) => line.replaceAll(',', delimiter).replace('#', ',')).join('\n')),
      rows,
    );
  }
  t.deepEqual((await outlineOf('root:x:0:0\ndaemon:x:1:1\nbin:x:2:2\n'))[1], 'row 0.1: 0=daemon | 1=x | 2=1 | 3=1');
  t.deepEqual((await outlineOf('sep=;\na,x;b\n1,5;2\n3,5;4\n')).slice(0, 2), [
    'page-header: sep=;',
    'header 0.0: 0=a,x | 1=b',
  ]);
});

test('quotes: with delimiters, line ends and quotes inside, single ones, backslashes', async (t) => {
  t.deepEqual(await outlineOf('id,name,note\r\n1,"Smith, John","said ""hi""\r\nand left"\r\n2, "Doe, Ann" ,\r\n'), [
    'header 0.0: 0=id | 1=name | 2=note',
    'row 0.1: 0=1 | 1=Smith, John | 2=said ""hi""\r\nand left',
    'row 0.2: 0=2 | 1=Doe, Ann',
  ]);
  t.is(
    (await outlineOf("id,name,note\n1,'Smith, John','x'\n2,'Doe, Ann','y'\n"))[1],
    'row 0.1: 0=1 | 1=Smith, John | 2=x',
  );
  t.is((await outlineOf('id,name\n1,"say \\"hi\\", then"\n2,"b"\n3,"c"\n'))[1], 'row 0.1: 0=1 | 1=say \\"hi\\", then');
});

test('a quote that is never closed, and inches, are ordinary characters', async (t) => {
  t.deepEqual(await outlineOf('a,b,c\n1,"open,3\n4,5,6\n7,8,9\n'), [
    'header 0.0: 0=a | 1=b | 2=c',
    'row 0.1: 0=1 | 1="open | 2=3',
    'row 0.2: 0=4 | 1=5 | 2=6',
    'row 0.3: 0=7 | 1=8 | 2=9',
  ]);
  t.is((await outlineOf('item,size\nscreen 24",big\ntv 55",huge\n'))[2], 'row 0.2: 0=tv 55" | 1=huge');
});

test('titles and comments above, counts below; ragged rows and delimiters at the end', async (t) => {
  const statement =
    'Account statement\n\n# exported 2024-05-01\nDate,Text,Amount\n2024-05-01,Rent,"-1,200.00"\n2024-05-02,Refund\n2024-05-03,Fee,-2.00,late\n2024-05-04,Fee,-2.00\n2 rows\n';
  t.deepEqual(await outlineOf(statement), [
    'paragraph: Account statement',
    'paragraph: # exported 2024-05-01',
    'header 0.0: 0=Date | 1=Text | 2=Amount',
    'row 0.1: 0=2024-05-01 | 1=Rent | 2=-1,200.00',
    'row 0.2: 0=2024-05-02 | 1=Refund',
    'row 0.3: 0=2024-05-03 | 1=Fee | 2=-2.00 | 3=late',
    'row 0.4: 0=2024-05-04 | 1=Fee | 2=-2.00',
    'paragraph: 2 rows',
  ]);
  t.deepEqual((await outlineOf('Cups,,\nTeam,Town,Won\nBlues,STL,1\nLeafs,TOR,13\n')).slice(0, 2), [
    'paragraph: Cups',
    'header 0.0: 0=Team | 1=Town | 2=Won',
  ]);
  t.is((await outlineOf('a,b,c,\n1,2,3,\n4,5,6,\n'))[1], 'row 0.1: 0=1 | 1=2 | 2=3');
});

test('names of columns are measured', async (t) => {
  t.true((await outlineOf('1,2,3\n4,5,6\n7,8,9\n')).every((line) => line.startsWith('row')));
  t.true((await outlineOf('Ann,Paris,blue\nBob,Rome,green\nCy,Oslo,red\n')).every((line) => line.startsWith('row')));
  t.is((await outlineOf('Employee,Start\nAnn,2024-01-05\nBob,2023-07-01\n'))[0], 'header 0.0: 0=Employee | 1=Start');
});

test('every line end, and encodings before Unicode', async (t) => {
  for (const end of ['\n', '\r\n', '\r']) t.is((await outlineOf(['a,b', '1,2', '3,4'].join(end))).length, 3);
  const russian = 'Имя;Город;Сумма\nАнна;Москва;10,5\nПётр;Тверь;20\n';
  t.is((await parseWith(plugin, encodeAs('windows-1251', russian))).text, russian);
  const excel = Buffer.from(`\uFEFF${russian.replaceAll(';', '\t')}`, 'utf16le');
  t.is(outline(await parseWith(plugin, new Uint8Array(excel)))[1], 'row 0.1: 0=Анна | 1=Москва | 2=10,5');
});

test('prose under the name of a table is read as prose', async (t) => {
  const prose = 'This is a letter, written in haste, to you.\n\nIt goes on, and on.\n\nIt ends here.\n';
  t.deepEqual(await outlineOf(prose), [
    'paragraph: This is a letter, written in haste, to you.',
    'paragraph: It goes on, and on.',
    'paragraph: It ends here.',
  ]);
});

test('without the name of a table only what is one beyond doubt is taken for it', (t) => {
  const typeOf = (text: string, name: string): string => sniff(bytesOf(text), name).mediaType;
  for (const name of ['fees', 'fees.txt', 'export.xls']) t.is(typeOf(FEES, name), 'text/csv');
  t.is(typeOf('Name\tQty\nPen\t1\nInk\t2\nPad\t3\n', 'a.txt'), 'text/csv');
  const long = `${FEES}${'Hosting,month,1200\n'.repeat(5000)}`;
  t.is(typeOf(long, 'long'), 'text/csv');
  for (const text of [
    'Dear Ann, dear Bob, dear Cy,\nwe met, we talked, we agreed,\nthen, at last, we signed,\nhere, there, everywhere.\n',
    '12 Main St, Salem, Oregon\n13 Main St, Salem, Oregon\n14 Main St, Salem, Oregon\n15 Elm St, Salem, Oregon\n',
    '{"a":1,"b":2,"c":3}\n{"a":1,"b":2,"c":3}\n{"a":1,"b":2,"c":3}\n{"a":1,"b":2,"c":3}\n',
    '\tindented\n\tby\n\ta\n\ttab\n',
    'a,b,c\n1,2,3\n',
    'let a = 1;\nlet b = 2;\nlet c = 3;\nlet d = 4;\n',
    '1. One\n2. Two\n3. Three\n4. Four\n',
  ]) {
    t.is(typeOf(text, 'a.txt'), 'text/plain', text);
  }
});

test('too many cells are refused before they fill the memory; hostile quotes take no time', async (t) => {
  const limits = { ...parseLimits, maxCells: 1000 };
  await t.throwsAsync(parseWith(plugin, bytesOf('a,b\n'.repeat(600)), { limits }), { code: 'too_many_cells' });
  await t.throwsAsync(parseWith(plugin, bytesOf(`x${','.repeat(6000)}y\n`.repeat(2)), { limits }), {
    code: 'too_many_cells',
  });
  const started = process.cpuUsage();
  await parseWith(plugin, bytesOf(`a,b\n${'"x,'.repeat(200_000)}\n`), {
    limits: { ...parseLimits, maxCells: 10 ** 7 },
  });
  t.true(process.cpuUsage(started).user < 20_000_000);
});

test('names of columns stay names where the first row below them has empty values', async (t) => {
  t.deepEqual(await outlineOf('Position|Price\nChimney|\nCable|3,846.13\nWaste|5,039.51\n'), [
    'header 0.0: 0=Position | 1=Price',
    'row 0.1: 0=Chimney',
    'row 0.2: 0=Cable | 1=3,846.13',
    'row 0.3: 0=Waste | 1=5,039.51',
  ]);
});
