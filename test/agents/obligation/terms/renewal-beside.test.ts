import test from 'ava';
import { termsOf } from '../../../../agents/obligation/terms/terms-of.ts';
import { readText } from '../../../support/read-text.ts';

/** A contract of this title, for four years, that says this among other things of what goes on beside it. */
const contractOf = (title: string, words: string, types: Readonly<Record<string, readonly string[]>> = {}) => {
  const document = readText(
    `${title.toUpperCase()}\n\nThis ${title} is made on 2 May 2023 between Corvel Ltd (the "Owner") and Dunmore Inc. (the "User").\n\n1. The initial term begins on 2 May 2023 and continues for four years from that day. ${words}\n\n2. The User shall carry insurance, the policies of which shall be renewed annually at least thirty (30) days before they expire and shall not be cancelled without sixty (60) days' prior written notice.\n`,
    { types: { 'renewal-term': ['policies of which'], ...types } },
  );
  const { terms, renewal } = termsOf(document);
  return { length: terms.renewalTerm.value, notice: terms.noticePeriod.value, renewal };
};

const beside = [
  'Support Services shall be automatically renewed for successive one year terms.',
  "Maintenance of the Machines shall continue thereafter annually until ended by the User by 30 days' notice.",
  'The Software Maintenance term may be renewed by the User on an annual basis.',
  "Warranty and support under this Agreement shall automatically renew for one-year periods unless the User gives sixty days' notice before such a period ends.",
  'The User may renew technical support for a period of one year.',
  'The Research Program lasts two years and may be extended by the parties for up to three years.',
  "The User's licence from the ministry shall be renewed for one year at a time by the User.",
  'This Agreement is conditioned upon the Owner’s renewal of its six year haulage agreement with Zeller.',
  'The term includes extensions of such Patent, and a breach may be cured within such ninety (90) day period.',
  'The Owner shall approve all change orders that extend the contract time by 40 or more days.',
];
for (const words of beside) {
  test(`what is bought beside a contract goes on for itself: ${words}`, (t) => {
    const read = contractOf('Licence Agreement', words, { 'renewal-term': [words.slice(0, 25)] });
    t.is(read.length, null);
    t.is(read.notice, null);
  });
}

test('a contract for maintenance goes on where the maintenance does, and a licence with the maintenance that is joined to it', (t) => {
  const words =
    'Maintenance shall renew automatically for periods of eighteen months, if not cancelled 50 days before.';
  t.is(contractOf('Maintenance Agreement', words).length, 'P18M');
  t.is(contractOf('Maintenance Agreement', words).notice, 'P50D');
  const joined =
    'This Agreement and the support term shall renew for one year at a time unless a party objects 20 days before the end.';
  t.is(contractOf('Licence Agreement', joined).length, 'P1Y');
});

const goesOn = [
  [
    'It shall continue to 2 May 2027, and month to month thereafter unless ended by either party upon at least twenty (20) days’ notice.',
    'P1M',
    'P20D',
  ],
  [
    'The Owner engages the User for one year and for successive six-month periods (the "Renewal Periods"), unless ended as told below.',
    'P6M',
    null,
  ],
  [
    'Unless the User tells the Owner otherwise at least two years before its last day, the licence will continue for a second term of six years.',
    'P6Y',
    'P2Y',
  ],
  ['It is for one year, renewable annually upon payment of the yearly fee.', 'P1Y', null],
  ['It runs from contract year to contract year after that unless cancelled by 40 days’ notice.', 'P1Y', 'P40D'],
  ['It lasts four years, with an option, to be used by the User, of a further eight months.', 'P8M', null],
  ['The User may extend the initial forty-eight (48) month term twice by a further nine (9) months.', 'P9M', null],
  ['The User shall be entitled to a renewal for the same number of years.', 'P4Y', null],
  ['The term may be renewed three times, each time for a period as long as the initial term.', 'P4Y', null],
  [
    'This Agreement has an automatic two-year extension, unless a party gives notice to the other during the twenty (20) day period ending on the last day of the term.',
    'P2Y',
    'P20D',
  ],
  [
    'The licence remains in force until 2 May 2027 and is extended by two years if it is not ended with fifteen months’ notice to the end of the term.',
    'P2Y',
    'P15M',
  ],
] as const;
for (const [words, length, notice] of goesOn) {
  test(`by how much it goes on: ${words}`, (t) => {
    const read = contractOf('Licence Agreement', words, { 'renewal-term': [words.slice(0, 30)] });
    t.is(read.length, length);
    t.is(read.notice, notice);
  });
}

const renews = 'It is renewed automatically for one year at a time.';
const notices = [
  ['Either party may decline to renew by notice received fifty (50) or more days before such anniversary.', 'P50D'],
  ['Either party may end it during any such renewal period upon fifteen (15) days’ notice.', 'P15D'],
  ['It may be ended by either party at any time upon 25 days’ notice.', null],
  ['At least five months before the end of the term the parties shall meet to evaluate it.', null],
  ['\n\nNotice of non-renewal: six (6) weeks before the end of the term', 'P6W'],
  [
    'The Owner shall give notice of any increase in fees at least ninety (90) days before the end of the term, and the licence ends with the term where either party terminates it by notice no less than 35 days before the end of the term.',
    'P35D',
  ],
] as const;
for (const [words, notice] of notices) {
  test(`which notice stops it: ${words}`, (t) => {
    t.is(contractOf('Licence Agreement', `${renews} ${words}`).notice, notice);
  });
}

test('a sentence that only says how long a renewal is does not hide the one by which there is one', (t) => {
  const read = contractOf('Licence Agreement', 'The licence auto-renews. Each renewal is for three years.', {
    'renewal-term': ['Each renewal'],
  });
  t.is(read.length, 'P3Y');
  t.true(read.renewal?.automatic);
});

test('of two renewals the one that stands where the end is told is the contract’s', (t) => {
  const more = `${'The fees of this exhibit are due each month. '.repeat(40)}\n\nThis arrangement will automatically renew for an additional twelve (12) months unless word that it is cancelled comes sixty (60) days before the end of the term.`;
  const types = { 'renewal-term': ['renews for', 'arrangement will'] };
  const read = contractOf(
    'Licence Agreement',
    `The licence renews for two years, unless the User gives notice of non-renewal 85 days before the end of the term. ${more}`,
    types,
  );
  t.is(read.length, 'P2Y');
  t.is(read.notice, 'P85D');
});
