import test from 'ava';
import { plugin } from '../../../plugins/parsers/html.ts';
import { parseWith, testParser } from '../../contracts/parser.ts';
import { bytesOf } from '../../support/bytes.ts';
import { outline, warningCodes } from './outline.ts';

const page = (body: string, head = ''): string => `<!doctype html><html lang="en"><head>${head}</head><body>${body}`;

testParser(test, {
  plugin,
  module: new URL('../../../plugins/parsers/html.ts', import.meta.url).href,
  sample: {
    name: 'policy.html',
    bytes: () =>
      bytesOf(page('<h1>Policy</h1><p>Everyone may travel by train, 👍.<ul><li>One</ul><table><tr><td>1<td>2')),
  },
});

const read = (html: string) => parseWith(plugin, bytesOf(html), { name: 'a.html' });
const outlineOf = async (body: string, head?: string): Promise<string[]> => outline(await read(page(body, head)));

test('title, language, headings, paragraphs; white space as it is rendered', async (t) => {
  const document = await read(
    page(
      '<h2>The \n  fee</h2>Loose <b>text</b>,<i>joined</i>.<p>One<br>two &amp;&nbsp;three<div>four</div>',
      '<title> A\nB </title>',
    ),
  );
  t.is(document.title, 'A B');
  t.is(document.language, 'en');
  t.deepEqual(outline(document), [
    'heading 2: The fee',
    'paragraph: Loose text,joined.',
    'paragraph: One\ntwo &\u00a0three',
    'paragraph: four',
  ]);
  t.is(document.text, 'The fee\n\nLoose text,joined.\n\nOne\ntwo &\u00a0three\n\nfour');
});

test('what no reader sees is not there', async (t) => {
  const hidden = [
    '<script>SECRET</script>',
    '<style>SECRET</style>',
    '<template>SECRET</template>',
    '<noscript>SECRET</noscript>',
    '<p hidden>SECRET</p>',
    '<p style="display: none">SECRET</p>',
    '<span style="color:red;visibility:hidden !important">SECRET</span>',
    '<span style="font-size:0px">SECRET</span>',
    '<div class="a off"><p>SECRET</div>',
    '<div id="gone">SECRET</div>',
    '<dialog>SECRET</dialog>',
    '<!-- SECRET -->',
    '<table><tr style="display:none"><td>SECRET<td>SECRET<tr><td>1<td hidden>SECRET<td>2</table>',
    '<ul><li hidden>SECRET</ul>',
  ];
  const head =
    '<style>/* x */ .off, #gone { color: red; display:none } @media print { .screen { display: none } }</style>';
  const document = await read(page(`${hidden.join('')}<p class="screen">Seen<p aria-hidden="true">Also seen`, head));
  t.notRegex(document.text, /SECRET/);
  t.deepEqual(outline(document), ['row 0.0: 0=1 | 1=2', 'paragraph: Seen', 'paragraph: Also seen']);
});

const codesOf = async (body: string, head?: string): Promise<string[]> => warningCodes(await read(page(body, head)));

test('text that is hidden by tricks is left out, with a warning', async (t) => {
  const tricks = [
    '<p hidden>SECRET',
    '<div style="max-height:0;overflow:hidden">SECRET</div>',
    '<div style="height:1px; width:1px; overflow:hidden; position:absolute">SECRET</div>',
    '<p style="position:absolute; left:-9999px">SECRET',
    '<p style="text-indent:-5000px">SECRET',
    '<span style="clip: rect(0 0 0 0); position:absolute">SECRET</span>',
    '<span style="clip-path:inset(50%)">SECRET</span>',
    '<div style="mso-hide:all">SECRET</div>',
    '<span style="font-size:1px">SECRET</span>',
    '<span style="color:#FFF">SECRET</span>',
    '<font color=white>SECRET</font>',
    '<span style="color:transparent">SECRET</span>',
    '<span style="color:rgba(0,0,0,0)">SECRET</span>',
    '<table><tr><td bgcolor="#003366"><span style="color:rgb(0, 51, 102)">SECRET</span><td>x<tr><td>1<td>2</table>',
    '<ul style="background:#eee"><li style="color:#eeeeee">SECRET</ul>',
  ];
  for (const trick of tricks) {
    t.notRegex((await read(page(`<p>Seen</p>${trick}`))).text, /SECRET/, trick);
    t.deepEqual(await codesOf(`<p>Seen</p>${trick}`), ['hidden-text'], trick);
  }
  t.deepEqual(await codesOf('<script>x</script><p hidden> </p><p>Seen'), []);
});

test('what looks like a trick and is none is read', async (t) => {
  for (const honest of [
    '<td style="font-size:0px"><div style="font-size:13px">READ</div></td>',
    '<table style="font-size:0"><tr><td style="font-size:1em"><p style="font-size:12pt">READ</table>',
    '<div style="background:#000"><p style="color:white">READ</div>',
    '<div style="color:#fff"><p style="color:#333">READ</div>',
    '<div style="background-image:url(x.png)"><p style="color:#fff">READ</div>',
    '<div style="background:linear-gradient(red, blue)"><p style="color:#fff">READ</div>',
    '<p style="max-height:20px; overflow:hidden; text-indent:-20px; margin-left:-8px">READ',
  ]) {
    const { text, warnings } = await read(page(honest));
    t.deepEqual([text, warnings], ['READ', []], honest);
  }
  const button = '<body bgcolor=white><p class=button><a style="color:#fff">READ</a>';
  t.is((await read(page(button, '<style>.button { background: navy }</style>'))).text, 'READ');
});

test('forms: what was typed, chosen and ticked, with the labels beside it', async (t) => {
  t.deepEqual(
    await outlineOf(
      '<form><p><label for=n>Name:</label><input id=n value=" Ann Lee "></p>' +
        '<p>Due <select><option>Weekly<option selected>Monthly</select></p><p><select><option disabled>Pick<option>First</select></p>' +
        '<div><input type=checkbox checked> Pets <input type=radio> Garden</div>' +
        '<p>Why<textarea>\nNoise at night</textarea></p><p>Empty <input></p>' +
        '<input type=hidden value=SECRET><input type=password value=SECRET><input type=submit value=Send>' +
        '<table><tr><td>Rent<td><input value=500><tr><td>Term<td>1</table></form>',
    ),
    [
      'form-field: Name: Ann Lee',
      'form-field: Due Monthly',
      'form-field: First',
      'form-field: ☒ Pets ☐ Garden',
      'form-field: Why Noise at night',
      'paragraph: Empty',
      'row 0.0: 0=Rent | 1=500',
      'row 0.1: 0=Term | 1=1',
    ],
  );
});

test('notes, quotations, words with their reading, hyphens that no one sees, text from right to left', async (t) => {
  t.deepEqual(
    await outlineOf(
      '<p>Price<sup><a href="#1" role=doc-noteref>1</a></sup> is <q>net</q> per Fahr\u00adrad.</p>' +
        '<p><ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp>京<rt>きょう</rt></ruby>に</p><p dir=rtl>مرحبا 12</p>' +
        '<details><summary>More</summary>Folded.</details>' +
        '<section class="footnotes"><ol><li><p>Without VAT. <a href="#r" class="footnote-back">↩</a></ol></section>' +
        '<aside role=doc-footnote>In EUR.</aside>',
    ),
    [
      'paragraph: Price1 is “net” per Fahrrad.',
      'paragraph: 東京(とうきょう)に',
      'paragraph: مرحبا 12',
      'paragraph: More',
      'paragraph: Folded.',
      'footnote: Without VAT.',
      'footnote: In EUR.',
    ],
  );
});

test('lists: levels, the numbers that a browser shows, several paragraphs in an item', async (t) => {
  t.deepEqual(
    await outlineOf(
      '<ol start=3><li>c<li><p>d</p><p>more</p><ul><li>below</ul><li value=9>i</ol><ol type=a><li>x</ol><ol type=I><li>y<li>z</ol><ol reversed><li>v<li>u</ol><dl><dt>Term<dd>Meaning</dl>',
    ),
    [
      'list-item 1 3.: c',
      'list-item 1 4.: d',
      'list-item 1: more',
      'list-item 2: below',
      'list-item 1 9.: i',
      'list-item 1 a.: x',
      'list-item 1 I.: y',
      'list-item 1 II.: z',
      'list-item 1 2.: v',
      'list-item 1 1.: u',
      'paragraph: Term',
      'list-item 1: Meaning',
    ],
  );
});

test('tables: rows of cells in the columns where they are seen, with the rows that name them', async (t) => {
  t.deepEqual(
    await outlineOf(
      '<table><caption>Fees</caption><thead><tr><th>Year<th>Month<th>Fee</thead><tr><th rowspan=2>2025<td>May<td>5<tr><td>June<td>6<tr><td colspan=2>Sum<td><p>1</p><p>1</p></table>' +
        '<table><tr><td><b>A</b><td><strong>B</strong><tr><td>1<td>2</table>',
    ),
    [
      'caption: Fees',
      'header 0.0: 0=Year | 1=Month | 2=Fee',
      'row 0.1: 0=2025 | 1=May | 2=5',
      'row 0.2: 1=June | 2=6',
      'row 0.3: 0=Sum | 2=1 1',
      'header 1.0: 0=A | 1=B',
      'row 1.1: 0=1 | 1=2',
    ],
  );
});

test('a cell that reaches over rows and columns says so', async (t) => {
  const { blocks } = await read(
    page('<table><tr><th rowspan=9>Rent<th colspan=2>Fees<tr><td>1<td>2<tr><td>3<td>4</table>'),
  );
  const spans = blocks.flatMap((block) => (block.kind === 'table-row' ? block.cells : []));
  t.deepEqual(
    spans.map(({ column, columnSpan, rowSpan }) => [column, columnSpan, rowSpan]),
    [
      [0, 1, 3],
      [1, 2, 1],
      [1, 1, 1],
      [2, 1, 1],
      [1, 1, 1],
      [2, 1, 1],
    ],
  );
});

const linksOf = async (body: string): Promise<string[]> => {
  const { text, links } = await read(page(body));
  return links.map(({ charStart, charEnd, target }) => `${text.slice(charStart, charEnd)} -> ${target}`);
};

test('links: what is linked and where it leads, in paragraphs, over blocks and in cells', async (t) => {
  t.deepEqual(
    await linksOf(
      'See  <a href="https://a.example/x?y=1&amp;z"> the\n <b>terms</b> </a>, <a href=page2.html>next</a>' +
        '<a href="mailto:ann@a.example"><h2>Ann</h2><p>writes</a>' +
        '<table><tr><td>a  b <a href="http://b.example">  link  👍 </a> <td>x<tr><td>1<td><a href=http://c.example>c</a></table>',
    ),
    [
      'the terms -> https://a.example/x?y=1&z',
      'next -> page2.html',
      'Ann -> mailto:ann@a.example',
      'writes -> mailto:ann@a.example',
      'link 👍 -> http://b.example',
      'c -> http://c.example',
    ],
  );
});

test('links that run something, lead into the page itself or are hidden lead nowhere', async (t) => {
  const bad = ['javascript:alert(1)', ' JavaScript:x', 'java\nscript:x', '&#1;vbscript:x', 'data:text/html,x', '#top'];
  const links = bad.map((href) => `<a href="${href}">x</a> `).join('');
  t.deepEqual(await linksOf(`${links}<a name=top>y</a><a hidden href=http://a.example>z</a>`), []);
  t.deepEqual(await linksOf(`<a href="http://a.example/${'x'.repeat(2000)}">long</a>`), []);
});

test('tables that only place things are read like any text', async (t) => {
  t.deepEqual(
    await outlineOf('<table><tr><td><h1>Letter</h1><p>Dear all,<tr><td><table><tr><td>1<td>2</table></table>'),
    ['heading 1: Letter', 'paragraph: Dear all,', 'row 0.0: 0=1 | 1=2'],
  );
  // A cell of a table with contents of its own stays in its row.
  t.deepEqual(await outlineOf('<table><tr><td>a<td>b<td>c<tr><td>d<td><table><tr><td>1<td>2</table><td>e</table>'), [
    'row 0.0: 0=a | 1=b | 2=c',
    'row 0.1: 0=d | 1=1 2 | 2=e',
  ]);
});

test('navigation, header and footer of the page are marked; those of an article are text', async (t) => {
  t.deepEqual(
    await outlineOf(
      '<header>Site<h1>Title</h1></header><nav><h2>Menu</h2><ul><li>Home</ul></nav><article><header>By Ann</header><p>Text<footer>End note</footer></article><footer><p>Imprint</footer>',
    ),
    [
      'page-header: Site',
      'heading 1: Title',
      'page-header: Menu',
      'page-header: Home',
      'paragraph: By Ann',
      'paragraph: Text',
      'paragraph: End note',
      'page-footer: Imprint',
    ],
  );
});

test('preformatted text keeps its white space', async (t) => {
  t.deepEqual(await outlineOf('<pre>\n  a\n\tb  c\n</pre>'), ['code:   a\n\tb  c']);
});

test('the encoding is the one that the page states, unless its bytes say otherwise', async (t) => {
  const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
  const stated = latin('<html><head><meta charset="iso-8859-1"></head><body><p>caf\xe9</p>');
  t.is((await parseWith(plugin, stated)).text, 'café');
  const japanese = new Uint8Array([
    ...latin('<!-- <meta charset=utf-8> --><meta charset=shift_jis><p>'),
    0x93,
    0xfa,
    0x96,
    0x7b,
  ]);
  t.is((await parseWith(plugin, japanese)).text, '日本');
  const chinese = new Uint8Array([
    ...latin('<?xml version="1.0" encoding="GB18030"?><html><p>'),
    0xd6,
    0xd0,
    0xce,
    0xc4,
  ]);
  t.is((await parseWith(plugin, chinese)).text, '中文');
  const wrong = latin('<html><head><meta charset="utf-16"></head><body><p>abc</p>');
  t.is((await parseWith(plugin, wrong)).text, 'abc');
  const unknown = latin('<html><head><meta charset="klingon"></head><body><p>caf\xe9</p>');
  t.is((await parseWith(plugin, unknown)).text, 'café');
});

test('100,000 nested elements are read without running out of stack', async (t) => {
  for (const open of ['<div>', '<b>', '<table><tr><td>', '<ul><li>', '<span><p>']) {
    const { text } = await read(page(`<p>first</p>${open.repeat(open === '<b>' ? 5_000 : 100_000)}deep`));
    t.regex(text, /first[\s\S]*deep/, open);
  }
});
