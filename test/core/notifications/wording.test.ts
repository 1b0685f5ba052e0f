import test from 'ava';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { letterHtml } from '../../../core/notifications/wording/html.ts';
import type { Letter } from '../../../core/notifications/wording/letter.ts';
import { type NoticeWords, noticeLetter } from '../../../core/notifications/wording/notice.ts';
import { proofLetter, testLetter, wordLetter } from '../../../core/notifications/wording/service.ts';
import { letterText } from '../../../core/notifications/wording/text.ts';
import { fakeNotifier, item, notice, openNotifications } from '../../support/notifications.ts';

const preferences = {
  person: 'local',
  timezone: 'Europe/Berlin',
  quietHours: undefined,
  remindAt: '09:00',
  leadDays: [30],
  digest: 'daily',
  pausedUntil: undefined,
  quotes: true,
  escalation: undefined,
} as const;

const letter = (words: Partial<NoticeWords> = {}): Letter =>
  noticeLetter({
    kind: 'reminder',
    items: [item()],
    lateSince: undefined,
    preferences,
    now: Date.UTC(2026, 1, 24, 8),
    link: undefined,
    unsubscribeUrl: undefined,
    ...words,
  });

const on = (date: string, title = 'Pay the rent') => item({ title, due: { date, words: `the day ${date}` } });

test('the subject says when, what and in which document, as of the day that it is for its reader', (t) => {
  const subject = (date: string, words: Partial<NoticeWords> = {}) => letter({ items: [on(date)], ...words }).subject;
  t.is(letter().subject, 'Due Thursday 26 March: Give notice of non-renewal: Office lease');
  t.is(subject('2026-02-24'), 'Due today, Tuesday 24 February: Pay the rent: Office lease');
  t.is(subject('2026-02-25'), 'Due tomorrow, Wednesday 25 February: Pay the rent: Office lease');
  t.is(subject('2026-02-20'), 'Overdue since Friday 20 February: Pay the rent: Office lease');
  t.is(subject('2027-02-28'), 'Due Sunday 28 February 2027: Pay the rent: Office lease');
  t.is(
    subject('2026-02-20', { kind: 'escalation' }),
    'Nobody has reacted: overdue since Friday 20 February: Pay the rent: Office lease',
  );
  // 24 February 23:30 UTC is the 25th in Berlin and still the 24th in New York.
  const now = Date.UTC(2026, 1, 24, 23, 30);
  t.regex(subject('2026-02-25', { now }), /^Due today/);
  t.regex(
    subject('2026-02-25', { now, preferences: { ...preferences, timezone: 'America/New_York' } }),
    /^Due tomorrow/,
  );
  t.is(
    letter({ items: [on('2026-03-26'), on('2026-02-20', 'File the report'), on('2026-02-24')] }).subject,
    '3 deadlines, 1 overdue: File the report (Friday 20 February) and 2 more',
  );
  t.regex(subject('2026-02-24', { lateSince: '2026-02-23T08:00:00.000Z' }), /^Late: Due today/);
});

test('what stands in documents and names of files cannot break out of a subject line, of text or of HTML', (t) => {
  const evil = item({
    title: 'Pay\r\nBcc: all@example.com\u202e <script>alert(1)</script>',
    party: '"><img src=x onerror=alert(1)>',
    quote: '</p><a href="https://evil.example">Click</a>\u0000',
    document: { id: 'doc_1', name: 'Lease"\n<svg onload=alert(1)>.pdf' },
    due: { date: '2026-03-26', words: '<b>Thursday</b>' },
  });
  const made = letter({ items: [evil], link: 'https://app.example/o/{obligation_id}' });
  t.notRegex(made.subject, /[\r\n\u202e]/);
  const page = letterHtml(made);
  t.notRegex(page, /<script|<img|<svg|<a href="https:\/\/evil|<b>Thursday/);
  t.regex(page, /&lt;script&gt;/);
  t.notRegex(letterText(made), /\nBcc:/);
});

test('text and HTML say the same', (t) => {
  const spoken = (page: string): string =>
    page
      .replace(/<style>[\s\S]*?<\/style>|<title>[\s\S]*?<\/title>|<div style="display:none[\s\S]*?<\/div>/g, ' ')
      .replace(/<a [^>]*href="([^"]*)"[^>]*>[^<]*<\/a>/g, ' $1 ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&nbsp;/g, ' ')
      .replace(/&amp;/g, '&');
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}:/._?={}-]{2,}/gu) ?? [];
  const own = new Set([
    'by',
    'by:',
    'who',
    'who:',
    'in',
    'in:',
    'open:',
    'overdue',
    'overdue:',
    'late',
    'late.',
    'late:',
    '--',
    'stop',
    'these',
    'messages:',
    '1.',
    '2.',
  ]);
  const letters: Letter[] = [
    letter({ link: 'https://app.example/o/{obligation_id}', unsubscribeUrl: 'https://d.example/u?t=1' }),
    letter({ kind: 'digest', items: [item(), on('2026-02-20')], lateSince: '2026-02-23T08:00:00.000Z' }),
    letter({ kind: 'escalation', items: [on('2026-02-20')] }),
    wordLetter({
      kind: 'channel-off',
      subject: { channel: 'chn_1', name: 'E-mail a…@example.com', reason: 'HardBounce' },
      items: [item()],
      preferences,
      now: 0,
      link: undefined,
    }),
    proofLetter('ABCD-EFGH', 'chn_1', 30),
    testLetter(),
  ];
  for (const each of letters) {
    const clean = (text: string) =>
      words(text)
        .filter((word) => !own.has(word))
        .sort();
    t.deepEqual(clean(spoken(letterHtml(each))), clean(letterText(each)), each.subject);
  }
});

test('HTML of a letter loads nothing, runs nothing and needs no style sheet', (t) => {
  const page = letterHtml(letter({ link: 'https://app.example/o/{obligation_id}' }));
  t.notRegex(page, /<script|<link|<img|<iframe|@import|url\(|javascript:/i);
  const body = page.slice(page.indexOf('<body'));
  t.true(
    [...body.matchAll(/<(?:p|td|h1|a)\b[^>]*>/g)].every(([tag]) => /style="/.test(tag) || tag === '<td>'),
    'inline styles',
  );
});

test('a link leads where the setting says, and nowhere where something is missing for it', (t) => {
  const withLink = (link: string, obligationId: string | undefined) => {
    const { obligationId: _, ...rest } = item();
    const each = obligationId === undefined ? rest : { ...rest, obligationId };
    return letter({ link, items: [each] }).items[0]?.url;
  };
  t.is(
    withLink('https://app.example/o/{obligation_id}?d={document_id}', 'a/b&c'),
    'https://app.example/o/a%2Fb%26c?d=doc_1',
  );
  t.is(withLink('https://app.example/o/{obligation_id}', undefined), undefined);
  t.is(withLink('https://app.example/d/{document_id}', undefined), 'https://app.example/d/doc_1');
});

test('a long quote is cut between words and says so; the brief has what is due, by when and where', async (t) => {
  const long = `${'The Tenant shall pay. '.repeat(100)}END`;
  const quoted = letter({ items: [item({ quote: long })] }).items[0]?.quote ?? '';
  t.true(quoted.length <= 600);
  t.regex(quoted, /pay…$|Tenant…$|shall…$|The…$/);
  const mail = fakeNotifier('email');
  const { port, work, addChannel } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  await port.send(localPrincipal, notice());
  await work();
  t.is(
    mail.sent[0]?.message.brief,
    'Give notice of non-renewal. Thursday 26 March 2026, Europe/Berlin, in 84 days. Office lease.pdf, page 3',
  );
  t.deepEqual(mail.sent[0]?.message.data, {
    kind: 'reminder',
    notice: 'reminder:obl_1:30',
    late_since: null,
    items: [{ obligation_id: 'obl_1', document_id: 'doc_1', due: '2026-03-26', page: 3 }],
  });
});
