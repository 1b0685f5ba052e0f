import test from 'ava';
import { decompressRtf } from '../../../../../plugins/parsers/shared/rtf/decompress.ts';
import { readRtf } from '../../../../../plugins/parsers/shared/rtf/read.ts';

const rtf = (body: string) => readRtf(new Uint8Array(Buffer.from(body, 'latin1')));

test('compressed RTF: the two examples of the specification', (t) => {
  // [MS-OXRTFCP] 3.1.1 and 3.1.2.
  const simple = '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0';
  const crossing = '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0';
  const text = (hex: string) => Buffer.from(decompressRtf(Buffer.from(hex, 'hex')) ?? []).toString('latin1');
  t.is(text(simple), '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  t.is(text(crossing), '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}');
});

test('sizes that are not true and cut-off input end', (t) => {
  const header = (size: number, kind: string): Uint8Array => {
    const bytes = Buffer.alloc(40, 0xff);
    bytes.writeUInt32LE(size, 0);
    bytes.writeUInt32LE(0xffffffff, 4);
    bytes.write(kind, 8, 'latin1');
    return bytes;
  };
  t.true((decompressRtf(header(0xffffffff, 'LZFu'))?.byteLength ?? 999) < 300);
  t.is(decompressRtf(header(0xffffffff, 'MELA'))?.byteLength, 24);
  t.is(decompressRtf(header(10, 'XXXX')), undefined);
  t.is(decompressRtf(new Uint8Array(3)), undefined);
});

test('HTML and text that RTF only wraps come out as they were', (t) => {
  const html = rtf(
    String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Arial;}}{\colortbl;\red0;}{\*\generator x;}` +
      String.raw`{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Miete \'fc \u8364?500 {\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 bold{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0 ` +
      String.raw`{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 \htmlrtf\f1\htmlrtf0 \'c4\'ee \{x\}{\*\mhtmltag84 <img src="x">}{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0}`,
  );
  t.deepEqual(html, { kind: 'html', text: '<p>Miete ü €500 <b>bold</b>&nbsp;До {x}</p>' });
  t.deepEqual(
    rtf(String.raw`{\rtf1\ansi\ansicpg932\fromtext{\fonttbl{\f0 A;}}\pard \'8c\'5f\'96\'f1\par line\line two\tab x}`),
    {
      kind: 'text',
      text: '契約\nline\ntwo\tx',
    },
  );
});

test('the text of RTF itself: no properties, pictures and hidden text', (t) => {
  const document = String.raw`{\rtf1\ansi{\fonttbl{\f0 A;}}{\info{\title Secret}}{\stylesheet{\s1 Normal;}}First \b bold\b0\par{\v hidden}{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt link}} \emdash\~y{\pict\bin4 {{{{}\cell z\row {\*\unknown no}\u-10179?\u-8704?\uc2\u8364ab end}`;
  t.deepEqual(rtf(document), { kind: 'text', text: 'First bold\nlink —\u00a0y\tz\n😀€ end' });
});

test('what is no RTF or made to be slow ends', (t) => {
  t.is(rtf('no').text, '');
  t.is(rtf(`{\\rtf1 ${'{'.repeat(300_000)}x${'}'.repeat(400_000)} y`).text, 'x y');
  t.is(rtf('{\\rtf1\\bin2000000000 x').text, '');
  t.is(rtf('{\\rtf1 a\\').text, 'a');
  t.is(rtf('{\\rtf1 \\u-10179?x').text, '\ufffdx');
});
