import test from 'ava';
import { parsedDocumentSchema } from '../../../core/document/parsed.ts';
import { chunk, documentOf } from './documents.ts';

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
