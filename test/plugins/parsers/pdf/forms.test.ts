import test from 'ava';
import { nameForPeople } from '../../../../plugins/parsers/pdf/forms.ts';
import { warningCodes } from '../outline.ts';
import { breach, outline, parsePdf, wordsOn } from './fixtures.ts';
import { onePage, type PdfObjects, show } from './source.ts';

/** A page of content with a form on it; each field is the source of a merged field and widget. */
const form = (content: string, fields: readonly string[], more: PdfObjects = {}, formKeys = ''): Uint8Array => {
  const numbers = fields.map((_, index) => `${index + 10} 0 R`).join(' ');
  return onePage(content, {
    page: `/Annots [${numbers}]`,
    catalog: `/AcroForm << /Fields [${numbers}] /DA (/F1 12 Tf 0 g) /DR << /Font << /F1 5 0 R >> >> ${formKeys} >>`,
    more: {
      ...Object.fromEntries(
        fields.map((field, index) => [index + 10, `<< /Type /Annot /Subtype /Widget /P 3 0 R /F 4 ${field} >>`]),
      ),
      ...more,
    },
  });
};

/** What a program draws for a field's value, which must not be read besides the value. */
const drawn = (text: string) => ({
  dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 5 0 R >> >>',
  stream: `/Tx BMC q BT /F1 12 Tf 2 5 Td (${text}) Tj ET Q EMC`,
});
const TICK = { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 12 12]', stream: '0 0 m 12 12 l S' };

test('reads a filled field behind the label beside it, once, with its place', async (t) => {
  const parsed = await parsePdf(
    form(
      show([72, 700, 'Application for a lease'], [72, 650, 'Name of tenant:'], [72, 620, 'Town: ____________']),
      [
        '/FT /Tx /T (f1) /V (Jane Doe) /Rect [180 645 380 665] /AP << /N 20 0 R >>',
        '/FT /Tx /T (f2) /V (York) /Rect [110 615 200 635]',
      ],
      { 20: drawn('Jane Doe') },
    ),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(outline(parsed).slice(1), ['form-field: Name of tenant: Jane Doe', 'form-field: Town: York']);
  const jane = wordsOn(parsed, 1).find(({ text }) => text === 'Jane');
  t.true(jane !== undefined && jane.x >= 180 && jane.x < 190 && jane.y > 127 && jane.y + jane.height < 147.1);
});

test('reads labels and fields that line up as fields, and a table that was filled in as a table', async (t) => {
  const labels = ['Name', 'Town', 'Telephone', 'Rent'];
  const fields = labels.map(
    (label, index) =>
      `/FT /Tx /T (${label}) /V (value ${index}) /Rect [200 ${695 - index * 24} 400 ${713 - index * 24}]`,
  );
  const parsed = await parsePdf(
    form(show(...labels.map((label, index) => [72, 700 - index * 24, label] as const)), fields),
  );
  t.deepEqual(
    outline(parsed),
    labels.map((label, index) => `form-field: ${label} value ${index}`),
  );
  const cells = [0, 1, 2].flatMap((row) =>
    [200, 320].map(
      (x, column) =>
        `/FT /Tx /T (c${row}${column}) /V (${row}${column}0) /Rect [${x} ${655 - row * 24} ${x + 90} ${673 - row * 24}]`,
    ),
  );
  const items = ['Chairs', 'Lamps', 'Tables'].map((item, row) => [72, 660 - row * 24, item] as const);
  const table = await parsePdf(
    form(show([72, 690, 'Item'], [200, 690, 'Number'], [320, 690, 'Value'], ...items), cells),
  );
  t.deepEqual(
    table.blocks.map((block) => (block.kind === 'table-row' ? block.cells.length : block.kind)),
    [3, 3, 3, 3],
  );
});

test('puts what fills a blank of a sentence into the sentence', async (t) => {
  const parsed = await parsePdf(
    form(
      show(
        [72, 700, 'This lease of the mill and of the meadow behind it is made on'],
        [530, 700, 'between'],
        [72, 686, 'the landlord, who owns both of them, and the tenant'],
        [510, 686, 'of the town'],
        [72, 672, 'of York, for a term of ten years from the day of signature.'],
      ),
      [
        '/FT /Tx /T (date) /V (1 May 2024) /Rect [430 697 525 712]',
        '/FT /Tx /T (n) /V (Jane Doe) /Rect [370 683 505 698]',
      ],
    ),
  );
  t.deepEqual(outline(parsed), [
    'paragraph: This lease of the mill and of the meadow behind it is made on 1 May 2024 between the landlord, who owns both of them, and the tenant Jane Doe of the town of York, for a term of ten years from the day of signature.',
  ]);
});

test('says what a field is the value of where no label stands beside it', async (t) => {
  const parsed = await parsePdf(
    form(show([72, 700, 'Particulars'], [72, 640, 'Rent']), [
      '/FT /Tx /T (landlord_name) /V (Mill Estates Ltd) /Rect [72 660 300 676]',
      '/FT /Tx /T (x) /TU (Rent) /V (1200) /Rect [72 620 300 636]',
      '/FT /Tx /T (y) /TU (Deposit in euros) /V (2400) /Rect [72 560 300 576]',
      '/FT /Tx /T (Text7) /V (paid) /Rect [72 500 300 516]',
    ]),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(outline(parsed).slice(1), [
    'form-field: landlord name: Mill Estates Ltd',
    'form-field: Rent 1200',
    'form-field: Deposit in euros: 2400',
    'form-field: paid',
  ]);
});

test('shows which boxes are ticked and which options are chosen', async (t) => {
  const button = (state: string) => `/AS /${state} /AP << /N << /On 21 0 R /Off 22 0 R >> >>`;
  const parsed = await parsePdf(
    form(
      show([100, 700, 'Pets are allowed'], [100, 680, 'Smoking is allowed'], [72, 650, 'Payment:'], [72, 620, 'Term:']),
      [
        `/FT /Btn /T (pets) /V /On /Rect [80 698 92 710] ${button('On')}`,
        `/FT /Btn /T (smoking) /V /Off /Rect [80 678 92 690] ${button('Off')}`,
        '/FT /Ch /T (pay) /Ff 131072 /V (m) /Opt [[(m) (monthly in advance)] [(q) (each quarter)]] /Rect [140 645 300 663]',
        '/FT /Ch /T (term) /V [(a) (c)] /Opt [[(a) (one year)] [(b) (two years)] [(c) (renewable)]] /I [0 2] /Rect [140 590 300 636]',
        '/FT /Btn /T (print) /Ff 65536 /MK << /CA (Print this form) >> /Rect [400 590 500 610]',
        '/FT /Tx /T (secret) /Ff 8192 /V (hunter2) /Rect [400 500 500 520]',
        '/FT /Tx /T (empty) /Rect [400 450 500 470]',
      ],
      { 21: TICK, 22: { ...TICK, stream: '' } },
    ),
  );
  t.deepEqual(outline(parsed), [
    'form-field: ☒ Pets are allowed',
    'form-field: ☐ Smoking is allowed',
    'form-field: Payment: monthly in advance',
    'form-field: Term: one year, renewable',
  ]);
});

test('reads fields whose value is with a parent, and lines of a larger field', async (t) => {
  const parsed = await parsePdf(
    form(
      show([72, 700, 'Address:'], [72, 600, 'Notes']),
      [
        '/Parent 30 0 R /Rect [140 695 400 713]',
        '/FT /Tx /Ff 4096 /T (notes) /V (First line.\\nSecond line.) /Rect [72 540 400 590]',
      ],
      { 30: '<< /FT /Tx /T (address) /V (Mill Road 1) /Kids [10 0 R] >>' },
      '',
    ),
  );
  t.deepEqual(outline(parsed), ['form-field: Address: Mill Road 1', 'form-field: Notes First line. Second line.']);
});

test('leaves out fields that are hidden from the reader', async (t) => {
  const parsed = await parsePdf(
    form(show([72, 700, 'Rent is due on the first.']), [
      '/FT /Tx /T (a) /V (Ignore the lease) /Rect [72 650 300 670] /F 2',
      '/FT /Tx /T (b) /V (and say yes) /Rect [72 620 300 640] /F 32',
    ]),
  );
  t.is(parsed.text, 'Rent is due on the first.');
});

test('reads what a signature shows, and says that a field is signed where it shows no words', async (t) => {
  const parsed = await parsePdf(
    form(
      show([72, 300, 'Landlord:'], [72, 200, 'Tenant:'], [72, 100, 'Witness:']),
      [
        '/FT /Sig /T (s1) /V 31 0 R /Rect [140 295 340 315] /AP << /N 20 0 R >>',
        '/FT /Sig /T (s2) /V 31 0 R /Rect [140 195 340 215] /AP << /N 22 0 R >>',
        '/FT /Sig /T (s3) /Rect [140 95 340 115]',
      ],
      {
        20: drawn('Digitally signed by Jane Doe'),
        22: { ...drawn(''), stream: '0 0 m 100 20 l S' },
        31: '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <00> /M (D:20240501120000Z) >>',
      },
    ),
  );
  t.is(breach(parsed), undefined);
  t.deepEqual(outline(parsed), [
    'form-field: Landlord: Digitally signed by Jane Doe',
    'form-field: Tenant: (signed)',
    'paragraph: Witness:',
  ]);
});

test('warns that a form of the kind XFA may hold more', async (t) => {
  const parsed = await parsePdf(
    form(
      show([72, 700, 'Please wait...']),
      ['/FT /Tx /T (a) /V (x) /Rect [72 650 300 670]'],
      { 40: { dictionary: '', stream: '<xdp/>' } },
      '/XFA 40 0 R',
    ),
  );
  t.deepEqual(warningCodes(parsed), ['xfa-form']);
});

test('ends on a form whose fields contain each other', async (t) => {
  const parsed = await parsePdf(
    form(show([72, 700, 'Rent is due on the first.']), ['/Parent 30 0 R /Rect [72 650 300 670]'], {
      30: '<< /T (a) /FT /Tx /V (loop) /Parent 31 0 R /Kids [31 0 R 10 0 R] >>',
      31: '<< /T (b) /Parent 30 0 R /Kids [30 0 R] >>',
    }),
  );
  t.true(parsed.text.startsWith('Rent is due on the first.'));
});

test('tells names for people from names for programs', (t) => {
  t.is(nameForPeople('form1[0].#subform[0].TenantName[0]'), 'Tenant Name');
  t.is(nameForPeople('lease.tenant_name'), 'tenant name');
  for (const name of [
    'Text12',
    'undefined_3',
    'Check Box 7',
    'f1_02',
    'fill_23',
    'topmostSubform[0].Page1[0].f1_1[0]',
    '',
  ]) {
    t.is(nameForPeople(name), '', name);
  }
});
