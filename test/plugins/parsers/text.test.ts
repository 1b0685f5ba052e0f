import test from 'ava';
import { encodeAs } from '../../../bench/encodings/encode.ts';
import { plugin } from '../../../plugins/parsers/text.ts';
import { parseLimits, parseWith, testParser } from '../../contracts/parser.ts';
import { bytesOf } from '../../support/bytes.ts';
import { realFiles } from '../../support/real-files.ts';
import { outline, warningCodes } from './outline.ts';

const outlineOf = async (text: string): Promise<string[]> => outline(await parseWith(plugin, bytesOf(text)));

testParser(test, {
  plugin,
  module: new URL('../../../plugins/parsers/text.ts', import.meta.url).href,
  sample: {
    name: 'lease.txt',
    bytes: () => bytesOf('LEASE\n\n1. Rent\n\nThe rent is due on the 5th.\n\nÄpfel, 日本語, 👍 and more.\n'),
  },
});

test('the text is the file, character for character; only a byte order mark is dropped', async (t) => {
  const text = 'One\r\n\r\nTwo\rThree\n\n\n  Four \t\n日本 👍';
  t.is((await parseWith(plugin, bytesOf(text))).text, text);
  t.is((await parseWith(plugin, bytesOf(`\uFEFF${text}`))).text, text);
});

test('encodings: UTF-16 with and without a mark, Windows-1252, and a few broken bytes in UTF-8', async (t) => {
  const text = 'The fee is 5 per cent – “plus VAT”.';
  const utf16 = Buffer.from(text, 'utf16le');
  t.is((await parseWith(plugin, new Uint8Array(utf16))).text, text);
  t.is((await parseWith(plugin, new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])))).text, text);
  const big = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]);
  t.is((await parseWith(plugin, new Uint8Array(big))).text, text);
  const western = Uint8Array.from([0x93, ...Buffer.from('caf'), 0xe9, 0x94, 0x20, 0x80]);
  t.is((await parseWith(plugin, western)).text, '“café” €');
  const broken = Buffer.concat([Buffer.from('naïve café über Öl, '), Buffer.from([0xff]), Buffer.from(' Straße')]);
  const parsed = await parseWith(plugin, new Uint8Array(broken));
  t.is(parsed.text, 'naïve café über Öl, \uFFFD Straße');
  t.deepEqual(warningCodes(parsed), ['encoding']);
});

test('encodings before Unicode: told by how the text reads; few signs are said to be few', async (t) => {
  const russian = 'Договор может быть расторгнут с уведомлением за три месяца.';
  const koi8 = encodeAs('koi8-r', russian);
  const { text, warnings } = await parseWith(plugin, koi8);
  t.deepEqual([text, warnings], [russian, []]);
  const few = await parseWith(plugin, encodeAs('windows-1250', 'plaća'));
  t.deepEqual(warningCodes(few), ['encoding-guessed']);
});

test('every line end ends a line: LF, CRLF, CR, NEL and those of Unicode', async (t) => {
  for (const end of ['\n', '\r\n', '\r', '\u0085', '\u2028', '\u2029']) {
    const lines = await outlineOf(`GOVERNING LAW${end}${end}The law of Oregon applies.${end}${end}1. One${end}2. Two`);
    t.deepEqual(
      lines,
      [
        'heading 1: GOVERNING LAW',
        'paragraph: The law of Oregon applies.',
        'list-item 1 1.: 1. One',
        'list-item 1 2.: 2. Two',
      ],
      JSON.stringify(end),
    );
  }
});

test('offsets hold for letters from right to left, combining marks, and characters of two code units', async (t) => {
  const paragraphs = [
    'שָׁלוֹם: דמי השכירות 5,000 ₪.',
    '租金为每月五千元。',
    '👩🏽‍💼 signs for 𠮷野家.',
    'e\u0301te\u0301 – ภายในวันที่',
  ];
  t.deepEqual(
    await outlineOf(paragraphs.join('\n\n')),
    paragraphs.map((paragraph) => `paragraph: ${paragraph}`),
  );
});

test('headings: numbered, divisions, capitals, underlined; not sentences, dates or shouted paragraphs', async (t) => {
  const text = [
    'ARTICLE IV',
    '7.2 Termination for Cause',
    '7.2.1 Notice',
    'GOVERNING LAW',
    'Summary\n=======',
    'Section 3.1 Payment Terms',
    '1.1 The Tenant shall pay the rent on the first day of each month.',
    '1 April 2020',
    'THE SOFTWARE IS PROVIDED AS IS AND WITHOUT ANY WARRANTY OF ANY KIND.',
    'THE LANDLORD MAKES NO PROMISE AS TO THE\nSTATE OF THE BUILDING OR OF ITS SERVICES',
    'Section 3 applies to all of the above, and to what follows.',
  ].join('\n\n');
  const found = (await outlineOf(text)).map((line) => line.replace(/\n[\s\S]*/, ''));
  t.deepEqual(found, [
    'heading 1: ARTICLE IV',
    'heading 2: 7.2 Termination for Cause',
    'heading 3: 7.2.1 Notice',
    'heading 1: GOVERNING LAW',
    'heading 1: Summary',
    'heading 2: Section 3.1 Payment Terms',
    'paragraph: 1.1 The Tenant shall pay the rent on the first day of each month.',
    'paragraph: 1 April 2020',
    'paragraph: THE SOFTWARE IS PROVIDED AS IS AND WITHOUT ANY WARRANTY OF ANY KIND.',
    'paragraph: THE LANDLORD MAKES NO PROMISE AS TO THE',
    'paragraph: Section 3 applies to all of the above, and to what follows.',
  ]);
});

test('wrapped lines are one paragraph; long lines are one each', async (t) => {
  const wrapped = 'The tenant pays the rent\non the first day of\nthe month.';
  t.deepEqual(await outlineOf(`${wrapped}\n\nNext.`), [`paragraph: ${wrapped}`, 'paragraph: Next.']);
  const long = 'This sentence goes on and on. '.repeat(6).trim();
  t.deepEqual(await outlineOf(`${long}\n${long}`), [`paragraph: ${long}`, `paragraph: ${long}`]);
});

test('list items with their markers and levels; (i) after (h) is a letter', async (t) => {
  const { blocks } = await parseWith(
    plugin,
    bytesOf('1. One\n  (a) A\n  (b) B\n    (i) I\n    (ii) II\n2. Two\n\n(g) G\n(h) H\n(i) I again'),
  );
  t.deepEqual(
    blocks.map((block) => (block.kind === 'list-item' ? [block.marker, block.level] : block.kind)),
    [
      ['1.', 1],
      ['(a)', 2],
      ['(b)', 2],
      ['(i)', 3],
      ['(ii)', 3],
      ['2.', 1],
      ['(g)', 2],
      ['(h)', 2],
      ['(i)', 2],
    ],
  );
});

test('form feeds part pages; too many are refused', async (t) => {
  const { pages, blocks } = await parseWith(plugin, bytesOf('Page one.\fPage two.\n\f'));
  t.deepEqual(
    pages.map(({ number, charStart, charEnd }) => [number, charStart, charEnd]),
    [
      [1, 0, 9],
      [2, 10, 20],
    ],
  );
  t.deepEqual(
    blocks.map(({ page }) => page),
    [1, 2],
  );
  const many = bytesOf('x\f'.repeat(parseLimits.maxPages + 1));
  await t.throwsAsync(parseWith(plugin, many), { code: 'too_many_pages' });
});

test('page numbers and lines that run along the pages are kept out of passages', async (t) => {
  const page = (number: number): string =>
    `Exhibit 10.1\n\n${'Words of the contract. '.repeat(50).trim()}\n\n- ${number} -\n\nSource: ACME CORPORATION, 10-K`;
  const kinds = (await parseWith(plugin, bytesOf([1, 2, 3, 4].map(page).join('\n\n')))).blocks.map(({ kind }) => kind);
  const furniture = ['page-footer', 'page-footer'];
  const rest = ['page-footer', 'paragraph', ...furniture];
  t.deepEqual(kinds, ['heading', 'paragraph', ...furniture, ...rest, ...rest, ...rest]);
});

test('clauses that run together begin blocks of their own; numbers that are referred to do not', async (t) => {
  const text =
    '6. PAYMENT The Client pays within thirty days. 6.1 Late payment bears interest as stated in Section 9.1 The ' +
    'interest is simple. 6.2 Fees under clause 4. Are due at once; they are not refunded. 6.2.1 No set-off is ' +
    'allowed. 7. Confidential information is kept secret by both parties. 9. Is no successor of seven here.';
  t.deepEqual(await outlineOf(text), [
    'heading 1: 6. PAYMENT',
    'paragraph: The Client pays within thirty days.',
    'paragraph: 6.1 Late payment bears interest as stated in Section 9.1 The interest is simple.',
    'paragraph: 6.2 Fees under clause 4. Are due at once; they are not refunded.',
    'paragraph: 6.2.1 No set-off is allowed.',
    'list-item 1 7.: 7. Confidential information is kept secret by both parties. 9. Is no successor of seven here.',
  ]);
});

test('real contracts keep their text and the contract', async (t) => {
  for (const { name, read } of (await realFiles(t, 'cuad-train/documents')).slice(0, 50)) {
    const bytes = await read();
    const { text, blocks } = await parseWith(plugin, bytes, { name });
    t.is(text, Buffer.from(bytes).toString('utf8'));
    t.true(blocks.length > 0, name);
  }
});
