import test from 'ava';
import { isDayFirst, writtenDays } from '../../../core/reading/written-days.ts';

const days = (text: string) => writtenDays(text).map(({ start, end, iso }) => [text.slice(start, end), iso]);

test('days are read in the ways in which people write them, each where it stands', (t) => {
  t.deepEqual(days('made on March 1, 2024, or 1 March 2024, or 2024-03-01'), [
    ['March 1, 2024', '2024-03-01'],
    ['1 March 2024', '2024-03-01'],
    ['2024-03-01', '2024-03-01'],
  ]);
  t.deepEqual(days('this 17t h day of February 2016 and the first day of May, 2017'), [
    ['17t h day of February 2016', '2016-02-17'],
    ['first day of May, 2017', '2017-05-01'],
  ]);
  t.deepEqual(days('the 20th day of Friday, March 2020'), [['20th day of Friday, March 2020', '2020-03-20']]);
});

test('figures are month first, day first where only that is a day or the text writes so, and with full stops', (t) => {
  t.deepEqual(days('5/7/12'), [['5/7/12', '2012-05-07']]);
  t.deepEqual(
    days('29/3/18 and 4/5/18').map(([, iso]) => iso),
    ['2018-03-29', '2018-05-04'],
  );
  t.deepEqual(
    days('1.4.2011').map(([, iso]) => iso),
    ['2011-04-01'],
  );
  t.deepEqual(
    days('12/31/99').map(([, iso]) => iso),
    ['1999-12-31'],
  );
});

test('figures with the year first, and those whose order the whole tells', (t) => {
  t.deepEqual(days('2009/3/18, 2009.03.05 and 2009年3月7日'), [
    ['2009/3/18', '2009-03-18'],
    ['2009.03.05', '2009-03-05'],
    ['2009年3月7日', '2009-03-07'],
  ]);
  t.deepEqual(days('2009/13/18, 2009/3/18/4, 12009/3/18'), []);
  t.true(isDayFirst('14/02/2019 and 01/03/2019'));
  t.false(isDayFirst('14/02/2019 and 01/31/2019'));
  t.is(writtenDays('01/03/2019', { dayFirst: true })[0]?.iso, '2019-03-01');
});

test('a day of which something is left blank has a place and no date; a ruled line is none', (t) => {
  t.deepEqual(days('as of ____ day of ________, 2025'), [['____ day of ________, 2025', undefined]]);
  t.deepEqual(days('dated May ___, 2015'), [['May ___, 2015', undefined]]);
  t.deepEqual(days(`Above\n${'_'.repeat(70)}\nbelow`), []);
});

test('what is no day is none: 30 February, versions, sections, sums', (t) => {
  t.deepEqual(days('February 30, 2024; version 1.2.3.4; Section 4.1.2; 1/2; 31/31/2020'), []);
});

test('a year in words, of our Lord, after "of" or "in the year", and a month between dashes', (t) => {
  for (const [written, iso] of [
    ['the 4th day of June in the year two thousand and seventeen', '2017-06-04'],
    ['the twenty third day of May 2011', '2011-05-23'],
    ['this 2nd day of July in the year of our Lord one thousand nine hundred and eighty-eight', '1988-07-02'],
    ['first day of October, Nineteen Ninety-Six', '1996-10-01'],
    ['tenth of April, twenty nineteen', '2019-04-10'],
    ['August 9, Two Thousand Twelve (2012)', '2012-08-09'],
    ['18th day of March, A.D. 2013', '2013-03-18'],
    ['19th day of December of 2005', '2005-12-19'],
    ['the 3rd (third) day of May 2014', '2014-05-03'],
    ['March the 5th, 1999', '1999-03-05'],
    ['11-Apr-2014', '2014-04-11'],
    ['15/AUG/16', '2016-08-15'],
  ] as const)
    t.deepEqual(
      days(written).map((day) => day[1]),
      [iso],
      written,
    );
  t.deepEqual(days('on 3 May twenty ten-day periods begin; May 5, two thousand-page copies; 31-Apr-2014; 1-May'), []);
});

test('a table of blanks is read in time, however wide its columns are', (t) => {
  // Each further blank of a row would take as long as all before it together.
  const row = `____${' '.repeat(2000)}x\n`;
  t.deepEqual(writtenDays(row.repeat(60)), []);
  t.deepEqual(
    writtenDays('this ____ day of May, 2015').map(({ iso }) => iso),
    [undefined],
  );
});

test('a day as scans, rules and converters leave it', (t) => {
  for (const [written, iso] of [
    ['as of the __14th__ day of March, 2012', '2012-03-14'],
    ['this _4th_ day of _May_, 2010', '2010-05-04'],
    ['the 1/st/ day of June, 2003', '2003-06-01'],
    ['December 31/st/, 2003', '2003-12-31'],
    ['this llth day of July, 1997', '1997-07-11'],
    ['the 2lst day of May, 1999', '1999-05-21'],
    ['this 16th day of A ugust\n2017', '2017-08-16'],
    ['J anuary 27, 2015', '2015-01-27'],
    ['DATE: 3.26.02', '2002-03-26'],
    ['4.30.2002', '2002-04-30'],
  ] as const)
    t.deepEqual(days(written), [[written.replace(/^(?:as of )?(?:the|this|DATE:) /, ''), iso]], written);
  t.deepEqual(days('version 3.26.01, all of May, or l of June 2001'), []);
});

test('where a rule went with what was to be written on it, the day is blank', (t) => {
  for (const written of ['this day of June, 2008', 'as of November     , 2008', 'as of December  th 2014'])
    t.deepEqual(
      days(written).map(([, iso]) => iso),
      [undefined],
      written,
    );
  t.deepEqual(days('The last day of June, 2008 and November, 2008'), []);
});
