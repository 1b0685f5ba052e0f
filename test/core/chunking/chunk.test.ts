import test from 'ava';
import { type ChunkInput, chunkDocument, chunkSettings } from '../../../core/chunking/chunk.ts';
import { parsedDocumentSchema } from '../../../core/document/parsed.ts';
import { sentenceSpans } from '../../../core/text/sentences.ts';

type Part = { kind: string; text: string; page?: number; level?: number; cells?: string[]; header?: boolean };

/** A parsed document from its blocks, which are joined by blank lines. */
const documentOf = (parts: Part[]): ChunkInput['parsed'] => {
  let text = '';
  const blocks: object[] = [];
  const pages: { number: number; charStart: number; charEnd: number }[] = [];
  for (const [row, part] of parts.entries()) {
    const charStart = text.length;
    const cells: object[] = [];
    if (part.cells) {
      for (const [column, cell] of part.cells.entries()) {
        cells.push({ charStart: text.length, charEnd: text.length + cell.length, column });
        text += `${cell}\t`;
      }
    } else text += part.text;
    const page = part.page ?? 1;
    const position = { charStart, charEnd: text.length, page };
    if (part.kind === 'table-row')
      blocks.push({ ...position, kind: part.kind, table: 0, row, header: part.header ?? false, cells });
    else blocks.push({ ...position, kind: part.kind, level: part.level ?? 1 });
    text += '\n\n';
    const last = pages.at(-1);
    if (last?.number === page) last.charEnd = text.length;
    else pages.push({ number: page, charStart, charEnd: text.length });
  }
  return parsedDocumentSchema.parse({ text, pages, blocks });
};

const chunk = (parsed: ChunkInput['parsed'], documentId = 'doc_1') =>
  chunkDocument({ documentId, version: 1, sha256: 'a'.repeat(64), parsed });

const sentence = (words: number): string => `The ${'tenant pays '.repeat(words / 2)}rent.`;

test('a section keeps to itself and its headings are recorded', (t) => {
  const passages = chunk(
    documentOf([
      { kind: 'heading', text: 'Article 1 Term', level: 1 },
      { kind: 'heading', text: '1.1 Length', level: 2 },
      { kind: 'paragraph', text: 'It lasts a year.' },
      { kind: 'heading', text: '1.2 End', level: 2 },
      { kind: 'paragraph', text: 'It ends in May.' },
    ]),
  );
  t.deepEqual(
    passages.map((passage) => [passage.text, passage.headingPath]),
    [
      ['Article 1 Term\n\n1.1 Length\n\nIt lasts a year.', ['Article 1 Term', '1.1 Length']],
      ['1.2 End\n\nIt ends in May.', ['Article 1 Term', '1.2 End']],
    ],
  );
});

test('long paragraphs are cut between sentences into parts of about equal length', (t) => {
  const text = Array.from({ length: 20 }, () => sentence(14)).join(' ');
  const passages = chunk(documentOf([{ kind: 'paragraph', text }]));
  t.true(passages.length > 1);
  for (const passage of passages) {
    t.true(passage.text.endsWith('.'));
    t.true(passage.text.length > 400 && passage.text.length <= 1000, String(passage.text.length));
  }
});

test('a list begins with its lead-in, a table row is never cut', (t) => {
  const filler = { kind: 'paragraph', text: sentence(120) };
  const list = chunk(
    documentOf([
      filler,
      { kind: 'paragraph', text: 'The Tenant shall:' },
      { kind: 'list-item', text: `(a) ${sentence(60)}` },
    ]),
  );
  t.true(list.some((passage) => passage.text.includes('The Tenant shall:') && passage.text.includes('(a)')));
  const rows = Array.from({ length: 40 }, (_, row) => ({
    kind: 'table-row',
    text: '',
    cells: [`item ${row}`, `fee of ${row} dollars each month`],
  }));
  const table = chunk(documentOf([{ kind: 'table-row', text: '', cells: ['Item', 'Fee'], header: true }, ...rows]));
  t.true(table.length > 1);
  for (let row = 0; row < 40; row++) {
    t.is(table.filter((passage) => passage.text.includes(`item ${row}\tfee of ${row} dollars`)).length, 1);
  }
});

test('running headers and footers stay out, and end a chunk unless a sentence runs over them', (t) => {
  const furniture = [
    { kind: 'page-footer', text: 'Page 1 of 2' },
    { kind: 'page-header', text: 'LEASE', page: 2 },
  ];
  const whole = chunk(
    documentOf([
      { kind: 'paragraph', text: 'It ends.' },
      ...furniture,
      { kind: 'paragraph', text: 'Then rent.', page: 2 },
    ]),
  );
  t.deepEqual(
    whole.map(({ text, page }) => [text, page]),
    [
      ['It ends.', 1],
      ['Then rent.', 2],
    ],
  );
  const running = chunk(
    documentOf([
      { kind: 'paragraph', text: 'It was agreed that the tenant' },
      ...furniture,
      { kind: 'paragraph', text: 'pays rent. Then more.', page: 2 },
    ]),
  );
  t.is(running[0]?.text, 'It was agreed that the tenant\n\nPage 1 of 2\n\nLEASE\n\npays rent. Then more.');
});

test('text that no block covers is kept', (t) => {
  const parsed = parsedDocumentSchema.parse({
    text: 'Covered here. And this is left over.',
    pages: [{ number: 1, charStart: 0, charEnd: 36 }],
    blocks: [{ kind: 'paragraph', charStart: 0, charEnd: 13, page: 1 }],
  });
  t.true(chunk(parsed).some((passage) => passage.text.includes('left over')));
  t.deepEqual(chunk({ ...parsed, text: ' \n ', blocks: [] }), []);
});

test('ids are stable, and differ by document, bytes and place', (t) => {
  const parsed = documentOf([
    { kind: 'paragraph', text: 'One.' },
    { kind: 'heading', text: 'H' },
    { kind: 'paragraph', text: 'Two.' },
  ]);
  const ids = chunk(parsed).map((passage) => passage.id);
  t.deepEqual(
    ids,
    chunk(parsed).map((passage) => passage.id),
  );
  t.is(new Set([...ids, ...chunk(parsed, 'doc_2').map((passage) => passage.id)]).size, ids.length * 2);
  for (const id of ids) t.regex(id, /^chk_[0-9a-f]{16,}$/);
});

test('a recognized page gives its confidence to its passages', (t) => {
  const parsed = parsedDocumentSchema.parse({
    text: 'rent due',
    pages: [
      {
        number: 1,
        charStart: 0,
        charEnd: 8,
        source: 'ocr',
        words: [0, 4, 0, 0, 1, 1, 5, 8, 0, 0, 1, 1],
        wordConfidences: [90, 70],
      },
    ],
    blocks: [{ kind: 'paragraph', charStart: 0, charEnd: 8, page: 1 }],
  });
  t.like(chunk(parsed)[0], { source: 'ocr', ocrConfidence: 80 });
});

/** A small repeatable source of numbers from 0 to 1. */
const randomOf = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const alphabet = [
  'The rent ',
  'is due. ',
  'Section 4. ',
  '(a) ',
  '; ',
  'e.g. ',
  '👩‍👩‍👧',
  '契約は終了する。',
  'عقد الإيجار ',
  'x'.repeat(90),
  '\n',
  'é',
  '𝒳 ',
  ', ',
  '$1.50 ',
];
const kinds = [
  'paragraph',
  'paragraph',
  'paragraph',
  'heading',
  'list-item',
  'table-row',
  'page-header',
  'page-footer',
  'code',
  'footnote',
];

test('whatever the document, passages are verbatim, ordered, whole, bounded and complete', (t) => {
  for (let seed = 1; seed <= 150; seed++) {
    const random = randomOf(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const words = (most: number) =>
      Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(alphabet)).join('');
    let page = 1;
    const parsed = documentOf(
      Array.from({ length: 1 + Math.floor(random() * 25) }, () => {
        if (random() < 0.2) page++;
        const kind = pick(kinds);
        return {
          kind,
          page,
          text: words(random() < 0.1 ? 900 : 40),
          level: 1 + Math.floor(random() * 4),
          ...(kind === 'table-row' ? { cells: [words(9), words(9)] } : {}),
        };
      }),
    );
    const passages = chunk(parsed);
    const kept = new Uint8Array(parsed.text.length);
    let end = 0;
    for (const [index, passage] of passages.entries()) {
      t.is(passage.index, index);
      t.is(passage.text, parsed.text.slice(passage.charStart, passage.charEnd));
      t.true(passage.charStart >= end && passage.text.trim() === passage.text && passage.text.length > 0);
      t.true(passage.text.length <= chunkSettings.cap);
      t.true(passage.text.isWellFormed());
      const on = parsed.pages.find(({ number }) => number === passage.page);
      t.true(on !== undefined && on.charStart <= passage.charStart && passage.charStart < on.charEnd);
      end = passage.charEnd;
      kept.fill(1, passage.charStart, passage.charEnd);
    }
    for (const block of parsed.blocks) {
      const furniture = block.kind === 'page-header' || block.kind === 'page-footer';
      for (let at = block.charStart; at < block.charEnd && !furniture; at++) {
        if (!kept[at] && parsed.text.charAt(at).trim() !== '') t.fail(`seed ${seed}: character ${at} is in no passage`);
      }
      if (block.kind !== 'paragraph') continue;
      for (const { start, end: stop } of sentenceSpans(parsed.text, block.charStart, block.charEnd)) {
        if (stop - start > chunkSettings.cap) continue;
        const cut = passages.some(
          ({ charEnd }) => charEnd > start && charEnd < stop && !parsed.text.slice(charEnd, stop).match(/^\s*$/),
        );
        if (cut) t.fail(`seed ${seed}: the sentence at ${start} is cut`);
      }
    }
  }
  t.pass();
});

test('a passage of table rows says which they are, what their columns are called and where their cells stand', (t) => {
  const row = (cells: string[], header = false) => ({ kind: 'table-row', text: '', cells, header });
  const parsed = documentOf([
    { kind: 'paragraph', text: 'Prices of 2026.' },
    row(['Item', 'Price'], true),
    ...Array.from({ length: 120 }, (_, index) => row([`Part number ${index} of the machine`, `${index},50`])),
  ]);
  for (const block of parsed.blocks) {
    if (block.kind !== 'table-row') continue;
    for (const cell of block.cells) cell.address = `Prices!${'AB'.charAt(cell.column)}${block.row}`;
  }
  const passages = chunk(parsed);
  t.true(passages.length > 2);
  let next = 2;
  for (const passage of passages) {
    t.is(passage.columns, parsed.text.slice(parsed.blocks[1]?.charStart, parsed.blocks[1]?.charEnd));
    const rows = passage.rows ?? [];
    t.true(rows.length > 1);
    for (const { start, end } of rows) {
      t.true(start >= passage.charStart && end <= passage.charEnd);
      t.regex(parsed.text.slice(start, end), new RegExp(`^Part number ${next - 2} of the machine\t${next - 2},50`));
      next += 1;
    }
    const first = next - rows.length === 2 ? 1 : next - rows.length;
    t.is(passage.range, `Prices!A${first}:B${next - 1}`);
  }
  t.is(next, 122);
});

test('prose carries nothing of tables', (t) => {
  const [passage] = chunk(documentOf([{ kind: 'paragraph', text: 'The rent is due.' }]));
  t.false('rows' in (passage ?? {}) || 'columns' in (passage ?? {}) || 'range' in (passage ?? {}));
});

test("what is not the document's own voice shares no passage with it, and says so", (t) => {
  const passages = chunk(
    documentOf([
      { kind: 'paragraph', text: 'The rent is 900.' },
      { kind: 'comment', text: 'Should this not be 1,000?' },
      { kind: 'comment', text: 'Agreed.' },
      { kind: 'paragraph', text: 'It is due monthly.' },
      { kind: 'quoted-history', text: 'We offer 800.' },
      { kind: 'quoted-history', text: 'Best wishes' },
    ]),
  );
  t.deepEqual(
    passages.map(({ text, part }) => [text, part]),
    [
      ['The rent is 900.', undefined],
      ['Should this not be 1,000?\n\nAgreed.', 'comment'],
      ['It is due monthly.', undefined],
      ['We offer 800.\n\nBest wishes', 'quoted-history'],
    ],
  );
});
