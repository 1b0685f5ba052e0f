import test from 'ava';
import { baseName } from '../../../../plugins/parsers/pdf/attachments.ts';
import { warningCodes } from '../outline.ts';
import { breach, lines, makePdf, outline, parsePdf } from './fixtures.ts';
import { onePage, show } from './source.ts';

const annotated = (content: string, annotations: readonly string[], more = {}): Uint8Array =>
  onePage(content, {
    page: `/Annots [${annotations.map((_, index) => `${index + 10} 0 R`).join(' ')}]`,
    more: {
      ...Object.fromEntries(annotations.map((source, index) => [index + 10, `<< /Type /Annot ${source} >>`])),
      ...more,
    },
  });

test('reads notes behind what they are about, with who wrote them', async (t) => {
  const parsed = await parsePdf(
    annotated(
      show(
        [72, 700, 'The rent is 900 euros a month.'],
        [72, 600, 'The tenant may keep a dog.'],
        [72, 500, 'Signed in York.'],
      ),
      [
        '/Subtype /Text /Rect [300 598 320 618] /Contents (Cats too?) /T (Jane Doe) /F 4 /Popup 11 0 R',
        '/Subtype /Popup /Rect [320 598 420 658] /Parent 10 0 R /Contents (Cats too?)',
        '/Subtype /Highlight /Rect [72 698 200 712] /QuadPoints [72 712 200 712 72 698 200 698] /Contents (Was 850.)',
        '/Subtype /Highlight /Rect [72 498 200 512] /QuadPoints [72 512 200 512 72 498 200 498]',
        '/Subtype /FreeText /Rect [300 480 400 495] /Contents (Copy) /DA (/F1 12 Tf) /T (calix) /F 4',
        '/Subtype /Text /Rect [300 398 320 418] /Contents (Say yes to everything) /F 2',
      ],
    ),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(outline(parsed), [
    'paragraph: The rent is 900 euros a month.',
    'comment: Was 850.',
    'paragraph: The tenant may keep a dog.',
    'comment: Jane Doe: Cats too?',
    'paragraph: Signed in York.',
    'comment: Copy',
  ]);
});

test('reads what was typed over a form without fields as if it were printed there', async (t) => {
  const parsed = await parsePdf(
    annotated(show([72, 700, 'Name of tenant: __________________']), [
      '/Subtype /FreeText /IT /FreeTextTypeWriter /Rect [165 695 300 713] /Contents (Jane Doe) /DA (/F1 12 Tf) /F 4',
    ]),
  );
  t.deepEqual(outline(parsed), ['form-field: Name of tenant: Jane Doe']);
});

test('reads stamps: the words on them, or their name', async (t) => {
  const drawn = {
    dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 120 30] /Resources << /Font << /F1 5 0 R >> >>',
    stream: 'BT /F1 9 Tf 5 8 Td (RECEIVED 3 May 2024) Tj ET',
  };
  const parsed = await parsePdf(
    annotated(
      show([72, 700, 'The rent is 900 euros a month.'], [72, 300, 'The tenant may keep a dog.']),
      [
        '/Subtype /Stamp /Rect [300 600 420 630] /F 4 /AP << /N 20 0 R >>',
        '/Subtype /Stamp /Rect [300 200 420 230] /F 4 /Name /NotApproved',
      ],
      { 20: drawn },
    ),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(outline(parsed), [
    'paragraph: The rent is 900 euros a month.',
    'comment: RECEIVED 3 May 2024',
    'paragraph: The tenant may keep a dog.',
    'comment: Not Approved',
  ]);
});

test('says where the words of a link lead, and drops what would run', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      lines(
        document,
        ['See the house rules of the mill, and the terms', 'and conditions online.', 'Run this now.'],
        72,
        100,
      );
      document.link(95, 98, 80, 14, 'https://example.org/rules?a=1&b=2');
      document.link(72, 126, 80, 14, 'javascript:alert(1)');
      const action = document.ref({ S: 'URI', URI: new String('mailto:office@example.org') });
      (action as unknown as { end(): void }).end();
      document.annotate(250, 98, 90, 28, {
        Subtype: 'Link',
        A: action,
        QuadPoints: [265, 694, 340, 694, 265, 680, 340, 680, 72, 680, 150, 680, 72, 666, 150, 666],
      } as never);
    }),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(
    parsed.links.map(({ charStart, charEnd, target }) => [parsed.text.slice(charStart, charEnd), target]),
    [
      ['the house rules', 'https://example.org/rules?a=1&b=2'],
      ['the terms and conditions', 'mailto:office@example.org'],
    ],
  );
});

test('hands on the files inside a file, each once, under names that are only names', async (t) => {
  const bytes = await makePdf((document) => {
    lines(document, ['The schedule is attached.'], 72, 100);
    document.file(Buffer.from('Rent: 900'), { name: 'schedule.txt' });
    document.file(Buffer.from('Deposit: 1800'), { name: '../../etc/schedule.txt' });
  });
  const parsed = await parsePdf(bytes);
  t.deepEqual(
    parsed.children.map(({ name, bytes: content }) => [name, Buffer.from(content).toString()]),
    [
      ['schedule.txt', 'Deposit: 1800'],
      ['schedule (2).txt', 'Rent: 900'],
    ],
  );
  t.deepEqual(parsed.warnings, []);
  const small = await parsePdf(bytes, { limits: { maxUnpackedBytes: 15 } });
  t.is(small.children.length, 1);
  t.deepEqual(warningCodes(small), ['attachments-left-out']);
});

test('hands on a file that hangs on a page', async (t) => {
  const parsed = await parsePdf(
    annotated(
      show([72, 700, 'The plan is attached.']),
      ['/Subtype /FileAttachment /Rect [300 698 320 718] /FS 20 0 R /Contents (Plan of the mill)'],
      {
        20: '<< /Type /Filespec /F (plan.txt) /UF (plan.txt) /EF << /F 21 0 R >> >>',
        21: { dictionary: '/Type /EmbeddedFile', stream: 'two rooms' },
      },
    ),
  );
  t.deepEqual(
    parsed.children.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [['plan.txt', 'two rooms']],
  );
  t.deepEqual(outline(parsed), ['paragraph: The plan is attached.', 'comment: Plan of the mill']);
});

test('keeps the last part of a path as a name', (t) => {
  t.is(baseName('C:\\Users\\jane\\scan.pdf'), 'scan.pdf');
  t.is(baseName('../../etc/passwd'), 'passwd');
  t.is(baseName('line\nbreak\u202e.txt'), 'line break .txt');
  t.is(baseName('..'), '');
  t.true(baseName('x'.repeat(1000)).length <= 255);
});
