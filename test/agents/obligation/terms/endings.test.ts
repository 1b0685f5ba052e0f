import test from 'ava';
import { termsOf } from '../../../../agents/obligation/terms/terms-of.ts';
import { readTerm, servicesAgreement } from '../../../support/contract-terms.ts';
import { readText } from '../../../support/read-text.ts';

/** The end that is read in a contract with these words, and what its evidence quotes. */
const endOf = (words: string) => readTerm(`${servicesAgreement}${words}\n`, 'expirationDate');

type Wordings = readonly (readonly [words: string, end: string | null])[];
const ends = test.macro({
  exec: (t, wordings: Wordings) => {
    for (const [words, end] of wordings) t.is(endOf(words).value, end, words);
  },
  title: (given = '') => given,
});

test('years and seasons that the contract, or the calendar, gives a name end on their last day', ends, [
  [
    '"Contract Year" means a period of twelve months commencing on the Effective Date or on an anniversary of it. "Effective Date" means 1 May 2024.\n\nThis Agreement commences on the Effective Date and shall expire at the end of the fourth Contract Year.',
    '2028-04-30',
  ],
  [
    '"Lease Year" means each consecutive twelve-month period beginning on the Commencement Date. "Commencement Date" means June 1, 2024.\n\nThe Term shall begin on the Commencement Date and end on the last day of the tenth (10th) Lease Year.',
    '2034-05-31',
  ],
  [
    '"Gas Year" means the period from 1 October to the following 30 September, the first beginning on 1 October 2024.\n\nThis Agreement shall continue until the last day of the fifth Gas Year.',
    '2029-09-30',
  ],
  [
    '"Fiscal Year" means the year ending September 30.\n\nThis Agreement shall remain in force until the end of Fiscal Year 2027.',
    '2027-09-30',
  ],
  [
    '"Season" means the period from 15 August to 31 May.\n\nThis Agreement shall run until the end of the 2026/27 Season.',
    '2027-05-31',
  ],
  ['This Agreement shall remain in effect through the end of calendar year 2026.', '2026-12-31'],
  ['This Agreement shall continue until the last day of the month of February, 2028.', '2028-02-29'],
  ['This Agreement shall continue until the end of the second quarter of 2026.', '2026-06-30'],
]);

test('a named year that begins on no day that is told stays open', (t) => {
  const undefinedYear = endOf('This Agreement shall continue until the end of the third Crop Year.');
  t.is(undefinedYear.value, null);
  // Begun in March: whether the months to July are its first Crop Year is not said.
  const begun = endOf(
    '"Crop Year" means the period from 1 August to 31 July.\n\nThis Agreement takes effect on 1 March 2024 and shall continue until the end of the third Crop Year.',
  );
  t.is(begun.value, null);
  t.truthy(begun.needs);
  // Neither is "the 2027 Season" of one that lasts over New Year.
  const season = endOf(
    '"Season" means the period from 15 August to 31 May.\n\nThis Agreement shall run until the end of the 2027 Season.',
  );
  t.is(season.value, null);
});

test('the arithmetic of a named year is shown, and its definition is evidence', (t) => {
  const end = endOf(
    '"Gas Year" means the period from 1 October to the following 30 September, the first beginning on 1 October 2024.\n\nThis Agreement takes effect on 1 June 2024 and shall continue until the last day of the fifth Gas Year.',
  );
  t.is(end.explanation, '2024-10-01 + 5 years − 1 day = 2029-09-30');
  t.true(end.quotes.some((quote) => quote.includes('"Gas Year" means')));
  const named = endOf(
    '"Fiscal Year" means the year ending September 30.\n\nThis Agreement shall remain in force until the end of Fiscal Year 2027.',
  );
  t.is(named.explanation, 'end of Fiscal Year 2027: 2027-09-30');
  t.true(named.quotes.some((quote) => quote.includes('"Fiscal Year" means')));
});

test('"that date" is the beginning told before it, and stays open where that is an event', (t) => {
  const dated = endOf(
    'This Agreement enters into force on 15 April 2024 and remains in force for five years from that date.',
  );
  t.is(dated.value, '2029-04-15');
  const open = endOf(
    'This Agreement shall become binding upon approval by the shareholders, and shall continue for three years from such date.',
  );
  t.is(open.value, null);
  t.is(open.needs, 'approval by the shareholders');
  // Nobody assumes when others will have approved.
  t.is(open.assumed, undefined);
});

test('nothing is assumed of a contract that itself waits for something', (t) => {
  const { value, assumed } = endOf(
    '"Effective Date" means the completion of the Merger.\n\nThe term of this Agreement is five years from the Effective Date.',
  );
  t.is(value, null);
  t.is(assumed, undefined);
});

test('lines of forms, tables and schedules', ends, [
  [
    'Particulars\nStart date: 1 April 2024\nEnd date: 31 March 2027\nNotice: 30 days\n\nThe Supplier shall provide the Services.',
    '2027-03-31',
  ],
  [
    '| Commencement | 1 April 2024 |\n| Initial period | 36 months |\n| Payment | 30 days |\n\nThe Supplier shall provide the Services. This Agreement takes effect on 1 April 2024.',
    '2027-04-01',
  ],
  [
    'Term: 1 April 2024 to 31 March 2026\nWarranty: 12 months\n\nThe Supplier shall provide the Services.',
    '2026-03-31',
  ],
  [
    'Effective Date\t1 May 2024\nExpiration Date\t30 April 2026\nFee\t$400\n\nThe Supplier shall provide the Services.',
    '2026-04-30',
  ],
  ['Warranty expires: 30 April 2026\nOffer valid until: 1 June 2024\n\nThe Supplier shall provide the Services.', null],
]);

test('the evidence of a line is that line alone; of a table of what was and is now, the last day holds', (t) => {
  const line = endOf('Start date: 1 April 2024\nEnd date: 31 March 2027\nNotice: 30 days');
  t.deepEqual(line.quotes, ['End date: 31 March 2027']);
  const amendment = readText(
    'AMENDMENT NO. 1 TO SERVICES AGREEMENT\n\nThis Amendment is made on 1 June 2025 between Aster Ltd and Bell Inc.\n\n| Clause | Before | Now |\n| 5.1 Expiry date | 30 June 2025 | 30 June 2027 |\n| 6 Payment | 30 days | 14 days |\n',
  );
  t.is(termsOf(amendment).terms.expirationDate.value, '2027-06-30');
});

test('up to and with a day, or without it', ends, [
  ['This Agreement is valid from 1 April 2024 up to and including 31 March 2026.', '2026-03-31'],
  ['The Agreement runs from 1 April 2024 to but excluding 1 April 2026.', '2026-03-31'],
  [
    'This Agreement shall continue until the day before the third anniversary of the date of this Agreement.',
    '2027-02-28',
  ],
  ['The appointment begins on 2 April 2024 and lasts to 1 April 2025.', '2025-04-01'],
  ['This engagement is for the period between 1 May 2024 and 31 October 2024.', '2024-10-31'],
  ['This Agreement shall continue until the twelfth anniversary of the date of this Agreement.', '2036-03-01'],
]);

test('a contract by other names, for a length in other words', ends, [
  ['The duration of this Agreement is two years, commencing on 1 July 2024.', '2026-07-01'],
  ['Our cooperation and this Agreement start on 1 July 2024 and last eighteen months.', '2026-01-01'],
  ['This Agreement has a two-year term beginning on 1 July 2024.', '2026-07-01'],
  [
    '"Service Period" means the period of three years beginning on 1 May 2024.\n\nThe Supplier is engaged for the Service Period.',
    '2027-05-01',
  ],
  [
    'This Agreement is for an initial term of one (1) year and indefinitely thereafter until terminated by either party.',
    '2025-03-01',
  ],
]);

test('no end in other words', ends, [
  [
    "This Agreement is entered into for an indefinite period and may be terminated by either party on three months' notice.",
    'perpetual',
  ],
  ["This Agreement has no fixed end date; each party may end it on 30 days' notice.", 'perpetual'],
  ["This Agreement begins on 1 May 2024 and goes on until you or we end it by giving one month's notice.", 'perpetual'],
  ['This Agreement is of unlimited duration.', 'perpetual'],
  [
    "This Agreement shall continue in force without limit in time until determined by either party giving to the other not less than six months' notice.",
    'perpetual',
  ],
  ["Your employment is permanent, starting on 1 May 2024, subject to one month's notice on either side.", 'perpetual'],
  ['This Agreement shall remain in force for as long as royalties are payable hereunder.', null],
]);

test('how long something else lasts is no end of the contract', ends, [
  ["The Supplier's insurance runs from 1 April 2024 to 31 March 2025.", null],
  ['The warranty lasts for two years from delivery. Each sublicence is for three years from 1 May 2024.', null],
  ['The maintenance contract between the Customer and Quill GmbH runs for five years from 1 January 2023.', null],
  ['The Supplier shall keep records until 31 December 2030.', null],
]);

test('the end of the month or year in which a length is over', ends, [
  [
    'This Agreement shall expire on the last day of the month ten (10) years from the date of this Agreement.',
    '2034-03-31',
  ],
  [
    'This Agreement remains in force until the end of the calendar year in which its third anniversary falls.',
    '2027-12-31',
  ],
  [
    'The term of this Agreement ends on the last day of the calendar month that is thirty (30) months after the date hereof.',
    '2026-09-30',
  ],
]);

test('the so-many-th day or month after a day', ends, [
  ['This Agreement shall terminate on the ninetieth (90th) day after the date hereof.', '2024-05-30'],
  [
    'This Agreement shall continue until the first to occur of (a) the sale of the Business or (b) the 18th month following the date of this Agreement.',
    '2025-09-01',
  ],
]);

test('a term that is explained, or stands in one line with other labels', ends, [
  ['1.20 Term shall mean the date of this Agreement through 15 June 2026 and any Renewal Term.', '2026-06-15'],
  ['Opening: 1 May 2024     Works ready: n/a     Expiration Date: 30 June 2033     Monthly fee: $700', '2033-06-30'],
]);

test('the end of a contract in other words', ends, [
  ['4. Unless the Agent is dismissed sooner, the agency lapses on the 28th of February, 2027.', '2027-02-28'],
  ['1.2 This Agreement is over on 30 April 2026, and nobody has promised anything beyond that day.', '2026-04-30'],
  ['2. Duration. It runs until 31.12.2026.', '2026-12-31'],
  ['This Contract shall be in force until the last day of March of 2027.', '2027-03-31'],
  ['The work begins on the date hereof and this contract stops eighteen (18) months later.', '2025-09-01'],
  ['This contract is for twenty-six weeks from the date hereof.', '2024-08-30'],
  ['The agency shall go on in perpetuity, and so shall this Agreement.', 'perpetual'],
  [
    'This Agreement is effective as of its date and will remain so till one of the parties has cancelled it.',
    'perpetual',
  ],
  [
    'ARTICLE 1. TERM\n\n1.1 The rights and obligations of the parties commence today and cease on the Sunset Date.\n\n1.2 The Sunset Date is whichever of the following comes soonest:\n\n(i) 30 June 2027;\n\n(ii) the day on which the last box is given out.',
    '2027-06-30',
  ],
  [
    'The promises of the parties take hold on the date first written above, and expire upon the fifth anniversary of that date.',
    '2029-03-01',
  ],
  ['Committed Term | 36 months from Subscription Start\n\nSubscription Start | 01 April 2024', '2027-04-01'],
]);

test('what stands under another label, or is said of a price, is no end', ends, [
  ['1. Price: EUR 21.40 per thousand.\n\nIt is fixed for twelve months from today and then follows the index.', null],
  ['The service fee from 1 June 2024 to 31 December 2026 is EUR 400 a month.', null],
  ['Your employment ended on 10 September 2024, and this Agreement says what follows from that.', null],
]);

test('plain forms: from the day first written above, from a day left blank, to and through, engaged for', ends, [
  ['This Agreement shall have a term of thirty (30) months from the date first written above.', '2026-09-01'],
  ['This Agreement shall commence on ________ and continue for three years.', null],
  ['The term of this Agreement shall extend from its date to and through 31 December 2028.', '2028-12-31'],
  ['The Supplier retains the Agent for a one-year period that begins on the date hereof.', '2025-03-01'],
  ['The Agent shall give the Services from the Effective Date until 30 September 2024.', '2024-09-30'],
  ['This Agreement shall continue in effect from year to year unless terminated by either party.', 'perpetual'],
]);

test('it counts from the day of the last signature where that has a name', (t) => {
  const signed = endOf(
    'It is made on the day on which the second of them signs it (the "Signing Day").\n\nThis Agreement is valid for one year from the Signing Day.\n\nASTER LTD\n\nBy: /s/ Ann Hill\nDate: 5 March 2024\n\nBELL INC.\n\nBy: /s/ Tom Reed\nDate: 12 March 2024',
  );
  t.is(signed.value, '2025-03-12');
});

test('a day that an amendment puts in the place of the end', (t) => {
  const amended = (words: string) =>
    termsOf(
      readText(
        `SECOND AMENDMENT TO SERVICES AGREEMENT\n\nThis Second Amendment is made on 1 March 2024 between Aster Ltd and Bell Inc.\n\n${words}\n`,
      ),
    ).terms.expirationDate.value;
  const struck = 'In Section 2 the date "30 June 2024" is struck and "30 June 2027" put in its stead.';
  t.is(amended(`WHEREAS the term runs out on 30 June 2024;\n\n${struck}`), '2027-06-30');
  t.is(amended(struck), null, 'nothing says what that day is');
});
