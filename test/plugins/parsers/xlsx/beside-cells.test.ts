import test from 'ava';
import { plugin } from '../../../../plugins/parsers/xlsx.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { outline, warningCodes } from '../outline.ts';
import { makeXlsx, rowsXml, type SheetXml, sheetOf } from './workbooks.ts';

test('hidden sheets, rows, columns and values are read, and said to be hidden', async (t) => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
  const read = async (sheet: Partial<SheetXml>, formats: readonly string[] = []) => {
    const document = await sheetOf({ data: rows, ...sheet }, { formats });
    return [document.text.replace(/\s+/g, ' '), ...warningCodes(document)];
  };
  t.deepEqual(await read({ state: 'hidden' }), ['1 2', 'hidden-sheet']);
  t.deepEqual(await read({ state: 'veryHidden' }), ['1 2', 'hidden-sheet']);
  t.deepEqual(await read({ before: '<cols><col min="2" max="2" hidden="1"/></cols>' }), ['1 2', 'hidden-cells']);
  t.deepEqual(await read({ data: rows.replace('<row r="1"', '<row r="1" hidden="1"') }), ['1 2', 'hidden-cells']);
  t.deepEqual(await read({ data: '<row><c s="1"><v>5</v></c></row>' }, [';;;']), ['5', 'hidden-cells']);
  t.deepEqual(await read({}), ['1 2']);
});

test('comments, conversations, text boxes, what is printed around the cells, links', async (t) => {
  const document = await sheetOf(
    {
      name: 'Fees',
      data: rowsXml([
        ['Hosting', 'see'],
        ['Support', 1],
      ])
        .replace('<is><t>see</t></is>', '<f>HYPERLINK("https://example.com/x","see")</f><v>see</v>')
        .replace('t="inlineStr"><f>', 't="str"><f>'),
      after:
        '<hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="A2" r:id="rId2"/></hyperlinks><headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"Confidential&amp;RPage &amp;P of &amp;N</oddHeader><oddFooter>&amp;CDraft 3</oddFooter></headerFooter>',
      relationships: [
        ['hyperlink', 'https://example.com/hosting', true],
        ['hyperlink', 'javascript:alert(1)', true],
        ['comments', '../comments1.xml'],
        ['threadedComment', '../threads1.xml'],
        ['drawing', '../drawings/drawing1.xml'],
      ],
    },
    {
      parts: [
        [
          'xl/comments1.xml',
          '<comments><commentList><comment ref="B1"><text><r><t>Ask Ann</t></r></text></comment><comment ref="B2"><text><t>[Threaded comment]</t></text></comment></commentList></comments>',
        ],
        [
          'xl/threads1.xml',
          '<ThreadedComments><threadedComment ref="B2"><text>Is it net?</text></threadedComment><threadedComment ref="B2"><text>Yes.</text></threadedComment></ThreadedComments>',
        ],
        [
          'xl/drawings/drawing1.xml',
          '<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>Late fee: </a:t></a:r><a:r><a:t>1%</a:t></a:r></a:p><a:p><a:r><a:t>a month</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
        ],
      ],
    },
  );
  t.deepEqual(outline(document), [
    'page-header: Confidential',
    'heading 1: Fees',
    'row 0.0: 0=Hosting | 1=see',
    'row 0.1: 0=Support | 1=1',
    'paragraph: Late fee: 1% a month',
    'comment: B1: Ask Ann',
    'comment: B2: Is it net?',
    'comment: B2: Yes.',
    'page-footer: Draft 3',
  ]);
  t.deepEqual(
    document.links.map(({ charStart, charEnd, target }) => [document.text.slice(charStart, charEnd), target]),
    [
      ['Hosting', 'https://example.com/hosting'],
      ['see', 'https://example.com/x'],
    ],
  );
});

test('sheets without cells: a chart is said to be one, an empty sheet is an empty page', async (t) => {
  const bytes = makeXlsx({
    sheets: [
      { name: 'Figures', data: rowsXml([['only this']]) },
      { name: 'Chart', data: '', kind: 'chartsheet' },
      { name: 'Empty', data: '' },
    ],
  });
  const document = await parseWith(plugin, bytes);
  t.deepEqual(warningCodes(document), ['chart-sheet']);
  t.regex(document.warnings[0]?.message ?? '', /"Chart"/);
  t.deepEqual(
    document.pages.map(({ label, charStart, charEnd }) => [label, document.text.slice(charStart, charEnd)]),
    [
      ['Figures', 'Figures\n\nonly this'],
      ['Chart', ''],
      ['Empty', ''],
    ],
  );
});
