import test from 'ava';
import { breach, lines, makePdf, outline, parsePdf, wordsOn } from './fixtures.ts';

const PROSE = [
  'The tenant shall keep the premises in good order and',
  'shall return them at the end of the term in the state',
  'in which they were handed over, fair wear excepted.',
];

test('joins lines to paragraphs, and parts them where the space between is larger', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      lines(document, PROSE, 72, 200);
      lines(document, PROSE, 72, 260);
    }),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(outline(parsed), [`paragraph: ${PROSE.join(' ')}`, `paragraph: ${PROSE.join(' ')}`]);
});

test('parts paragraphs by an indented first line where no space does', async (t) => {
  const [first = '', ...rest] = PROSE;
  const parsed = await parsePdf(
    await makePdf((document) => {
      for (const y of [200, 242]) {
        lines(document, [first], 90, y);
        lines(document, rest, 72, y + 14);
      }
    }),
  );
  t.is(parsed.blocks.length, 2);
});

test('reads two columns one after the other, below a title and above a line that cross them', async (t) => {
  const column = (name: string) =>
    Array.from({ length: 12 }, (_, i) => `${name} column line ${i + 1} goes on to the end`);
  const parsed = await parsePdf(
    await makePdf((document) => {
      document.fontSize(20);
      lines(document, ['A Title Across Both of the Columns'], 130, 120);
      document.fontSize(10);
      // Drawn line by line, left and right in turn, as some programs do.
      column('Left').forEach((text, index) => {
        lines(document, [text], 72, 200 + index * 12);
        lines(document, [column('Right')[index] ?? ''], 320, 200 + index * 12);
      });
      lines(
        document,
        ['This closing line crosses the middle of the page and is read after both of the columns.'],
        72,
        420,
      );
    }),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(outline(parsed), [
    'heading1: A Title Across Both of the Columns',
    `paragraph: ${column('Left').join(' ')}`,
    `paragraph: ${column('Right').join(' ')}`,
    'paragraph: This closing line crosses the middle of the page and is read after both of the columns.',
  ]);
});

test('reads a table row by row, one line each', async (t) => {
  const rows = [
    ['Service', 'Unit', 'Price'],
    ['Cleaning', 'month', '120.00'],
    ['Heating', 'kWh', '0.31'],
    ['Lift', 'month', '45.50'],
  ];
  const parsed = await parsePdf(
    await makePdf((document) => {
      lines(document, PROSE, 72, 150);
      // Column by column, so that the order of the file is not the order of reading.
      for (const column of [0, 1, 2])
        lines(
          document,
          rows.map((row) => row[column] ?? ''),
          72 + column * 150,
          250,
          18,
        );
    }),
  );
  t.is(breach(parsed), undefined);
  t.true(parsed.text.endsWith('Service\tUnit\tPrice\nCleaning\tmonth\t120.00\nHeating\tkWh\t0.31\nLift\tmonth\t45.50'));
  const row = parsed.blocks.findLast((block) => block.kind === 'table-row');
  t.deepEqual(row?.kind === 'table-row' && [row.table, row.row], [0, 3]);
  const cells =
    row?.kind === 'table-row' ? row.cells.map((cell) => parsed.text.slice(cell.charStart, cell.charEnd)) : [];
  t.deepEqual(cells, ['Lift', 'month', '45.50']);
});

test('finds headings by size, weight, capitals and numbers, with their levels', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      document.fontSize(18);
      lines(document, ['Lease Agreement'], 72, 100);
      document.fontSize(12);
      lines(document, ['ARTICLE IV'], 72, 150);
      lines(document, PROSE, 72, 180);
      document.font('Helvetica-Bold');
      lines(document, ['7.2 Termination'], 72, 250);
      document.font('Helvetica');
      lines(document, PROSE, 72, 280);
      lines(document, ['GOVERNING LAW'], 72, 350);
      lines(document, PROSE, 72, 380);
      lines(
        document,
        ['12. The parties agree that nothing in this clause is a heading, since it is a whole', 'sentence.'],
        72,
        450,
      );
    }),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(
    outline(parsed).filter((line) => line.startsWith('heading')),
    ['heading1: Lease Agreement', 'heading2: ARTICLE IV', 'heading3: 7.2 Termination', 'heading2: GOVERNING LAW'],
  );
});

test('finds list items, their markers and their depth', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      lines(document, ['The landlord shall provide:'], 72, 100);
      lines(document, ['(a) heating from October to April, day and night, at all', 'times of the day;'], 90, 114);
      lines(document, ['(b) hot water;'], 90, 142);
      lines(document, ['(i) in the kitchen, and'], 110, 156);
      lines(document, ['(c) light.'], 90, 170);
    }),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(
    parsed.blocks.map((b) => (b.kind === 'list-item' ? `${b.level} ${b.marker}` : b.kind)),
    ['paragraph', '1 (a)', '1 (b)', '2 (i)', '1 (c)'],
  );
});

test('marks running headers, footers and page numbers, and nothing else', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      for (let page = 1; page <= 5; page++) {
        if (page > 1) document.addPage();
        lines(document, ['Confidential - Mill Lease'], 72, 36);
        lines(document, PROSE, 72, 200);
        lines(document, [`Only page ${'ABCDE'[page - 1]} says this near the bottom.`], 72, 690);
        lines(document, [`Page ${page} of 5`], 270, 750);
      }
    }),
  );
  t.is(breach(parsed), undefined);
  for (let page = 1; page <= 5; page++) {
    t.deepEqual(
      parsed.blocks.filter((block) => block.page === page).map((block) => block.kind),
      ['page-header', 'paragraph', 'paragraph', 'page-footer'],
    );
  }
  t.true(parsed.text.includes('Page 3 of 5'), 'kept in the text');
});

test('keeps a sentence whole that runs over the end of a page, with its boxes on both pages', async (t) => {
  const bodies = [
    ['The tenant may end this lease by written notice that is given to the', 'landlord before the first day of the'],
    ['following year, and shall then pay the rent of three more months.'],
    ['A new paragraph begins on the third page and ends on it as well.'],
  ];
  const parsed = await parsePdf(
    await makePdf((document) => {
      bodies.forEach((body, index) => {
        if (index > 0) document.addPage();
        lines(document, ['Confidential - Mill Lease'], 72, 36);
        lines(document, body, 72, 300);
        lines(document, [`Page ${index + 1} of 3`], 270, 750);
      });
    }),
  );
  t.is(breach(parsed), undefined);
  t.true(parsed.text.includes('before the first day of the following year, and shall then pay'));
  t.is(parsed.text.match(/Confidential - Mill Lease/g)?.length, 3, 'running lines stay in the text');
  const sentence = parsed.blocks.filter((block) => block.kind === 'paragraph');
  t.is(sentence.length, 2);
  t.deepEqual(
    [1, 2].map((page) => wordsOn(parsed, page).some(({ text }) => ['first', 'following'].includes(text))),
    [true, true],
  );
});

test('joins words that a line end parts, and keeps the hyphens that belong', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      lines(
        document,
        [
          'Both of the parties to this under-',
          'standing accept a non-',
          'compete clause for the years 2024-',
          '2026 and',
          'all.',
        ],
        72,
        100,
      );
    }),
  );
  t.is(breach(parsed), undefined);
  t.true(parsed.text.startsWith('Both of the parties to this understanding accept a'));
  t.true(parsed.text.includes('non-compete clause'));
  t.true(parsed.text.includes('2024-2026'));
  const halves = wordsOn(parsed, 1).filter(({ text }) => text === 'under' || text === 'standing');
  t.deepEqual(
    halves.map(({ text }) => text),
    ['under', 'standing'],
  );
  t.true((halves[1]?.y ?? 0) > (halves[0]?.y ?? 0), 'each half has its own box');
});

test('reads text that runs up the page after the text that most of the page has', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      document.save().rotate(-90, { origin: [40, 500] });
      lines(document, ['Printed along the margin'], 40, 500);
      document.restore();
      lines(document, PROSE, 90, 200);
    }),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(outline(parsed), [`paragraph: ${PROSE.join(' ')}`, 'paragraph: Printed along the margin']);
});

test('a sentence goes on over the footnotes of its page', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      lines(document, PROSE, 72, 500);
      lines(document, ['The tenant may end this lease by written notice that is given to the¹'], 72, 600);
      document.fontSize(9);
      lines(document, ['1 See the schedule of notices.'], 72, 700);
      document.addPage();
      document.fontSize(12);
      lines(document, ['landlord before the first day of the following year, and not later than that.'], 72, 100);
      lines(document, PROSE, 72, 200);
    }),
  );
  t.is(breach(parsed), undefined);
  t.true(parsed.text.includes('given to the¹ landlord before the first day'), parsed.text);
  t.true(parsed.blocks.some(({ kind }) => kind === 'footnote'));
});

test('knows captions, but not sentences that begin like one', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      lines(document, ['Table 3. Fees of the year'], 72, 100);
      lines(document, ['Fig. 4 – Plan of the mill'], 72, 150);
      lines(document, ['Table 3 shows what is due in each year of the term.'], 72, 200);
    }),
  );
  t.deepEqual(
    parsed.blocks.map(({ kind }) => kind),
    ['caption', 'caption', 'paragraph'],
  );
});

test('reads notes in the margin apart from the text beside them', async (t) => {
  const body = Array.from(
    { length: 12 },
    (_, i) => `Line ${i + 1} of the clause goes on to the right edge of its column and`,
  );
  const parsed = await parsePdf(
    await makePdf((document) => {
      document.fontSize(10);
      lines(document, body, 72, 100, 13);
      document.fontSize(9);
      lines(document, ['Notice', 'to the tenant', 'is required'], 420, 126, 13);
    }),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(outline(parsed), [`paragraph: ${body.join(' ')}`, 'paragraph: Notice to the tenant is required']);
});

test('knows the number of a page where it stands alone, and no other figure', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      lines(document, PROSE, 72, 100);
      lines(document, ['Page 1 of 1'], 280, 750);
    }),
  );
  t.is(parsed.blocks.at(-1)?.kind, 'page-footer');
  const amount = await parsePdf(
    await makePdf((document) => {
      lines(document, PROSE, 72, 100);
      lines(document, ['900'], 280, 750);
    }),
  );
  t.is(amount.blocks.at(-1)?.kind, 'paragraph');
});
