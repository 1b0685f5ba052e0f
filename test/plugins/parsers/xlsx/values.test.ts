import test from 'ava';
import { warningCodes } from '../outline.ts';
import { outlineOf, sheetOf } from './workbooks.ts';

test('numbers as they are shown', async (t) => {
  const formats = [
    '#,##0.00 "USD"',
    '0.0%',
    '#,##0.00;[Red](#,##0.00)',
    '00000',
    '[h]:mm',
    '[$€-407] #,##0.00',
    '"No. "@',
  ];
  const cell = (value: number, style: number) => `<row><c s="${style}"><v>${value}</v></c></row>`;
  const data = `${cell(1234.5, 1)}${cell(0.075, 2)}${cell(-1234.5, 3)}${cell(42, 4)}${cell(1.75, 5)}${cell(9, 6)}<row><c s="7" t="inlineStr"><is><t>17</t></is></c></row>${cell(0.1 + 0.2, 0)}${cell(123456789012345, 0)}<row><c t="b"><v>1</v></c></row><row><c t="e"><v>#REF!</v></c></row>`;
  t.deepEqual(
    (await outlineOf({ data }, { formats })).map((line) => line.replace('paragraph: ', '')),
    [
      '1,234.50 USD',
      '7.5%',
      '(1,234.50)',
      '00042',
      '42:00',
      '€ 9.00',
      'No. 17',
      '0.3',
      '123456789012345',
      'TRUE',
      '#REF!',
    ],
  );
});

test('dates that say one thing to every reader are as shown; all others are given as in ISO 8601, with their year', async (t) => {
  const formats = [
    'dd/mm/yyyy',
    'd mmmm yyyy',
    'mmm d, yyyy',
    'yyyy-mm-dd',
    'd-mmm-yy',
    'd-mmm',
    'mmm-yy',
    'm/d/yy h:mm',
    'h:mm AM/PM',
    '[$-407]d. mmmm yyyy',
    'dddd, mmmm dd, yyyy',
    'yyyy',
  ];
  const data = formats.map((_, index) => `<row><c s="${index + 1}"><v>45385.604166667</v></c></row>`).join('');
  const shown = async (date1904: boolean) =>
    (await outlineOf({ data }, { formats, date1904 })).map((line) => line.replace('paragraph: ', ''));
  t.deepEqual(await shown(false), [
    '2024-04-03',
    '3 April 2024',
    'Apr 3, 2024',
    '2024-04-03',
    '2024-04-03',
    '2024-04-03',
    '2024-04',
    '2024-04-03 14:30',
    '2:30 PM',
    '2024-04-03',
    'Wednesday, April 03, 2024',
    '2024',
  ]);
  t.deepEqual((await shown(true)).slice(0, 2), ['2028-04-04', '4 April 2028']);
});

test('text: shared, rich, inline, of formulas; escapes, pronunciations and line ends inside cells', async (t) => {
  const strings = [
    '<t>plain &amp; simple</t>',
    '<r><t xml:space="preserve">one </t></r><r><rPr><b/></rPr><t>two</t></r>',
    '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
    '<t>a_x000D_\nb&#x9;c &#128077;</t>',
  ];
  const data = `${strings.map((_, index) => `<row><c t="s"><v>${index}</v></c></row>`).join('')}<row><c t="str"><f>A1&amp;"x"</f><v>joined &lt;x&gt;</v></c></row><row><c t="s"><v>99</v></c></row><row><c t="inlineStr"><is><t><![CDATA[<b>&amp;]]></t></is></c></row>`;
  t.deepEqual(
    (await outlineOf({ data }, { strings })).map((line) => line.replace(/^\w+(?: 2)?: /, '')),
    ['plain & simple', 'one two', '東京', 'a b c 👍', 'joined <x>', '<b>&amp;'],
  );
});

test('formulas that were never calculated are said to be missing; formulas are not carried out', async (t) => {
  const data =
    '<row><c t="inlineStr"><is><t>=1+1|calc</t></is></c><c><f>1+1</f></c><c><f>SUM(A1)</f><v>7</v></c></row>';
  const document = await sheetOf({ data });
  t.is(document.text, '=1+1|calc\t7');
  t.deepEqual(warningCodes(document), ['formula-without-result']);
});
