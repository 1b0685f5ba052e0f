import test from 'ava';
import { duesOf } from '../../../../agents/obligation/obligations/dues.ts';
import { states } from '../../../../agents/obligation/obligations/lifecycle/records.ts';
import { analyses, readings } from '../../../../agents/obligation/obligations/records.ts';
import { detailText } from '../../../../agents/obligation/obligations/render.ts';
import type { ObligationDetail, ObligationView } from '../../../../agents/obligation/obligations/view.ts';
import { eachRecord } from '../../../../core/document/each.ts';
import { localPrincipal } from '../../../../core/identity/principal.ts';
import { update } from '../../../../core/ports/records.ts';
import { type ObligationOffice, openObligations } from '../../../support/obligation-office.ts';
import { act, listed, named as namedAmong, until } from './acts.ts';
import { lease } from './texts.ts';

const everything = {
  status: ['proposed', 'confirmed', 'snoozed', 'overdue', 'done', 'dismissed'],
  deadline: ['dated', 'open', 'past', 'none'],
  limit: 500,
};
const all = async (office: ObligationOffice): Promise<readonly ObligationView[]> =>
  (await listed(office, everything)).obligations;
const named = (office: ObligationOffice, words: RegExp) => namedAmong(office, words, everything);
const shown = (office: ObligationOffice, id: string) => office.call<ObligationDetail>('obligations.show', { id });
const changesOf = async (office: ObligationOffice, id: string) =>
  (await shown(office, id)).history.map(({ change, by }) => `${change} by ${by}`);

test('a new version keeps every decision on words that it still has, wherever they stand and whatever their number', async (t) => {
  const office = await openObligations(t);
  const id = await office.take('lease.txt', lease);
  const certificate = await named(office, /certificate/);
  const rent = await named(office, /rent/);
  const sublet = await named(office, /sublet/);
  await act(office, 'confirm', rent.id);
  await act(office, 'done', rent.id);
  await office.call('obligations.edit', { id: rent.id, person: 'ben' });
  await act(office, 'dismiss', certificate.id, { reason: 'We are insured by the landlord.' });
  await act(office, 'confirm', sublet.id);
  const moved = lease
    .replace('2. Rent. The Tenant', '2. Language. This Lease is written in English.\n\n3. Rent. The Tenant')
    .replace('4. Insurance. The', '6. Insurance. The');
  t.is(await office.take('lease.txt', moved), id);
  const after = await shown(office, rent.id);
  t.deepEqual([after.status, after.person, after.done, after.in_document], ['confirmed', 'ben', ['2026-01-05'], true]);
  t.is((await named(office, /certificate/)).status, 'dismissed');
  t.is((await named(office, /sublet/)).id, sublet.id);
  t.is((await all(office)).length, 5);
});

test('what was confirmed stays when the document no longer says it, is reminded of, and waits for somebody to decide', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /certificate/);
  await act(office, 'confirm', id);
  await office.take('lease.txt', lease.replace('no later than 20 March 2026', 'no later than 20 May 2026'));
  const gone = await shown(office, id);
  t.deepEqual(
    [gone.status, gone.in_document, gone.needs_decision, gone.deadline.date],
    ['confirmed', false, true, '2026-03-20'],
  );
  t.deepEqual(await changesOf(office, id), ['confirmed by local', 'gone by system']);
  t.true(office.wakes.length >= 2);
  t.is((await duesOf(office.ports, localPrincipal, { from: '2026-01-01', to: '2026-12-31' })).length, 1);
  const both = (await all(office)).filter(({ title }) => /certificate/.test(title));
  t.deepEqual(
    both.map(({ deadline, status, in_document }) => [deadline.date, status, in_document]),
    [
      ['2026-03-20', 'confirmed', false],
      ['2026-05-20', 'proposed', true],
    ],
  );
  await act(office, 'confirm', id);
  t.false((await shown(office, id)).needs_decision);
  await office.take('lease.txt', `${lease}\nThank you.`);
  const back = await shown(office, id);
  t.deepEqual([back.in_document, back.status, back.needs_decision], [true, 'confirmed', false]);
  t.is((await changesOf(office, id)).at(-1), 'returned by system');
});

test('reading again undoes nothing and names the same things', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const before = await all(office);
  await act(office, 'confirm', before[0]?.id ?? '');
  const decided = await all(office);
  const stored = await Array.fromAsync(eachRecord(office.records, localPrincipal, analyses));
  for (const each of stored) {
    const value = { ...each.value, fingerprint: 'of other readers' };
    await office.records.commit(localPrincipal, { writes: [update(analyses, each, value)] });
  }
  t.deepEqual(await all(office), decided);
  t.deepEqual(
    decided.map(({ id }) => id),
    before.map(({ id }) => id),
  );
});

test('the same clause twice is two obligations, decided apart; when one goes, what was decided on it stays to be decided on', async (t) => {
  const office = await openObligations(t);
  const twice = `${lease}\n6. Insurance. The Tenant shall deliver the certificate of insurance to the Landlord no later than 20 March 2026.\n`;
  await office.take('lease.txt', twice);
  const both = (await all(office)).filter(({ title }) => /certificate/.test(title));
  t.is(new Set(both.map(({ id }) => id)).size, 2);
  for (const { id } of both) await act(office, 'confirm', id);
  await office.take('lease.txt', lease);
  const after = (await all(office)).filter(({ title }) => /certificate/.test(title));
  t.deepEqual(after.map(({ in_document, status }) => [in_document, status]).sort(), [
    [false, 'confirmed'],
    [true, 'confirmed'],
  ]);
});

test('the term that a contract waits for is said once, and what was confirmed gets its day without being asked for', async (t) => {
  const office = await openObligations(t);
  const closing = lease.replace(
    'This Lease takes effect on 1 March 2025 and continues until 28 February 2027.',
    'This Lease takes effect on the Closing Date and continues for two years from the Closing Date.',
  );
  await office.take('lease.txt', closing);
  const notice = await named(office, /non-renewal/);
  t.is(notice.deadline.date, null);
  t.is(notice.deadline.needs, 'Closing Date');
  await act(office, 'confirm', notice.id);
  t.deepEqual(await duesOf(office.ports, localPrincipal, { from: '2026-01-01', to: '2030-12-31' }), []);
  const dated = await office.call<ObligationDetail>('obligations.edit', { id: notice.id, anchor_date: '2025-06-01' });
  t.is(dated.deadline.date, '2027-03-03');
  t.is(dated.history.at(-1)?.fields[0]?.after, '2025-06-01');
  const [due] = await duesOf(office.ports, localPrincipal, { from: '2026-01-01', to: '2027-12-31' });
  t.is(due?.date, '2027-03-03');
  await office.call('terms.set', { document_id: notice.document_id, fact: 'Closing Date', date: '2025-06-10' });
  const [moved] = await duesOf(office.ports, localPrincipal, { from: '2026-01-01', to: '2027-12-31' });
  t.is(moved?.date, '2027-03-12');
});

test('nothing is left of a deleted document, and its reminders are looked at again', async (t) => {
  const office = await openObligations(t);
  const id = await office.take('lease.txt', lease);
  await act(office, 'confirm', (await named(office, /certificate/)).id);
  const { length } = office.wakes;
  await office.drop(id);
  t.true(office.wakes.length > length);
  for (const collection of [analyses, readings, states]) {
    const left = await office.records.find(localPrincipal, collection as typeof states);
    t.deepEqual(left.items, [], collection.name);
  }
});

test('nothing is kept of what versions said that are gone, but what people decided', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  await office.take('lease.txt', `${lease}\nThank you.`);
  const versions = new Set<number>();
  for await (const { value } of eachRecord(office.records, localPrincipal, readings)) versions.add(value.version);
  t.deepEqual([...versions], [2]);
});

test('an amendment gives what follows from the terms another day, beside what was confirmed, and takes it back when it goes', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /non-renewal/);
  await act(office, 'confirm', id);
  const amendment = await office.take(
    'amendment.txt',
    `AMENDMENT NO. 1 TO THE LEASE AGREEMENT

This Amendment No. 1 is made on 2 January 2026 between Kestrel Yards Ltd (the "Landlord") and Olsen Foods AS (the "Tenant") and amends the Lease Agreement dated 1 March 2025.

1. The term of the Lease is extended until 28 February 2028.
`,
  );
  const notices = async () =>
    (await all(office))
      .filter(({ title }) => /non-renewal/.test(title))
      .map(({ deadline, status, needs_decision }) => [deadline.date, status, needs_decision]);
  t.deepEqual(await notices(), [
    ['2026-11-30', 'confirmed', true],
    ['2027-11-30', 'proposed', false],
  ]);
  // Each quote is named after the document that it stands in.
  const renewed = (await all(office)).find(({ deadline }) => deadline.date === '2027-11-30');
  for (const { quote, document_id, document_name } of renewed?.evidence ?? []) {
    t.is(document_name, document_id === amendment ? 'amendment.txt' : 'lease.txt', quote);
  }
  t.true(renewed?.evidence.some(({ document_id }) => document_id === amendment));
  await office.drop(amendment);
  t.deepEqual(await notices(), [['2026-11-30', 'confirmed', false]]);
});

test('a document that nobody gets to the end of takes nothing from the others, nor what was decided on it, and is named', async (t) => {
  const office = await openObligations(t);
  const id = await office.take('lease.txt', lease);
  await office.take('notice.txt', lease.replaceAll('certificate', 'receipt').replaceAll('2026', '2027'));
  const certificate = await named(office, /certificate/);
  await act(office, 'confirm', certificate.id);
  office.endless.ids.add(id);
  // In another year days are reckoned anew.
  until(office, '2027-01-04T08:00:00Z');
  const { obligations, unread } = await listed(office, everything);
  t.deepEqual(unread, [{ document_id: id, document_name: 'lease.txt' }]);
  t.true(obligations.some(({ title }) => /receipt/.test(title)));
  t.is(obligations.find((each) => each.id === certificate.id)?.status, 'overdue');
  t.is(office.endless.tried, 1);
  await listed(office, everything);
  t.is(office.endless.tried, 1, 'it holds nobody up again');
  const { timeline } = await office.call<{ timeline: string }>('timeline', {});
  t.regex(timeline, /What lease\.txt says now is not among it/);
});

test('what a sentence says is proposed as before, with the words of an amendment that speak of its clause', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const amended = async (words: RegExp) => {
    const { id, amended: quotes, deadline } = await named(office, words);
    return { id, quotes: quotes.map(({ quote, document_name: name }) => [quote, name]), date: deadline.date };
  };
  const before = await amended(/certificate/);
  t.deepEqual(before.quotes, []);
  await act(office, 'confirm', before.id);
  const change =
    '1. In Section 4 of the Lease Agreement the words "20 March 2026" are replaced by the words "20 April 2026".';
  const amendment = await office.take(
    'amendment.txt',
    `AMENDMENT NO. 1 TO THE LEASE AGREEMENT

This Amendment No. 1 is made on 2 January 2026 between Kestrel Yards Ltd (the "Landlord") and Olsen Foods AS (the "Tenant") and amends the Lease Agreement dated 1 March 2025.

${change}
`,
  );
  t.deepEqual(await amended(/certificate/), { ...before, quotes: [[change, 'amendment.txt']] });
  t.is((await named(office, /certificate/)).status, 'confirmed');
  const detail = await office.call<ObligationDetail>('obligations.show', { id: before.id });
  const same = (text: string) => text;
  const text = detailText(detail, { bold: same, dim: same, good: same, bad: same, width: 500 });
  t.true(text.includes(`Amended, amendment.txt, page 1: “${change}”`), text);
  t.deepEqual((await amended(/rent/)).quotes, []);
  await office.drop(amendment);
  t.deepEqual(await amended(/certificate/), before);
});
