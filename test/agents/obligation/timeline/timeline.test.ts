import test from 'ava';
import { htmlTimeline } from '../../../../agents/obligation/timeline/html.ts';
import { markdownTimeline } from '../../../../agents/obligation/timeline/markdown.ts';
import { type TimelineEntry, timelineOf } from '../../../../agents/obligation/timeline/model.ts';

const entry = (date: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  obligationId: `obl_${date}`,
  title: 'Pay the rent',
  party: 'Tenant',
  document: { id: 'doc_lease', name: 'Lease.pdf' },
  date,
  time: undefined,
  timezone: 'Europe/Berlin',
  quote: 'Rent is due on the 5th.',
  quotedIn: { id: 'doc_lease', name: 'Lease.pdf' },
  page: 2,
  standing: 'confirmed',
  ...more,
});

test('twelve months from this one, each due day in its month and the row of its document', (t) => {
  const other = { id: 'doc_loan', name: 'Loan.pdf' };
  const timeline = timelineOf(
    [entry('2027-02-05'), entry('2026-11-30'), entry('2027-10-31', { document: other }), entry('2027-11-01')],
    '2026-11-26',
  );
  t.deepEqual(
    [timeline.months[0], timeline.months[2], timeline.months[11]].map((month) => month?.label),
    ['Nov 2026', 'Jan 2027', 'Oct'],
  );
  t.deepEqual(
    timeline.rows.map(({ document, cells }) => [document.name, cells.map(({ length }) => length).join('')]),
    [
      ['Lease.pdf', '100100000000'],
      ['Loan.pdf', '000000000001'],
    ],
  );
});

test('what was confirmed and has passed is overdue; what nobody confirmed is not held against anybody', (t) => {
  const timeline = timelineOf(
    [entry('2026-11-25'), entry('2026-11-25', { standing: 'proposed' }), entry('2026-11-26', { standing: 'proposed' })],
    '2026-11-26',
  );
  t.is(timeline.overdue.length, 1);
  t.deepEqual([timeline.confirmed, timeline.proposed], [1, 1]);
  t.regex(markdownTimeline(timeline), /\*\*Thu 26 Nov\*\* \(today, not confirmed\): Pay the rent/);
});

test('what comes back within a month is one line there, quoted where it comes first', (t) => {
  const days = ['2026-11-27', '2026-11-28', '2026-12-01', '2026-12-02', '2026-12-03'];
  const timeline = timelineOf(
    days.map((date) => entry(date, { obligationId: 'obl_daily' })),
    '2026-11-26',
  );
  t.deepEqual(
    timeline.months.slice(0, 2).map(({ entries }) => entries.map(({ date, times }) => `${date} ${times}`)),
    [['2026-11-27 2'], ['2026-12-01 3']],
  );
  const text = markdownTimeline(timeline);
  t.is(text.split('Rent is due on the 5th.').length, 2);
  t.regex(text, /\*\*Tue 1 Dec\*\* \(in 5 days, 3 times\)/);
});

test('text of documents is text in both forms', (t) => {
  const title = '<img src=x onerror=alert(1)> | [x](http://x.example)';
  const timeline = timelineOf([entry('2026-12-05', { title, quote: '</blockquote><script>' })], '2026-11-26');
  const page = htmlTimeline(timeline);
  t.false(page.includes('<img'));
  t.false(page.includes('<script'));
  t.regex(page, /default-src &#39;none&#39;; style-src &#39;sha256-/);
  t.true(markdownTimeline(timeline).includes('\\<img src=x onerror=alert(1)\\> \\| \\[x\\](http\\://x.example)'));
});
