import test from 'ava';
import { encodeAs } from '../../../bench/encodings/encode.ts';
import { languageTexts } from '../../../bench/encodings/texts.ts';
import { decode } from '../../../core/sniff/decode.ts';
import { sniff } from '../../../core/sniff/sniff.ts';
import { bytesOf } from '../../support/bytes.ts';

const utf32 = (text: string, littleEndian: boolean): Uint8Array => {
  const characters = [...text];
  const view = new DataView(new ArrayBuffer(characters.length * 4));
  for (const [index, character] of characters.entries())
    view.setUint32(index * 4, character.codePointAt(0) ?? 0, littleEndian);
  return new Uint8Array(view.buffer);
};

for (const { language, encodings, text } of languageTexts) {
  test(`a clause in ${language} is read in each encoding that it may have`, (t) => {
    for (const encoding of encodings) {
      const bytes = encodeAs(encoding, text);
      const decoded = decode(bytes);
      t.is(decoded.text, new TextDecoder(encoding).decode(bytes), encoding);
      t.is(decoded.replaced, 0, encoding);
      // ISO-8859-15 differs from Windows-1252 in eight characters, of which a text has one or two.
      if (encoding !== 'iso-8859-15') t.false(decoded.doubtful, encoding);
    }
  });
}

test('UTF-8, UTF-16 and UTF-32 with a mark, without it in the text', (t) => {
  const text = 'Miete: 5 €, 日本, 👍🏽, שָׁלוֹם, e\u0301.';
  const marked = `\uFEFF${text}`;
  const utf16 = Buffer.from(marked, 'utf16le');
  t.is(decode(bytesOf(marked)).text, text);
  t.is(decode(new Uint8Array(utf16)).text, text);
  t.is(decode(new Uint8Array(Buffer.from(utf16).swap16())).text, text);
  t.like(decode(utf32(marked, true)), { text, encoding: 'utf-32le', replaced: 0 });
  t.like(decode(utf32(marked, false)), { text, encoding: 'utf-32be', replaced: 0 });
  t.is(decode(utf32('The rent is due.', true)).text, 'The rent is due.');
});

test('what is no character of UTF-32 is shown as such', (t) => {
  const bytes = utf32('\uFEFFab', true);
  new DataView(bytes.buffer).setUint32(4, 0xd800, true);
  t.like(decode(bytes), { text: '\uFFFDb', replaced: 1 });
});

test('ASCII and a few Western letters are never taken for anything else', (t) => {
  for (const text of [
    'Yes',
    'Bush hid the facts',
    'this app can break',
    'café',
    'Müller',
    'São Paulo',
    'naïve',
    'jalapeño',
    'GRÖSSE',
    'ÉTÉ',
    'Æble',
    'déjà vu',
    '20°C',
    '§ 4',
    '5 €',
    '½ cup',
    '“Yes”',
    'it’s',
    'no – yes',
    '© 2024 Acme',
    'Günther Öztürk, Zürich; fee 5.000 €',
  ]) {
    t.is(decode(encodeAs('windows-1252', text)).text, text);
  }
});

test('a guess from few signs is said to be one, and no other', (t) => {
  t.true(decode(encodeAs('windows-1250', 'plaća')).doubtful);
  t.false(decode(encodeAs('windows-1252', 'The café is on the ground floor of the house.')).doubtful);
  t.false(decode(bytesOf('Łódź')).doubtful);
});

test('a declared encoding counts, except against UTF-8 that is plainly there', (t) => {
  const greek = encodeAs('iso-8859-7', 'ναι');
  t.is(decode(greek, 'ISO-8859-7').text, 'ναι');
  t.is(decode(bytesOf('Ã¼'), 'utf-8').text, 'Ã¼');
  t.is(decode(bytesOf('größer als für'), 'iso-8859-1').text, 'größer als für');
  t.is(decode(encodeAs('gbk', '合同'), 'gb2312').text, '合同');
  t.is(decode(encodeAs('windows-1252', 'schöne Grüße aus Köln'), 'utf-8').text, 'schöne Grüße aus Köln');
  t.is(decode(bytesOf('plain'), 'no-such-encoding').text, 'plain');
});

test('a few broken bytes in UTF-8 are shown as such', (t) => {
  const bytes = new Uint8Array(
    Buffer.concat([Buffer.from('naïve café über Öl, '), Buffer.from([0xff]), Buffer.from(' Straße')]),
  );
  t.like(decode(bytes), { text: 'naïve café über Öl, \uFFFD Straße', encoding: 'utf-8', replaced: 1 });
});

test('the letters that tell the encoding may stand far behind the start', (t) => {
  const russian = languageTexts.find(({ language }) => language === 'Russian')?.text ?? '';
  const text = `${'Plain words of an agreement. '.repeat(5000)}\n${russian}`;
  t.is(decode(encodeAs('koi8-r', text)).text, new TextDecoder('koi8-r').decode(encodeAs('koi8-r', text)));
});

test('the head of a file ends inside a character without harm', (t) => {
  const bytes = bytesOf(`${'a'.repeat(64 * 1024 - 1)}é and more`);
  t.is(sniff(bytes, 'a.txt').mediaType, 'text/plain');
});

test('bytes that are no text do not become any', (t) => {
  const random = Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31 + index * 7) % 256);
  for (const bytes of [new Uint8Array(1000), random, new Uint8Array(1000).fill(1)]) {
    t.is(sniff(bytes, 'a.txt').mediaType, 'application/octet-stream');
  }
});
