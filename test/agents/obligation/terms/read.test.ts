import test from 'ava';
import { obligationsFromTerms } from '../../../../agents/obligation/obligations/read/from-terms.ts';
import { termsOf } from '../../../../agents/obligation/terms/terms-of.ts';
import { readText } from '../../../support/read-text.ts';

const head = (rest = '') =>
  `SERVICES AGREEMENT\n\nThis Services Agreement is made on 1 March 2024 between Aster Ltd (the "Supplier") and Bell Inc. (the "Customer").${rest}\n\n`;

/** Value of a term, its explanation, what it needs, and the words that its evidence quotes. */
const termsIn = (
  text: string,
  setup: Parameters<typeof termsOf>[1] = {},
  types: Readonly<Record<string, readonly string[]>> = {},
) => {
  const document = readText(text, { types });
  const found = termsOf(document, setup);
  const values = Object.fromEntries(Object.values(found.terms).map(({ name, value }) => [name, value]));
  const quotes = (name: keyof typeof found.terms) =>
    found.terms[name].evidence.map(({ start, end }) => document.text.slice(start, end));
  return { ...found, values, quotes };
};

test('a fixed term, an automatic renewal, its notice and the law are read and reckoned with their arithmetic', (t) => {
  const { values, terms, renewal, quotes } = termsIn(
    `${head(' It is effective as of 1 April 2024 (the "Effective Date").')}1. Term. This Agreement shall commence on the Effective Date and continue for three years. Thereafter it shall automatically renew for successive periods of one year each unless either party gives at least 90 days' written notice before the end of the then current term.\n\n2. Law. This Agreement is governed by the laws of the State of New York, without regard to conflicts of law.\n`,
  );
  t.like(values, {
    agreementDate: '2024-03-01',
    effectiveDate: '2024-04-01',
    expirationDate: '2027-04-01',
    term: 'P3Y',
    renewalTerm: 'P1Y',
    noticePeriod: 'P90D',
    governingLaw: 'New York',
  });
  t.is(
    terms.expirationDate.explanation,
    'effective 2024-04-01 + 3 years = 2027-04-01; its last whole day is 2027-03-31',
  );
  // Ninety days before the last whole day: in time however the days are counted.
  t.is(values['noticeDeadline'], '2026-12-31');
  t.is(
    terms.noticeDeadline.explanation,
    'effective 2024-04-01 + 3 years − 90 days = 2026-12-31, counted from the last whole day 2027-03-31',
  );
  t.deepEqual([renewal?.automatic, renewal?.length, renewal?.times], [true, 'P1Y', null]);
  const inputs = quotes('noticeDeadline').join('\n');
  for (const words of ['90 days', 'three years', '1 April 2024']) t.true(inputs.includes(words), words);
});

test('a stated last day is that day, and a period that runs from a day ends on its anniversary', (t) => {
  const until = termsIn(
    `${head()}The term of this Agreement begins on the date hereof and continues until December 31, 2026, unless terminated earlier.\n`,
  );
  t.is(until.values['expirationDate'], '2026-12-31');
  t.is(until.terms.expirationDate.explanation, 'stated: 2026-12-31');
  const from = termsIn(`${head()}The term of this Agreement is two years from the date of this Agreement.\n`);
  t.is(from.values['expirationDate'], '2026-03-01');
  t.is(from.terms.expirationDate.explanation, 'agreement 2024-03-01 + 2 years = 2026-03-01');
  const anniversary = termsIn(
    `${head()}This Agreement shall continue in force until the fifth (5th) anniversary of the date of this Agreement.\n`,
  );
  t.is(anniversary.values['expirationDate'], '2029-03-01');
});

test('months that have no such day end on their last, 29 February included, and that is said', (t) => {
  const of = (day: string, length: string) =>
    termsIn(
      `LEASE AGREEMENT\n\nThis Lease Agreement is made on ${day} between Aster Ltd (the "Landlord") and Bell Inc. (the "Tenant").\n\nThe term of this Agreement is ${length} from the date of this Agreement.\n`,
      {},
      { 'expiration-date': ['term of this Agreement'] },
    ).terms.expirationDate;
  t.is(of('29 February 2024', 'one year').value, '2025-02-28');
  t.regex(of('29 February 2024', 'one year').explanation, /that month has no such day: its last/);
  t.is(of('29 February 2024', 'four years').value, '2028-02-29');
  t.is(of('31 August 2024', 'six months').value, '2025-02-28');
  t.is(of('31 January 2024', 'one month').value, '2024-02-29');
});

test('what has no end is perpetual, and has no last day for notice', (t) => {
  const { values } = termsIn(
    `${head()}This Agreement shall continue indefinitely until terminated by either party upon sixty (60) days' prior written notice.\n`,
  );
  t.is(values['expirationDate'], 'perpetual');
  t.is(values['noticeDeadline'], null);
});

test('what depends on something that the document does not say stays open, says what it needs, and follows from the answer', (t) => {
  const text = `${head()}The term of this Agreement is five years from the Closing Date. Either party may prevent the renewal by six months' notice before the end of the term; otherwise it shall be renewed for one further period of two years.\n`;
  const open = termsIn(text);
  t.is(open.values['expirationDate'], null);
  t.is(open.terms.expirationDate.needs, 'Closing Date');
  t.is(open.terms.expirationDate.explanation, 'Closing Date + 5 years');
  t.is(open.values['term'], 'P5Y');
  t.is(open.terms.noticeDeadline.needs, 'Closing Date');
  const facts = new Map([['closing date', '2025-08-31']]);
  const known = termsIn(text, { facts });
  t.is(known.values['expirationDate'], '2030-08-31');
  t.is(known.values['noticeDeadline'], '2030-02-28');
  t.regex(known.terms.expirationDate.explanation, /^Closing Date 2025-08-31 \(as you said\) \+ 5 years/);
});

test('what may be assumed stands beside what is open, says what it takes for granted, and nothing is reckoned from it', (t) => {
  const open = termsIn(
    `${head()}The term of this Agreement is five years from the Closing Date. It shall be renewed for further periods of two years unless either party gives six months' notice before the end of the term.\n`,
  );
  const { expirationDate, noticeDeadline } = open.terms;
  t.is(expirationDate.value, null);
  t.is(expirationDate.needs, 'Closing Date');
  t.is(expirationDate.assumed?.value, '2029-03-01');
  t.is(expirationDate.assumed?.explanation, 'if it counts from agreement 2024-03-01: + 5 years = 2029-03-01');
  t.true((expirationDate.assumed?.confidence ?? 1) < expirationDate.confidence);
  t.is(noticeDeadline.value, null);
  t.is(noticeDeadline.needs, 'Closing Date');
  t.is(open.current, null);
  const known = termsIn(`${head()}The term of this Agreement is five years from the date hereof.\n`);
  t.is(known.terms.expirationDate.assumed, undefined);
});

test('an obligation never takes an assumed day: it says what has to be confirmed', (t) => {
  const document = readText(`${head()}The term of this Agreement is five years from the Closing Date.\n`);
  const [end] = obligationsFromTerms({
    termsAt: (asOf) => termsOf(document, { asOf }),
    today: '2025-01-01',
    timezone: 'UTC',
  });
  t.is(end?.deadline.date, null);
  t.is(end?.deadline.needs, 'Closing Date');
  t.regex(end?.deadline.explanation ?? '', /; to be confirmed: if it counts from agreement 2024-03-01/);
  t.deepEqual(end?.periods, []);
});

test('a day among signatures is the day of a contract that bears none, the number of a section is not', (t) => {
  const body = `SERVICES AGREEMENT\n\nAster Ltd and Bell Inc. agree as follows.\n\n1.2.23\n\nReports\n\n`;
  const signed = `By: /s/ A. Vane\nName: A. Vane\nTitle: Director\nDate 13/07/2025\n\nSchedule A\n\n${'The Supplier keeps records of its work. '.repeat(300)}`;
  t.is(termsIn(`${body}${signed}`).values['agreementDate'], '2025-07-13');
  t.is(termsIn(body).values['agreementDate'], null);
});

test('a date left blank is open under a name by which it can be given', (t) => {
  const text = `SUPPLY AGREEMENT\n\nThis Supply Agreement is made as of ____ day of ________, 2025 between Aster Ltd (the "Supplier") and Bell Inc. (the "Buyer").\n\nThe term of this Agreement is one year from the date hereof.\n`;
  const { terms } = termsIn(text);
  t.is(terms.agreementDate.value, null);
  t.is(terms.expirationDate.needs, 'Agreement Date');
  const given = termsIn(text, { facts: new Map([['agreement date', '2025-05-01']]) });
  t.is(given.values['expirationDate'], '2026-05-01');
});

test('a defined date is looked up; the later of two ends stays open', (t) => {
  const defined = termsIn(
    `${head()}"Commencement Date" means 1 June 2024.\n\nThe term of this Agreement shall begin on the Commencement Date and continue for one year.\n`,
  );
  t.is(defined.values['expirationDate'], '2025-06-01');
  t.true(defined.quotes('expirationDate').some((quote) => quote.includes('means 1 June 2024')));
  const later = termsIn(
    `${head()}This Agreement shall remain in effect until the later of December 31, 2026 and the completion of the Services.\n`,
    {},
    { 'expiration-date': ['remain in effect'] },
  );
  t.is(later.values['expirationDate'], null);
  t.regex(later.terms.expirationDate.needs ?? '', /later of December 31, 2026/);
});

test('on a day, the renewal that runs then and its own last day for notice', (t) => {
  const text = `${head()}This Agreement shall commence on 1 March 2024 and continue for one year. It shall automatically renew for up to two additional periods of six months each unless either party gives 30 days' notice before the end of the then current period.\n`;
  const on = (asOf: string) => termsIn(text, { asOf });
  t.like(on('2024-06-01').current, { renewals: 0, ends: '2025-03-01', lastDay: '2025-02-28', over: false });
  t.is(on('2024-06-01').values['noticeDeadline'], '2025-01-29');
  t.like(on('2025-03-01').current, { renewals: 1, ends: '2025-09-01', over: false });
  t.is(on('2025-03-01').values['noticeDeadline'], '2025-08-01');
  t.like(on('2026-12-01').current, { renewals: 2, ends: '2026-03-01', over: true });
  t.is(on('2026-12-01').values['expirationDate'], '2025-03-01');
});

test('laws by their names and adjectives; what somebody is organized under is none', (t) => {
  const law = (sentence: string) => termsIn(`${head()}${sentence}\n`).values['governingLaw'];
  t.is(law('This Agreement is governed by English law.'), 'England and Wales');
  t.is(law('THIS AGREEMENT SHALL BE CONSTRUED UNDER THE LAWS OF THE STATE OF TEXAS.'), 'Texas');
  t.is(
    law(
      'This Agreement shall be governed by the laws of the Province of Ontario and the federal laws of Canada applicable therein.',
    ),
    'Ontario',
  );
  t.is(
    law('This Agreement shall be governed by the laws of the United States of America and of the State of Ohio.'),
    'Ohio',
  );
  t.is(
    law('The Supplier is a company organized under the laws of Delaware and shall comply with the laws of France.'),
    null,
  );
});

test('a renewal by choice is told from one by itself, and the notice that asks for it from one that stops it', (t) => {
  const { terms, renewal } = termsIn(
    `${head()}The term of this Agreement begins on the date hereof and continues for two years. The Customer may extend the term of this Agreement for one additional period of one year by written notice at least 60 days before the end of the term.\n`,
  );
  t.false(renewal?.automatic);
  t.is(terms.noticePeriod.value, null);
  t.is(terms.noticeDeadline.value, '2025-12-30');
  t.regex(terms.noticeDeadline.explanation, /^to ask for a renewal: /);
});

test('a clause that says nothing but the law says whose it is; one that has to be observed is none', (t) => {
  const lawOf = (clause: string) =>
    termsOf(readText(`AGREEMENT between Aster Ltd and Bell Inc.\n\n8. Invoices are due in 30 days.\n\n${clause}\n`))
      .terms.governingLaw.value;
  t.is(lawOf('9. Laws of Hong Kong.'), 'Hong Kong');
  t.is(lawOf('9. The law of the Netherlands.'), 'Netherlands');
  t.is(lawOf('9. The laws of Hong Kong on stamps are observed.'), null);
});
