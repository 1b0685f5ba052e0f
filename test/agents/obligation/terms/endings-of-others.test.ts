import test from 'ava';
import { termsOf } from '../../../../agents/obligation/terms/terms-of.ts';
import { readTerm, servicesAgreement } from '../../../support/contract-terms.ts';
import { readText } from '../../../support/read-text.ts';

const endOf = (words: string) => readTerm(`${servicesAgreement}${words}\n`, 'expirationDate');

const untilEnded = [
  'This Agreement shall stay in effect until and unless cancelled as stated in Article 9.',
  'This Agreement shall continue in force unless terminated in accordance with its provisions.',
  'The term of this Agreement starts today and ends upon the termination of this Agreement under Section 8.',
  'This Agreement shall be effective from its date until its termination by either of the parties.',
  'This Agreement begins today and, unless terminated under Article 7, remains in full force and effect.',
];
for (const words of untilEnded)
  test(`it runs until somebody ends it: ${words}`, (t) => t.is(endOf(words).value, 'perpetual'));

test('a date or period with a name ends where the document says elsewhere that it does', (t) => {
  const named = endOf(
    'This Agreement shall continue in effect until the Planned Closing Date.\n\n"Planned Closing Date" means the date that is eight (8) years after the date of this Agreement.',
  );
  t.is(named.value, '2032-03-01');
  t.is(named.evidence.length > 1, true, 'where the name is explained is evidence too');
  t.is(
    endOf(
      'The term hereof expires at the end of the Promotion Period.\n\n"Promotion Period" means the eighteen (18) month period commencing on the date hereof.',
    ).value,
    '2025-09-01',
  );
  t.is(
    endOf(
      'This Agreement shall expire on the last day of the Royalty Term.\n\n"Royalty Term" means ten years from the first sale of each Product.',
    ).value,
    null,
    'it counts from what has no day',
  );
});

const others = [
  'The option granted under this Agreement shall have a term of two years from its date.',
  'Thereafter, this Agreement shall remain in effect from year to year until cancelled by either party.',
  'If neither gives notice, this Agreement will be extended on a month-to-month basis until terminated by either party.',
  'This Agreement shall remain in effect until the parties no longer owe each other anything.',
  'The term of confidentiality under this Agreement shall be eight years from its date.',
  'The confidentiality obligations of this Article shall be in effect during this Agreement and after it is terminated for a period of four (4) years.',
  'During the term of this Agreement and for three years thereafter the Supplier shall not hire staff of the Customer.',
  'The Customer shall pay $90,000 per year through 30 June 2025, and $95,000 per year throughout the rest of the term of this Agreement.',
  'The Supplier shall give assistance under this Agreement free of charge for a nine month period that begins today and ends on 1 December 2024.',
  'Payments under this Agreement that must be deferred for six months are made in the seventh.',
  'The fee under this Agreement is the average of the twelve month period immediately preceding its date.',
];
for (const words of others) test(`the end of something else: ${words}`, (t) => t.is(endOf(words).value, null));

test('a term that counts from what has no day waits for it', (t) => {
  const opened = endOf(
    'The term of this Agreement shall commence as of the first day following the opening of the Depot and will continue for a period of two years.',
  );
  t.is(opened.value, null);
  t.is(opened.needs, 'first day following the opening of the Depot');
  const built = endOf('This Agreement shall commence upon completion of the Plant and continue for ten years.');
  t.deepEqual([built.value, built.needs], [null, 'completion of the Plant']);
});

test('how long a renewal lasts is not taken for the first term, however likely it looks', (t) => {
  t.is(
    endOf(
      'The initial term of this Agreement is four years.\n\nOn each day that is one year before the then scheduled expiration date of this Agreement, the term of this Agreement will automatically be extended for one additional year.',
    ).value,
    '2028-03-01',
  );
});

test('the day before an anniversary says more than the years before it', (t) => {
  t.is(
    endOf(
      'This Agreement is for two (2) years which begin on the date hereof and end on the day preceding its second anniversary.',
    ).value,
    '2026-02-28',
  );
});

test('years go with what is counted on top of them', (t) => {
  const weeks = endOf('The term of this Agreement shall be four (4) years, six (6) weeks from its date.');
  t.is(weeks.value, '2028-04-12');
  t.regex(weeks.explanation, /\+ 4 years \+ 6 weeks = 2028-04-12/);
  t.is(
    endOf('This Agreement has a term of four years, six weeks from the date first written above.').value,
    '2028-04-12',
    'nobody gives a written notice there',
  );
  t.is(endOf('This Agreement is in effect for a period of two-years and five months.').value, '2026-08-01');
  const { term } = termsOf(
    readText(`${servicesAgreement}The term of this Agreement is one year and ninety (90) days.\n`),
  ).terms;
  t.deepEqual([term.value, term.explanation], ['P1Y90D', '1 year and 90 days']);
  t.is(
    endOf('The term of this Agreement is two years, ninety days prior notice being needed to end it.').value,
    '2026-03-01',
  );
});

test('days stand on lines and in columns', (t) => {
  t.is(endOf('This Agreement begins on _1 May 2024_ and ends on _30 April 2027_.').value, '2027-04-30');
  t.is(endOf('The term of this Agreement is from: 1 May 2024 to: 30 April 2028.').value, '2028-04-30');
});

test('words that were put in without a comma after them do not hide what the sentence says', (t) => {
  t.is(
    endOf(
      'Unless terminated earlier under Section 9 this Agreement shall have a term of its date through 15 March, 2026 (the "Term").',
    ).value,
    '2026-03-15',
  );
});
