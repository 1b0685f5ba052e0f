import test from 'ava';
import { termsOf } from '../../../../agents/obligation/terms/terms-of.ts';
import { readText } from '../../../support/read-text.ts';

/** A contract for three years that says this of what comes after, among lengths of other things. */
const contractThat = (goesOn: string, types: Readonly<Record<string, readonly string[]>> = {}) => {
  const document = readText(
    `SERVICES AGREEMENT\n\nThis Services Agreement is made on 1 March 2024 between Aster Ltd (the "Supplier") and Bell Inc. (the "Customer").\n\n1. The initial term begins on 1 March 2024 and continues for three years from that day. ${goesOn} Invoices are paid within 30 days. Records are kept for seven years.\n`,
    { types },
  );
  const { terms, renewal } = termsOf(document);
  const quotes = terms.renewalTerm.evidence.map(({ start, end }) => document.text.slice(start, end));
  return { length: terms.renewalTerm.value, notice: terms.noticePeriod.value, renewal, terms, quotes };
};

const automatic = [
  ['At its end it is renewed for a year at a time unless a party objects two months before.', 'P1Y', 'P2M'],
  ["Thereafter it carries on from year to year until either side ends it by three months' notice.", 'P1Y', 'P3M'],
  [
    'The contract is tacitly renewed for periods of two years, save where one party has denounced it at least six months before expiry.',
    'P2Y',
    'P6M',
  ],
  [
    'Failing notice of termination at least 60 days prior to the end of the term, it rolls over for twelve months.',
    'P12M',
    'P60D',
  ],
  [
    'Should neither party give notice 90 days before the end of the term, this Agreement continues for another year.',
    'P1Y',
    'P90D',
  ],
  [
    'It is prolonged by another half a year each time if not terminated with a notice period of one month to the end of the term.',
    'P6M',
    'P1M',
  ],
  [
    'It renews for successive six-month terms unless cancelled by notice of ten (10) days before the end.',
    'P6M',
    'P10D',
  ],
  [
    'A further term of two years follows automatically unless a party opts out at least 3 months in advance.',
    'P2Y',
    'P3M',
  ],
  [
    'It stands extended for one more crop year unless the Customer declines in writing 30 days before that year.',
    'P1Y',
    'P30D',
  ],
  [
    'Afterwards it runs from quarter to quarter until one party gives four weeks to the end of a quarter as notice.',
    'P3M',
  ],
  [
    'It extends by a further year in each case if it is not cancelled subject to one month’s notice to its end.',
    'P1Y',
    'P1M',
  ],
  ['This Agreement renews at each 1 January unless cancelled with 90 days’ notice.', 'P1Y', 'P90D'],
  [
    'It continues for two-year terms by tacit agreement. Notice of termination: six months before each end.',
    'P2Y',
    'P6M',
  ],
  [
    'It renews automatically for one year, unless at least 60, but no more than 90, days before the end a party gives notice that it will not.',
    'P1Y',
    'P60D',
  ],
  [
    'It is automatically renewed for twelve months unless either party gives notice. Such notice must be given 45 days prior to the end of the term.',
    'P12M',
    'P45D',
  ],
  [
    'When the fixed time is over it continues week by week until the Customer ends it on seven days’ notice.',
    'P1W',
    'P7D',
  ],
  [
    'This pact shall, unless a party gives three months’ previous notice in writing expiring on its last day, continue for further periods of four years.',
    'P4Y',
    'P3M',
  ],
  ['It is considered renewed for two grazing years if not revoked one month before it lapses.', 'P2Y', 'P1M'],
  [
    "The hire shall be in force for two years and from month to month thereafter, subject to cancellation by either party upon ten days' notice before the end of any month.",
    'P1M',
    'P10D',
  ],
  [
    "It lasts three years, and for successive periods of four years each thereafter, subject to either party's right to elect, by notice at least nine months before the end of any of them, that it not be renewed.",
    'P4Y',
    'P9M',
  ],
  [
    'Unless cancelled by letter at the latest five weeks before expiry, it shall be continued each time for the term of one year.',
    'P1Y',
    'P5W',
  ],
  [
    'It shall continue Year to Year until ended by either Party at the end of any subsequent Year by notice to the other at least seventy (70) Days in advance.',
    'P1Y',
    'P70D',
  ],
  [
    'The term is renewed for successive terms of sixty months. The Supplier may prevent any renewal by giving the Customer at least eighty-five (85) days’ notice.',
    'P60M',
    'P85D',
  ],
  [
    'It is renewed for periods of two years. The sentence before does not apply if the Customer gives written notice, received not later than the one hundred tenth (110th) day before the end of the term.',
    'P2Y',
    'P110D',
  ],
  [
    'It renews for successive two-year terms. Either party may elect not to renew by notice: in the case of the Supplier, at least ten (10) months, and in the case of the Customer, at least five (5) months, before the end of the term.',
    'P2Y',
    'P10M',
  ],
  [
    'It renews yearly. A party may opt out. To be valid, an opt-out has to reach the other party fifty (50) days before the renewal date.',
    'P1Y',
    'P50D',
  ],
  [
    'After its end it is prolonged by a year, on condition that no party has renounced it. Renunciation is done in writing, with at least seven weeks’ notice.',
    'P1Y',
    'P7W',
  ],
  [
    'If no party requests renegotiation at least 130 days before the end of the initial term, it shall continue on a month-to-month basis.',
    'P1M',
    'P130D',
  ],
  [
    '\n\nRenewal: automatic, 18 months at a time.\nNotice of non-renewal: 40 days.\nCure period: 20 days.\n',
    'P18M',
    'P40D',
  ],
] as const;
for (const [words, length, notice] of automatic) {
  test(`goes on by itself: ${words}`, (t) => {
    const read = contractThat(words);
    t.is(read.length, length);
    t.true(read.renewal?.automatic);
    if (notice !== undefined) t.is(read.notice, notice);
  });
}

const chosen = [
  ['The parties may by mutual consent prolong this Agreement for three months more.', 'P3M'],
  ['The Customer has the option to extend for one further Fiscal Year by resolution of its board.', 'P1Y'],
  ['It is renewable annually by agreement.', 'P1Y'],
  ['Any renewal shall be for five years and needs the signature of both parties.', 'P5Y'],
  ['The Customer has two consecutive, dependent options of one year each, exercisable by 1 May.', 'P1Y'],
  ['The Customer may renew this Agreement for up to six additional years, in two (2) year increments.', 'P2Y'],
  ['It may be extended by the Customer for one or more periods not exceeding nine (9) months each.', 'P9M'],
  [
    'The Customer may obtain a successor licence for an additional term equal in length to the original term, by notice not less than six months nor more than twelve months before the end of the term.',
    'P3Y',
  ],
  [
    'The Agreement will renew for subsequent six-month periods if the parties so agree in writing no later than 30 days before it ends.',
    'P6M',
  ],
  [
    'The Customer may extend the term by five months. Notice by the Customer to extend: six weeks before the end of the term.',
    'P5M',
  ],
  ['The Customer may exercise up to four one-year option periods.', 'P1Y'],
  ['The term is subject to annual renewal by the board.', 'P1Y'],
  ['The Customer may by notice, given six months before, have it prolonged by one period of two years.', 'P2Y'],
  [
    'This Agreement shall continue from year to year after that, if each such continuance is approved by the board.',
    'P1Y',
  ],
] as const;
for (const [words, length] of chosen) {
  test(`goes on only where somebody chooses it, and no notice stops it: ${words}`, (t) => {
    const read = contractThat(words);
    t.is(read.length, length);
    t.false(read.renewal?.automatic);
    t.is(read.notice, null);
  });
}

const others = [
  'The Customer may extend the warranty by one year for a fee.',
  'Licences to end users renew for one-year terms unless cancelled 30 days before.',
  'The guarantee is renewed for one year at a time until the works are accepted.',
  'The Supplier may extend the Delivery Date to a date that is six months later.',
  'The obligations of secrecy survive this Agreement and continue in force thereafter for five years.',
  'This Agreement shall not be renewed automatically.',
  'The Term may not be extended beyond five years.',
  'Time for completion is prolonged by one week for each week of frost.',
  'There is no right to have the term renewed for another year.',
  'The Customer renews each sublicence for two years.',
  'The Customer may extend the time for acceptance by one month, and has additional options for two models.',
  'Employees continue with the Customer on a month-to-month basis.',
  'Prices may be raised once a year on two months’ notice before the end of a year.',
];
for (const words of others) {
  test(`no renewal of the contract, and no notice that stops one: ${words}`, (t) => {
    const read = contractThat(words);
    t.is(read.length, null);
    t.is(read.notice, null);
  });
}

test('a renewal that has a name is as long as the document says elsewhere, which is among its evidence', (t) => {
  const goesOn =
    'It shall be extended by successive Extension Periods unless a party objects 45 days before the end of the term.';
  for (const definition of [
    '"Extension Period" means any period of eighteen (18) months that is added.',
    'Extension Period: eighteen months.',
    'Each extension shall be for eighteen months.',
  ]) {
    const read = contractThat(`${goesOn} ${definition}`);
    t.is(read.length, 'P18M', definition);
    t.deepEqual(read.quotes, [goesOn, definition]);
  }
  t.is(contractThat(goesOn).length, null);
});

test('a renewal for the same period is as long as the first term, by what says how long that is', (t) => {
  const read = contractThat('It shall be renewed for like periods unless notice is given three months before the end.');
  t.is(read.length, 'P3Y');
  t.true(read.quotes.some((words) => words.includes('three years')));
  const terms = contractThat('It is renewed automatically on the same terms and conditions.', {
    'renewal-term': ['same terms'],
  });
  t.is(terms.length, null);
  t.true(terms.renewal?.automatic);
});

test('what goes on without end after its first term is no renewal by a length, its notice is told; for what never had a first term neither is', (t) => {
  const after = contractThat(
    "It continues after that without limit of time until one party ends it by six months' notice.",
  );
  t.is(after.length, null);
  t.true(after.renewal?.automatic);
  t.is(after.notice, 'P6M');
  const whereafter = contractThat(
    "It shall endure for three years, whereafter it shall continue indefinitely, subject to the right of either party to terminate on five months' written notice given after the expiry of the initial period.",
  );
  t.is(whereafter.length, null);
  t.is(whereafter.notice, 'P5M');
  const document = readText(
    "SERVICES AGREEMENT\n\nThis Services Agreement is made on 1 March 2024 between Aster Ltd and Bell Inc. It shall continue in effect until either party terminates it upon thirty days' written notice.\n",
  );
  t.is(termsOf(document).terms.noticePeriod.value, null);
});

test('what an amendment extends now is the term, not a renewal of it', (t) => {
  const document = readText(
    'FIRST AMENDMENT TO SERVICES AGREEMENT\n\nThis First Amendment is made on 1 March 2024 between Aster Ltd and Bell Inc. The parties now extend its term for two years beyond that date.\n',
    { types: { 'renewal-term': ['now extend'] } },
  );
  t.is(termsOf(document).renewal, null);
});
