import test from 'ava';
import { readTerm, servicesAgreement } from '../../../support/contract-terms.ts';

const amendment =
  'FIRST AMENDMENT TO SERVICES AGREEMENT\n\nThis First Amendment is made on 1 March 2024 between Aster Ltd and Bell Inc.\n\n';

const endOf = (words: string, opening = servicesAgreement) => readTerm(`${opening}${words}\n`, 'expirationDate');

type Wordings = readonly (readonly [words: string, end: string | null])[];
const ends = test.macro({
  exec: (t, wordings: Wordings) => {
    for (const [words, end] of wordings) {
      const { value, assumed } = endOf(words);
      t.is(value ?? assumed?.value ?? null, end, words);
    }
  },
  title: (given = '') => given,
});

test('one plain sentence is enough where a contract says nothing else of how long it lasts', ends, [
  ['The agreement lasts for 24 months from the date on which it was made.', '2026-03-01'],
  ['The Agent is retained for a period of 18 months as from the date hereof.', '2025-09-01'],
  ['The parties enter into this contract for a three-year term.', '2027-03-01'],
  ['This is a two-year agreement. Rates are in Annex 1.', '2026-03-01'],
  ['The minimum contract period is 36 months from the date of this Agreement.', '2027-03-01'],
  ['Our arrangement will come to an end on November 30, 2026 unless we both agree otherwise.', '2026-11-30'],
  ['This Agreement, unless renewed, will lapse on 31 October 2026.', '2026-10-31'],
  ['This Agreement governs all orders placed from April 1, 2024 through March 31, 2026.', '2026-03-31'],
]);

test('one sentence about another thing is no end, however alone it stands', ends, [
  ['The exclusivity lasts until 31 December 2026. Orders are confirmed in writing.', null],
  ['The discount ends on December 31, 2025. The goods are delivered within six weeks.', null],
  ['The obligations of secrecy under this Agreement continue for five years after its end.', null],
  ['Term of definitive agreement: five years from its signing.', null],
]);

test('its own day, the moment of signing and today are the day of the contract', ends, [
  ['This Agreement shall continue for eighteen months from its date.', '2025-09-01'],
  ['The present contract is valid two years from the moment of its signing.', '2026-03-01'],
  ['This Agreement runs for three years, starting today.', '2027-03-01'],
  ['This Agreement shall have a term extending four (4) years from its execution.', '2028-03-01'],
  ['This Agreement shall terminate five (5) years from the date hereof.', '2029-03-01'],
  ['This Agreement will expire on the day before its tenth anniversary.', '2034-02-28'],
]);

test('a last day in other words', ends, [
  ['The last day of this Agreement is November 30, 2028.', '2028-11-30'],
  ['This Agreement shall not continue beyond November 30, 2028 unless both parties sign an extension.', '2028-11-30'],
  ['This agreement is good through the end of 2025.', '2025-12-31'],
  ['The contract is concluded for the years 2024, 2025 and 2026.', '2026-12-31'],
  ['This contract runs for the calendar years 2024 to 2027.', '2027-12-31'],
]);

test('no end, said by what there is not', ends, [
  ["The Agreement does not expire. It may be brought to an end by ninety days' notice.", 'perpetual'],
  ["We have agreed no end date; you may leave with a month's notice.", 'perpetual'],
  ["No term is fixed. Each party may withdraw on giving three months' notice.", 'perpetual'],
]);

test(
  'a day of which another paper tells, or which each order has for itself, is not taken to be that of the contract',
  ends,
  [
    [
      'This Agreement continues for twelve (12) months from the Start Date set out in each Order. Invoices are payable in 30 days.',
      null,
    ],
    [
      'This Agreement shall continue for three years after the Closing Date (as defined in the Share Purchase Agreement).',
      null,
    ],
    ['This Agreement shall end five years after the last delivery.', null],
  ],
);

test('an amendment counts on from the end that it names, and its recitals say how things stood', (t) => {
  const further = endOf(
    'The Initial Term, which would have expired on June 30, 2024, shall be extended for an additional period of two (2) years.',
    amendment,
  );
  t.is(further.value, '2026-06-30');
  t.true(further.explanation.includes('2024-06-30 + 2 years'));
  const other = endOf(
    'The Term, which currently expires on 30 April 2024, is hereby extended for a further period of one year.',
    amendment,
  );
  t.is(other.value, '2025-04-30');
  const recital = endOf(
    'WHEREAS the Services Agreement expires on December 31, 2024; and the parties wish to change the fees.',
    amendment,
  );
  t.is(recital.value, null);
});

test('who is appointed, committed or granted something for a term, has the contract for so long', ends, [
  [
    'Aster appoints Bell as its sole agent for the Territory for a term of three years from the date hereof.',
    '2027-03-01',
  ],
  ['Customer commits to a twenty-four (24) month term commencing upon execution of this Agreement.', '2026-03-01'],
  [
    'During the three (3) year period following the date hereof (the "Term"), Aster shall supply the Products.',
    '2027-03-01',
  ],
  ['The Term ends on the day falling two years after the date of this Agreement.', '2026-03-01'],
  ['This Agreement ends on the second anniversary of its commencement on 15 September 2024.', '2026-09-15'],
  ['The parties bind themselves from 15 September 2024 to 14 August 2026.', '2026-08-14'],
  ['The Agreement is made for a year from today.', '2025-03-01'],
]);

test('what follows the first term, begins nobody knows when or is granted besides, is not the end', ends, [
  ['The first term ends on 31 August 2026. After that the Agreement goes on by terms of twelve months.', '2026-08-31'],
  ['The term begins when the ship is delivered and lasts 36 months.', null],
  ["The Supplier's credit line is granted for two years. Interest is due monthly.", null],
]);
