import test from 'ava';
import { resolved, statedIn } from './phrase.ts';

const terms = { agreementDate: '2025-12-20', effectiveDate: '2026-01-01', expirationDate: '2027-03-01' };

/** Each day that the words name, read on 15 January 2026 under the terms above. */
const days: readonly (readonly [words: string, date: string])[] = [
  ['by 30 April 2026', '2026-04-30'],
  ['on or before April 30, 2026', '2026-04-30'],
  ['no later than 2026-04-30', '2026-04-30'],
  ['before 1 October 2026', '2026-09-30'],
  ['until 31 May 2026', '2026-05-31'],
  ['by the end of June 2026', '2026-06-30'],
  ['by the end of February 2028', '2028-02-29'],
  ['by 31.12.2026', '2026-12-31'],
  ['by 25/12/2026', '2026-12-25'],
  ['within 30 days after the Effective Date', '2026-01-31'],
  ['within thirty (30) days of the date of this Agreement', '2026-01-19'],
  ['at least ninety (90) days prior to the expiration of the Term', '2026-12-01'],
  ['no later than 60 days before the end of the then-current Term', '2026-12-31'],
  ['not less than three months before the expiry of this Agreement', '2026-12-01'],
  ['within two weeks after the Effective Date', '2026-01-15'],
  ['within one quarter after the Effective Date', '2026-04-01'],
  ['within 14 days after 20 February 2028', '2028-03-05'],
  ['within 1 month after 31 January 2028', '2028-02-29'],
  ['by the Effective Date', '2026-01-01'],
  ['prior to the expiration of this Agreement', '2027-02-28'],
  ['not less than 14 clear days before the expiration of this Agreement', '2027-02-14'],
  ['within 5 business days after the Effective Date', '2026-01-08'],
  ['at least 5 business days before the expiration of this Agreement', '2027-02-22'],
  ['no later than the 5th of each month', '2026-02-05'],
  ['on the last day of each month', '2026-01-31'],
  ['on the last business day of each month', '2026-01-30'],
  ['on the first Monday of every month', '2026-02-02'],
  ['by 31 March of each year', '2026-03-31'],
  ['on each January 15 and July 15', '2026-01-15'],
  ['at the end of each calendar quarter', '2026-03-31'],
  ['within 45 days after the end of each calendar quarter', '2026-05-15'],
  ['within 10 days after the end of each month', '2026-02-10'],
  ['quarterly in arrears', '2026-03-31'],
  ['monthly in advance', '2026-02-01'],
  ['annually on the anniversary of the Effective Date', '2027-01-01'],
  ['on the fifteenth day of the second month of each quarter', '2026-02-15'],
  ['every two weeks beginning on 5 January 2026', '2026-01-19'],
  ['every second Tuesday beginning on 6 January 2026', '2026-01-20'],
];

for (const [words, date] of days) {
  test(`"${words}" is ${date}`, (t) => {
    const deadline = resolved(statedIn(words), { terms });
    t.is(deadline.date, date, JSON.stringify(deadline));
    t.is(deadline.needs, null);
    t.true(deadline.explanation.length > 5);
  });
}

/** The rule that the words come to. */
const rules: readonly (readonly [words: string, rrule: string])[] = [
  ['on the 31st of each month', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['on the 30th day of each month', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
  ['by the third business day of each month', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3'],
  ['on the first day of January, April, July and October', 'FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=1'],
  ['by the 10th of the following month', 'FREQ=MONTHLY;BYMONTHDAY=10'],
  ['every Friday', 'FREQ=WEEKLY;BYDAY=FR'],
  ['daily', 'FREQ=DAILY'],
  ['weekly', 'FREQ=WEEKLY'],
  ['every six months', 'FREQ=MONTHLY;INTERVAL=6'],
  ['twice a year', 'FREQ=MONTHLY;INTERVAL=6'],
  ['every two years', 'FREQ=YEARLY;INTERVAL=2'],
  ['semi-annually', 'FREQ=MONTHLY;INTERVAL=6'],
  ['on the last Friday of each month', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['by the end of each year', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
];

for (const [words, rrule] of rules) {
  test(`"${words}" is ${rrule}`, (t) => {
    const stated = statedIn(words);
    t.is(stated.kind, 'recurring');
    t.is(stated.rrule, rrule);
  });
}
