import test from 'ava';
import ICAL from 'ical.js';
import { calendarCapabilities } from '../../../../agents/obligation/calendar/capabilities.ts';
import { calendarOf } from '../../../../agents/obligation/calendar/events.ts';
import { createFeed, openFeed, revokeFeed } from '../../../../agents/obligation/calendar/feeds.ts';
import { writeCalendar } from '../../../../agents/obligation/calendar/write.ts';
import type { Due } from '../../../../agents/obligation/model/due.ts';
import { localPrincipal } from '../../../../core/identity/principal.ts';
import { silentLogger } from '../../../../core/ports/logger.ts';
import { callerOf } from '../../../support/call.ts';
import { createRig, dueOn } from '../reminders/rig.ts';

/** As an independent reader of RFC 5545 understands it. */
const eventsOf = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((component) => ({
    event: new ICAL.Event(component),
    sequence: component.getFirstPropertyValue('sequence'),
    alarms: component.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
  }));

const entryOf = (due: Due, leadDays: readonly number[] = [30, 1, 0]) => ({ due, leadDays, remindAt: '09:00' });

test('a due day is a whole day with alarms at the hour of the person, and an hour is one in its own zone', (t) => {
  const [whole, timed] = eventsOf(
    calendarOf('Deadlines', [
      entryOf(dueOn('2027-03-31')),
      entryOf(dueOn('2027-07-01', { time: '17:00', timezone: 'America/New_York' }), [1, 0]),
    ]),
  );
  t.true(whole?.event.startDate.isDate);
  t.is(whole?.event.startDate.toString(), '2027-03-31');
  t.deepEqual(whole?.alarms, ['-P29DT15H', '-PT15H', 'PT9H']);
  t.is(timed?.event.endDate.toJSDate().toISOString(), '2027-07-01T21:00:00.000Z');
  t.deepEqual(timed?.alarms, ['-P1D', '-PT2H']);
});

test('an entry says what, whose and where it stands', (t) => {
  const [entry] = eventsOf(calendarOf('Deadlines', [entryOf(dueOn('2027-03-31'))]));
  t.is(entry?.event.summary, 'Give notice of non-renewal (Tenant)');
  t.is(
    entry?.event.description,
    'Last day: Wednesday 31 March 2027 (Europe/Berlin)\nOffice lease.pdf, page 3\n“The Tenant shall give notice.”',
  );
});

test('a moved occurrence is the same entry in a later state; nothing changed is the same file', (t) => {
  const due = dueOn('2027-03-31');
  const moved = dueOn('2027-04-30', { occurrence: '2027-03-31', since: '2027-03-02T10:00:00.000Z' });
  const [before] = eventsOf(calendarOf('Deadlines', [entryOf(due)]));
  const [after] = eventsOf(calendarOf('Deadlines', [entryOf(moved)]));
  t.is(after?.event.uid, before?.event.uid);
  t.not(after?.event.startDate.toString(), before?.event.startDate.toString());
  t.true(Number(after?.sequence) > Number(before?.sequence));
  t.is(calendarOf('Deadlines', [entryOf(due)]), calendarOf('Deadlines', [entryOf(due)]));
});

test('text of a document stays text: line ends, separators and what looks like a property add none', (t) => {
  const due = dueOn('2027-03-31', {
    title: 'Pay\r\nATTENDEE:mailto:x@example.com',
    quote: 'a; b, c \\ d\nBEGIN:VALARM\u202e',
  });
  const [entry, ...more] = eventsOf(calendarOf('Deadlines', [entryOf(due, [1])]));
  t.is(more.length, 0);
  t.is(entry?.event.summary, 'Pay\nATTENDEE:mailto:x@example.com (Tenant)');
  t.is(entry?.event.attendees.length, 0);
  t.is(entry?.alarms.length, 1);
  t.true(entry?.event.description.endsWith('“a; b, c \\ d\nBEGIN:VALARM ”'));
});

test('a calendar holds what was asked for', async (t) => {
  const rig = await createRig(t, '2027-03-01T12:00:00Z');
  rig.dues = [
    dueOn('2027-03-31'),
    dueOn('2027-04-05', { obligationId: 'obl_rent', party: 'Landlord', person: 'bo' }),
    dueOn('2027-04-06', { obligationId: 'obl_other', document: { id: 'doc_other', name: 'Loan.pdf' } }),
  ];
  const uids = async (which: Parameters<typeof writeCalendar>[2]) =>
    eventsOf((await writeCalendar(rig.ports, localPrincipal, which)).calendar).map(({ event }) => event.uid);
  t.is((await uids({})).length, 3);
  t.deepEqual(await uids({ party: 'landlord' }), ['obl_rent-2027-04-05@dossier']);
  t.deepEqual(await uids({ person: 'bo' }), ['obl_rent-2027-04-05@dossier']);
  t.deepEqual(await uids({ documents: ['doc_other'] }), ['obl_other-2027-04-06@dossier']);
});

test('a feed opens with its token alone, in its own workspace, until it is revoked', async (t) => {
  const rig = await createRig(t, '2027-03-01T12:00:00Z');
  const other = { ...localPrincipal, workspace: 'other', user: 'eve' };
  const made = await createFeed(rig.ports, other, { name: 'phone', party: null, person: null, documents: null });
  t.is((await openFeed(rig.ports, made.token))?.principal.workspace, 'other');
  const [workspace = '', id = '', secret = ''] = made.token.split('.');
  const wrong = secret.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
  t.is(await openFeed(rig.ports, [workspace, id, wrong].join('.')), undefined);
  t.is(await openFeed(rig.ports, [Buffer.from('local').toString('base64url'), id, secret].join('.')), undefined);
  for (const token of ['', 'a.b.c', `${made.token}x`]) t.is(await openFeed(rig.ports, token), undefined);
  await t.throwsAsync(revokeFeed(rig.ports, localPrincipal, made.id), { code: 'feed_not_found' });
  await revokeFeed(rig.ports, other, made.id);
  await revokeFeed(rig.ports, other, made.id);
  t.is(await openFeed(rig.ports, made.token), undefined);
});

test('the link of a feed is shown once, and no list has it', async (t) => {
  const rig = await createRig(t, '2027-03-01T12:00:00Z');
  const call = callerOf({ capabilities: calendarCapabilities(rig.ports) }, silentLogger);
  const { path, feed } = await call<{ path: string; feed: { id: string } }>('calendar.feeds.create', { name: 'phone' });
  const secret = path.split('.').at(-1) ?? '';
  t.true(secret.length >= 32);
  t.false(JSON.stringify(await call('calendar.feeds.list')).includes(secret));
  const { feed: revoked } = await call<{ feed: { revoked_at: string | null } }>('calendar.feeds.revoke', {
    id: feed.id,
  });
  t.is(revoked.revoked_at, '2027-03-01T12:00:00.000Z');
});
