import test from 'ava';
import { plugin } from '../../../../plugins/parsers/xlsx.ts';
import { parseLimits, parseWith } from '../../../contracts/parser.ts';
import { makeXlsx, rowsXml, sheetOf } from './workbooks.ts';

test('a huge stated size with two cells is read at once; too many cells are refused, empty or not', async (t) => {
  const data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
  const merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
  const started = process.cpuUsage();
  const { text } = await sheetOf({ data, before: '<dimension ref="A1:XFD1048576"/>', after: merged });
  t.is(text, '1\n\n2');
  t.true(process.cpuUsage(started).user < 5_000_000);
  const limits = { ...parseLimits, maxCells: 100 };
  const filled = makeXlsx({ sheets: [{ name: 'a', data: `<row>${'<c><v>1</v></c>'.repeat(101)}</row>` }] });
  await t.throwsAsync(parseWith(plugin, filled, { limits }), { code: 'too_many_cells' });
  const empty = (times: number) => makeXlsx({ sheets: [{ name: 'a', data: `<row>${'<c/>'.repeat(times)}</row>` }] });
  t.is((await parseWith(plugin, empty(300), { limits })).text, '');
  await t.throwsAsync(parseWith(plugin, empty(600), { limits }), { code: 'too_many_cells' });
});

test('a few shared strings that are repeated without end are too much text', async (t) => {
  const data = `<row>${'<c t="s"><v>0</v></c>'.repeat(1000)}</row>`;
  const strings = [`<t>${'x'.repeat(30_000)}</t>`];
  await t.throwsAsync(sheetOf({ data }, { strings }), { code: 'too_much_text' });
});

test('names that mean something to a program are only names; entities are not carried out', async (t) => {
  const data = rowsXml([
    ['__proto__', 'constructor'],
    ['toString', '=HYPERLINK("file:///etc/passwd")'],
  ]);
  const document = await sheetOf({ name: '__proto__', data });
  t.is(document.pages[0]?.label, '__proto__');
  t.true(document.text.includes('=HYPERLINK("file:///etc/passwd")'));
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
  const strings = ['<t>&b;&b;</t>'];
  const entity = await parseWith(
    plugin,
    makeXlsx({ sheets: [{ name: 'x', data: `${bomb}<row><c t="s"><v>0</v></c></row>` }], strings }),
  );
  t.true(entity.text.endsWith('&b;&b;'));
});

test('a sheet that ends in the middle, or is not there, is damaged', async (t) => {
  await t.throwsAsync(sheetOf({ data: '<row><c><v>1</v></c></row><!--' }), { code: 'damaged' });
  await t.throwsAsync(sheetOf({ data: '<row r="99999999"><c><v>1</v></c></row>' }), { code: 'damaged' });
  await t.throwsAsync(sheetOf({ data: '<row><c r="ZZZZ1"><v>1</v></c></row>' }), { code: 'damaged' });
  const many = Array.from({ length: 3 }, (_, index) => ({ name: `s${index}`, data: '' }));
  const limits = { ...parseLimits, maxPages: 2 };
  await t.throwsAsync(parseWith(plugin, makeXlsx({ sheets: many }), { limits }), { code: 'too_many_pages' });
});
