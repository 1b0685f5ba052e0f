import test from 'ava';
import { plugin } from '../../../plugins/parsers/html.ts';
import { parseWith, testParser } from '../../contracts/parser.ts';
import { bytesOf } from '../../support/bytes.ts';
import { outlineOf, page, read } from './html/pages.ts';
import { outline } from './outline.ts';

testParser(test, {
  plugin,
  module: new URL('../../../plugins/parsers/html.ts', import.meta.url).href,
  sample: {
    name: 'policy.html',
    bytes: () =>
      bytesOf(page('<h1>Policy</h1><p>Everyone may travel by train, 👍.<ul><li>One</ul><table><tr><td>1<td>2')),
  },
});

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
