import test from 'ava';
import { termsOf } from '../../../../agents/obligation/terms/terms-of.ts';
import { readText } from '../../../support/read-text.ts';

/** A contract for three years that says this of what comes after, among lengths of other things. */
const read = (words: string) => {
  const document = readText(
    `HAULAGE CONTRACT\n\nThis Haulage Contract is made on 1 March 2024 between Aster Ltd (the "Haulier") and Bell Inc. (the "Customer").\n\n1. The initial term begins on 1 March 2024 and continues for three years from that day. ${words} Invoices are paid within 30 days. Records are kept for seven years.\n`,
  );
  const { terms, renewal } = termsOf(document);
  return { length: terms.renewalTerm.value, notice: terms.noticePeriod.value, terms, renewal };
};

const byItself = [
  [
    'After these three years another two years are added to the contract unless either party writes to the other at least five months before they begin.',
    'P2Y',
    'P5M',
  ],
  [
    'A further year shall be added to the term each time, save where a party has declared, ninety days before its close, that it withdraws.',
    'P1Y',
    'P90D',
  ],
  [
    'The haulage passes into another year whenever neither side has, by the fortieth day before the year is over, told the other that it is to stop.',
    'P1Y',
    'P40D',
  ],
  [
    'The first period is succeeded by additional periods of four months unless a party says no at least 20 days before one of them begins.',
    'P4M',
    'P20D',
  ],
  [
    'Each party may say no to a renewal not later than six weeks before the term ends; if neither does, two more years are added to the term.',
    'P2Y',
    'P6W',
  ],
  [
    'The contract can be terminated by registered letter by the end of the contract term, observing a period of notice of three months; otherwise it is prolonged by one year.',
    'P1Y',
    'P3M',
  ],
  [
    'The term shall extend itself by twenty-four months unless one party, while at least 100 days of it remain, gives the other notice that it shall not.',
    'P24M',
    'P100D',
  ],
  [
    'Eight-month extensions shall come about on their own, and stop once a party has given thirty-five days’ notice that the running one is the last.',
    'P8M',
    'P35D',
  ],
  [
    'The Haulier is engaged for the whole of it, and from grazing year to grazing year after that until a party has given notice seventy days in writing.',
    'P1Y',
    'P70D',
  ],
  [
    'Unless, inside the forty days that precede its end, a party tells the other that it means to leave, it goes on for another half a year.',
    'P6M',
    'P40D',
  ],
  [
    'The prolongation does not occur if a party has made known to the other, with a preadvice of fifteen weeks, that it has no wish for it. It is prolonged by two years each time.',
    'P2Y',
    'P15W',
  ],
  [
    'The term renews each lease year for a further lease year without other formality, and a party stops this by a letter that reaches the other by the one hundred and tenth day before the end.',
    'P1Y',
    'P110D',
  ],
  [
    'Its validity will be extended by silence of the parties for periods of one (1) year, unless one of them communicates its wish to end it with fifty (50) days of anticipation.',
    'P1Y',
    'P50D',
  ],
  [
    'It can be terminated for the first time to 28 February 2027 with seven months’ notice. Otherwise it is prolonged by one year at a time.',
    'P1Y',
    'P7M',
  ],
  [
    'The period of notice is six months to the end of the contract term. Unless so ended it is prolonged for two years each time.',
    'P2Y',
    'P6M',
  ],
  [
    'This contract shall remain in force until 28 February 2027 and, if not terminated on that date by nine months’ previous notice, for successive periods of two years.',
    'P2Y',
    'P9M',
  ],
  [
    'Unless on or before 34 days from the end of the term either party elects out, it renews for a further year.',
    'P1Y',
    'P34D',
  ],
  [
    'Absent a written notice from either side at least 66 days out from the end of the then-current term, the deal re-ups for one year.',
    'P1Y',
    'P66D',
  ],
  [
    'Renewals are for one year and are automatic, unless notice in writing is received by a party 62 calendar days before.',
    'P1Y',
    'P62D',
  ],
  [
    'A party wishing to withdraw at the end of the term must warn the other at least three months before; without such a warning the contract is taken as prolonged by one year.',
    'P1Y',
    'P3M',
  ],
  [
    'Failing a letter four weeks short of the end, the mandate shall in each case be deemed concluded anew for a further two years.',
    'P2Y',
    'P4W',
  ],
  [
    'The term will be followed by a second one of equal length unless the Customer opts out not later than 33 days prior.',
    'P3Y',
    'P33D',
  ],
  ['\n\nRenewal: yearly, automatic\nTermination notice: 3 months before the end of the term\n', 'P1Y', 'P3M'],
  ['\n\nRENEWAL\n\nOne year at a time, unless a party gives 64 days’ notice before the end of a year.', 'P1Y', 'P64D'],
] as const;
for (const [words, length, notice] of byItself) {
  test(`goes on by itself: ${words}`, (t) => {
    const { renewal, ...said } = read(words);
    t.is(said.length, length);
    t.is(said.notice, notice);
    t.true(renewal?.automatic);
  });
}

const chosen = [
  ['By letters exchanged between the parties its duration may be protracted for six months.', 'P6M'],
  ['It may, if both wish it, be kept in force for one more year.', 'P1Y'],
  ['By common consent the term may be prorogued by five months.', 'P5M'],
  ['The Customer has two successive four-year options to extend the term for up to an additional eight years.', 'P4Y'],
  [
    'The Haulier grants the liberty to extend it by eleven months, for which the Customer writes not less than 75 days before it ends.',
    'P11M',
  ],
  ['\n\nExtension periods: 14 months each, at the option of the Customer.', 'P14M'],
  ['There shall be two periods of extension, of one year each, each of which the Customer may call for.', 'P1Y'],
  ['The Customer may call for a second term of four years by letter sent a year before the first is over.', 'P4Y'],
  ['The Customer is granted two renewals of three years, each to be claimed by notice six months before.', 'P3Y'],
  ['The Customer may, by six months’ notice, hold the concession for two further years.', 'P2Y'],
  ['Should the Customer so wish, the term shall be prolonged by up to 6 months.', 'P6M'],
  ['It will lapse unless the parties have, three months before, agreed on a renewal of two years.', 'P2Y'],
] as const;
for (const [words, length] of chosen) {
  test(`goes on only where somebody chooses it, and no notice stops it: ${words}`, (t) => {
    const { renewal, ...said } = read(words);
    t.is(said.length, length);
    t.false(renewal?.automatic);
    t.is(said.notice, null);
  });
}

const none = [
  'By this supplement the contract is prolonged for seven months, which end on 30 September 2027.',
  'The contract is hereby extended for one year, so that it will automatically expire on 28 February 2028.',
  'These covenants shall bind the Haulier during the term and shall extend beyond the term for two years.',
  'The Customer may ask for an extension of the term of the loan by three years.',
  'In that event the term shall be extended through the day that is not less than 8 months from the date of the merger.',
  'Unused credits are carried over into the next contract year.',
  'The extension does not take place on its own.',
  'After the first four years it may be ended by either party.',
];
for (const words of none) {
  test(`no renewal of the contract: ${words}`, (t) => {
    t.is(read(words).length, null);
    t.is(read(words).notice, null);
  });
}

test('what goes on for a length at a time does so any number of times', (t) => {
  t.is(
    read('It renews itself for one (1) year at a time unless a party has asked for a renewal in writing.').renewal
      ?.times,
    null,
  );
  t.is(read('The Customer may have a renewal of one year.').renewal?.times, 1);
});

test('a paragraph under the heading of later terms says how long each is, and what follows it whether they come by themselves', (t) => {
  const said = read(
    '\n\nII. LATER PERIODS. Twenty months each. Each follows upon the one before, with nothing to be done. A party that does not want a later period to start tells the other so in a letter posted no fewer than eighty-five (85) days ahead of its start. For a later period the Haulier may ask a new price by notice given at least 140 days ahead.',
  );
  t.is(said.length, 'P20M');
  t.true(said.renewal?.automatic);
  t.is(said.notice, 'P85D');
  t.is(said.terms.noticeDeadline.value, '2026-12-05');
});

test('of a notice that lets the first term be the last and one that ends what goes on from month to month the first is told', (t) => {
  const said = read(
    'Either party may terminate this contract at the end of the initial term by 65 days’ notice before the end of the term. If no such notice is given, it continues from month to month until terminated by 25 days’ notice.',
  );
  t.is(said.length, 'P1M');
  t.is(said.notice, 'P65D');
});

test('what goes on without end once its first term is past is no renewal by a length, and its notice is told', (t) => {
  const said = read(
    'Once that is past it runs on until one of the parties has given the other a 45-day written notice.',
  );
  t.is(said.length, null);
  t.true(said.renewal?.automatic);
  t.is(said.notice, 'P45D');
});
