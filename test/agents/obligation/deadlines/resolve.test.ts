import test from 'ava';
import { occurrences } from '../../../../agents/obligation/deadlines/occurrences.ts';
import { resolveDeadline } from '../../../../agents/obligation/deadlines/resolve/resolve-deadline.ts';
import { holidays, resolved, statedIn, termsWith } from './phrase.ts';

test('what the document does not date stays open, says what is needed, and is resolved when it is told', (t) => {
  const stated = statedIn('within 30 days after receipt of the invoice');
  const open = resolved(stated);
  t.is(open.date, null);
  t.is(open.needs, 'the day on which the invoice is received');
  t.deepEqual(open.anchor, { event: 'receipt of the invoice', term: null, date: null, source: 'unknown' });
  const told = resolved(stated, { facts: { 'receipt of the invoice': '2026-02-10' } });
  t.is(told.date, '2026-03-12');
  t.is(told.needs, null);
  t.is(told.anchor?.source, 'user');
  t.is(told.explanation, 'receipt of the invoice 2026-02-10 (as you said) + 30 days = 2026-03-12');
});

test('the arithmetic is written out', (t) => {
  const { explanation } = resolved(statedIn('at least 90 days prior to the expiration of the Term'), {
    terms: { expirationDate: '2027-03-01' },
  });
  t.is(explanation, 'expiration 2027-03-01 − 90 days = 2026-12-01');
});

test('a day in figures is read only where something decides which of its numbers is the month', (t) => {
  const open = resolved(statedIn('by 03/04/2026'));
  t.is(open.date, null);
  t.is(open.needs, 'whether 03/04/2026 is 3 April 2026 or 4 March 2026');
  t.is(statedIn('by 03/04/2026', { document: 'The Agreement ends on 31/12/2027.' }).date, '2026-04-03');
  t.is(statedIn('by 03/04/2026', { document: 'The Agreement ends on 12/31/2027.' }).date, '2026-03-04');
  t.is(statedIn('by 03/04/2026', { law: 'Delaware' }).date, '2026-03-04');
  t.is(statedIn('by 03/04/2026', { law: 'Germany' }).date, '2026-04-03');
  t.is(statedIn('by 03.04.2026').date, '2026-04-03');
  t.is(statedIn('by 13/04/2026').date, '2026-04-13');
  t.is(statedIn('by 03/04/2026', { document: 'Paid on 31/12/2025 and 12/31/2025.' }).date, null);
});

test('business days are those that the document defines, else those of its law, which is said', (t) => {
  const words = 'within 5 Business Days after the Effective Date';
  const calendar = (document: string, law?: string): string | null =>
    statedIn(words, { document, ...(law !== undefined && { law }) }).calendar;
  t.is(
    calendar('"Business Day" means a day other than a Saturday or Sunday on which banks in London are open.'),
    'GB-ENG',
  );
  t.is(calendar('“Business Day” means any day on which banks in New York and Frankfurt am Main are open.'), 'US+DE-HE');
  t.is(calendar('"Business Day" means a day on which TARGET2 is open.'), 'TARGET');
  t.is(calendar('"Business Day" means any day other than a Saturday, Sunday or public holiday.', 'Germany'), 'DE');
  const assumed = resolved(statedIn(words, { law: 'New York' }), { terms: { effectiveDate: '2026-07-01' } });
  t.is(assumed.calendar, 'US');
  t.is(assumed.date, '2026-07-09');
  t.regex(assumed.explanation, /taken to be those of New York, whose law governs/);
  t.regex(resolved(statedIn(words)).explanation, /Monday to Friday, holidays not known/);
});

test('an hour has the zone that the document names, else the reader’s', (t) => {
  const zone = (words: string, document?: string): string =>
    resolved(statedIn(words, document === undefined ? {} : { document }), { timezone: 'Asia/Tokyo' }).timezone;
  t.is(zone('by 5:00 p.m. New York time on 30 June 2026'), 'America/New_York');
  t.is(zone('by 17:00 (CET) on 30 June 2026'), 'Europe/Berlin');
  t.is(zone('by 5 p.m. Eastern Standard Time on 30 June 2026'), 'America/New_York');
  t.is(zone('by noon GMT+2 on 30 June 2026'), 'Etc/GMT-2');
  t.is(zone('by 5 p.m. on 30 June 2026', 'All times are London time.'), 'Europe/London');
  t.is(zone('by 5 p.m. on 30 June 2026'), 'Asia/Tokyo');
  t.is(resolved(statedIn('by close of business on 30 June 2026')).time, '17:00');
  t.is(resolved(statedIn('by 12:00 noon on 30 June 2026')).time, '12:00');
  t.is(resolved(statedIn('by 12:30 a.m. on 30 June 2026')).time, '00:30');
});

test('notice before expiration follows the period that runs, from its last whole day', (t) => {
  const stated = statedIn('at least 90 days prior to the expiration of the then-current Term');
  const terms = {
    ...termsWith({ expirationDate: '2025-03-01' }),
    current: {
      asOf: '2026-01-15',
      renewals: 2,
      ends: '2027-03-01',
      lastDay: '2027-02-28',
      over: false,
      explanation: 'expiration 2025-03-01 + 2 renewals of 1 year = 2027-03-01, if nobody gave notice',
    },
  };
  const found = resolveDeadline(stated, { terms, facts: new Map(), asOf: '2026-01-15', timezone: 'UTC', holidays });
  t.is(found.date, '2026-11-30');
  t.regex(found.explanation, /2 renewals of 1 year.* − 90 days = 2026-11-30/);
});

test('what recurs stops with the contract, but not with one that renews itself', (t) => {
  const stated = statedIn('on the first day of each month');
  const terms = { effectiveDate: '2026-01-20', expirationDate: '2026-04-30' };
  const ending = resolved(stated, { terms });
  t.deepEqual([ending.date, ending.starts, ending.until], ['2026-02-01', '2026-02-01', '2026-04-30']);
  t.deepEqual(occurrences(ending, '2026-01-01', '2026-12-31'), ['2026-02-01', '2026-03-01', '2026-04-01']);
  const over = resolved(stated, { terms, asOf: '2026-06-01' });
  t.is(over.date, null);
  t.is(over.needs, null);
  t.regex(over.explanation, /none is left/);
  const renewal = { automatic: true, length: 'P1Y', times: null, evidence: [] };
  t.is(resolved(stated, { terms, renewal, asOf: '2026-06-02' }).date, '2026-07-01');
});

test('what only says how often waits for its first day, and then says on which days', (t) => {
  const stated = statedIn('every three months');
  t.is(resolved(stated).needs, 'the day on which it first falls due');
  const told = resolved(stated, { facts: { 'the first time': '2026-01-31' } });
  t.is(told.rrule, 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1');
  t.deepEqual(occurrences(told, '2026-01-01', '2026-12-31'), ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31']);
});

test('an anniversary of 29 February is the 28th in other years', (t) => {
  const found = resolved(statedIn('annually on the anniversary of the Effective Date'), {
    terms: { effectiveDate: '2024-02-29' },
  });
  t.deepEqual(occurrences(found, '2024-01-01', '2028-12-31'), ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
});

test('a day on which nobody works is moved back where the document says so, and never on without a word', (t) => {
  const moved = (direction: string) =>
    resolved(
      statedIn('by 30 May 2026', {
        law: 'England and Wales',
        document: `If any date falls on a day that is not a Business Day, it shall be the ${direction} Business Day.`,
      }),
    );
  t.is(moved('preceding').date, '2026-05-29');
  t.is(moved('next').date, '2026-05-30');
  t.regex(moved('next').explanation, /Saturday, no business day: the document lets it be 2026-06-01/);
});

test('what says no day is none, with its words', (t) => {
  for (const words of ['promptly', 'as soon as reasonably practicable', 'without undue delay']) {
    const found = resolved(statedIn(words));
    t.is(found.kind, 'none');
    t.is(found.explanation, words);
  }
});

test('a length without an event counts from what sets the duty off, or from what is to be told', (t) => {
  t.is(
    statedIn('within 10 days', { trigger: 'upon termination of this Agreement' }).anchor?.event,
    'termination of this Agreement',
  );
  t.is(
    statedIn('within 10 days', { condition: 'if the Customer requests a copy' }).anchor?.event,
    'the Customer requests a copy',
  );
  const sentence = 'The Supplier shall notify the Customer of any security incident *.';
  t.is(statedIn('within 24 hours', { sentence }).anchor?.event, 'any security incident');
  const invoice = statedIn('net 30 days', {
    sentence: 'Terms: *',
    kind: 'invoice',
    document: 'Invoice date: 12 May 2026',
  });
  t.is(resolved(invoice).date, '2026-06-11');
});

test('the effective date of something else is not that of the contract', (t) => {
  t.is(statedIn('within 30 days from the effective date of such notice').anchor?.term, null);
  t.is(statedIn('within 30 days from the effective date of this Agreement').anchor?.term, 'effectiveDate');
});

test('words that break off before their event are read on, and an event ends before what it does not speak of', (t) => {
  const sentence = 'The Supplier shall pay * which the Customer gives notice, in full.';
  t.is(
    statedIn('within 30 days following the date on', { sentence }).anchor?.event,
    'the date on which the Customer gives notice',
  );
  t.is(statedIn('within 30 days after receipt of such notice to').anchor?.event, 'receipt of such notice');
  t.is(statedIn('within 5 days after termination return all documents').anchor?.event, 'termination');
});
