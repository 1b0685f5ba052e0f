import test from 'ava';
import { decisions } from '../../../agents/risk/decisions/records.ts';
import { analyses, findings } from '../../../agents/risk/findings/records.ts';
import type { FindingView } from '../../../agents/risk/findings/view.ts';
import { openings } from '../../../agents/risk/openings.ts';
import type { RisksOutput } from '../../../agents/risk/overview/capability.ts';
import type { DocumentRisks } from '../../../agents/risk/overview/view.ts';
import { eachRecord } from '../../../core/document/each.ts';
import type { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { Collection } from '../../../core/ports/records.ts';
import { type Office, openOffice } from '../../support/risk-office.ts';
import { amendment, supply } from './texts.ts';

const everything = ['open', 'accepted', 'dismissed'];

const risksIn = ({ call }: Office, id: string) =>
  call<DocumentRisks & RisksOutput>('risks', { document_ids: [id], status: everything });
const statusesIn = async (office: Office, id: string) => {
  const { findings, missing } = await risksIn(office, id);
  return [...findings, ...missing].map(({ detector, status }) => [detector, status]);
};
const named = (findings: readonly FindingView[], detector: string): FindingView => {
  const found = findings.find((each) => each.detector === detector);
  if (found === undefined) throw new Error(`nothing found by ${detector}`);
  return found;
};

test('what was decided, by whom, when and why is kept and shown', async (t) => {
  const office = await openOffice(t);
  const { call, take, clock } = office;
  const id = await take('supply.txt', supply);
  const liability = named((await risksIn(office, id)).findings, 'toy-unlimited');
  await call('risks.accept', { finding: liability.id }, { ...localPrincipal, user: 'ann' });
  clock.advance(1000);
  await call('risks.dismiss', { finding: liability.id, reason: 'We are insured.' }, { ...localPrincipal, user: 'ben' });
  clock.advance(1000);
  const again = { finding: liability.id, reason: 'We are insured.' };
  const { finding } = await call<{ finding: FindingView }>('risks.dismiss', again);
  t.is(finding.status, 'dismissed');
  t.deepEqual(
    finding.history.map(({ status, by, reason }) => [status, by, reason]),
    [
      ['accepted', 'ann', null],
      ['dismissed', 'ben', 'We are insured.'],
    ],
  );
  t.true((finding.history[0]?.decided_at ?? '') < (finding.history[1]?.decided_at ?? ''));
  const shown = await call<DocumentRisks & RisksOutput>('risks', { document_ids: [id] });
  t.false(shown.findings.some((each) => each.id === liability.id));
  t.deepEqual(shown.summary.by_status, { open: 3, accepted: 0, dismissed: 1 });
  await call('risks.reopen', { finding: liability.id });
  t.is(named((await risksIn(office, id)).findings, 'toy-unlimited').status, 'open');
});

test('dismissing needs a reason, and a finding that is not there is said to be missing', async (t) => {
  const office = await openOffice(t);
  const id = await office.take('supply.txt', supply);
  const { id: finding } = named((await risksIn(office, id)).findings, 'toy-unlimited');
  await t.throwsAsync(office.call('risks.dismiss', { finding }));
  await t.throwsAsync(office.call('risks.dismiss', { finding, reason: '  ' }));
  t.is((await t.throwsAsync<DossierError>(office.call('risks.accept', { finding: 'fnd_none' })))?.code, 'not_found');
  const other = { ...localPrincipal, workspace: 'other' };
  t.is((await t.throwsAsync<DossierError>(office.call('risks.accept', { finding }, other)))?.code, 'not_found');
});

test('a new version keeps the decisions on what it still says, and reopens nothing else', async (t) => {
  const office = await openOffice(t);
  const { call, take } = office;
  const id = await take('supply.txt', supply);
  const { findings, missing } = await risksIn(office, id);
  for (const { id: finding } of [...findings, ...missing]) await call('risks.dismiss', { finding, reason: 'known' });
  // The first clause has another number, other line breaks and quotation marks, moves down the page and keeps its words; one period is
  // longer; the rest stays.
  const changed = supply
    .replace('1. Delivery.', '1. Language. This agreement is written in English.\n\n2. Delivery.')
    .replace('3. Liability.', '4. Liability.')
    .replace("Customer's liability under this", 'Customer’s liability\nunder this')
    .replace('150 days', '160 days');
  t.is(await take('supply.txt', changed), id);
  const after = await risksIn(office, id);
  t.is(after.version, 2);
  t.deepEqual(await statusesIn(office, id), [
    ['toy-unlimited', 'dismissed'],
    ['toy-notice', 'open'],
    ['toy-notice', 'dismissed'],
    ['toy-no-law', 'dismissed'],
  ]);
  const before = named(findings, 'toy-unlimited');
  const now = named(after.findings, 'toy-unlimited');
  t.is(now.id, before.id);
  t.not(now.evidence[0]?.start, before.evidence[0]?.start);
});

const twice = (middle: string) => `TERMS

The Customer's liability under this schedule is unlimited.

${middle}

The Customer's liability under this schedule is unlimited.`;

test('two clauses with the same words are two findings, decided apart', async (t) => {
  const office = await openOffice(t);
  const { call, take } = office;
  const id = await take('terms.txt', twice('Schedule B'));
  const liability = async () =>
    (await risksIn(office, id)).findings.filter(({ detector }) => detector === 'toy-unlimited');
  const [first, second] = await liability();
  t.not(first?.id, second?.id);
  await call('risks.dismiss', { finding: first?.id, reason: 'not signed' });
  t.deepEqual(
    (await liability()).map(({ status }) => status),
    ['dismissed', 'open'],
  );
  await take('terms.txt', twice('Schedule C'));
  t.deepEqual(
    (await liability()).map(({ id: each, status }) => [each, status]),
    [
      [first?.id, 'dismissed'],
      [second?.id, 'open'],
    ],
  );
  // Nobody can tell which of the two is gone: the one that is left has to be looked at again.
  await take('terms.txt', twice('').replace(/[^\n]*unlimited\.$/, 'The end.'));
  t.deepEqual(
    (await liability()).map(({ id: each, status }) => [each, status]),
    [[first?.id, 'open']],
  );
});

test('of clauses with the same words that were all decided alike, what is left stays decided', async (t) => {
  const office = await openOffice(t);
  const { call, take } = office;
  const id = await take('terms.txt', twice('Schedule B'));
  for (const { id: finding, detector } of (await risksIn(office, id)).findings)
    if (detector === 'toy-unlimited') await call('risks.accept', { finding });
  await take('terms.txt', twice('').replace(/[^\n]*unlimited\.$/, 'The end.'));
  t.deepEqual((await statusesIn(office, id))[0], ['toy-unlimited', 'accepted']);
});

test('looking through again undoes no decision, whatever a detector has learned meanwhile', async (t) => {
  const office = await openOffice(t);
  const { call, take, now } = office;
  const id = await take('supply.txt', supply);
  const { id: finding } = named((await risksIn(office, id)).findings, 'toy-unlimited');
  await call('risks.accept', { finding });
  now.detectors = now.detectors.map((each) => ({
    ...each,
    version: '2.0.0',
    detector: {
      ...each.detector,
      detect: (input: never) => each.detector.detect(input).map((found) => ({ ...found, confidence: 0.5 })),
    },
  }));
  const again = named((await risksIn(office, id)).findings, 'toy-unlimited');
  t.like(again, { id: finding, status: 'accepted', confidence: 0.5, detector_version: '2.0.0' });
});

test('a deleted document takes its findings and decisions with it', async (t) => {
  const office = await openOffice(t);
  const { call, take, drop, lose } = office;
  const id = await take('supply.txt', supply);
  const { id: finding } = named((await risksIn(office, id)).findings, 'toy-unlimited');
  await call('risks.dismiss', { finding, reason: 'private words' });
  await drop(id);
  t.is((await t.throwsAsync<DossierError>(call('risks.accept', { finding })))?.code, 'not_found');
  lose('supply.txt');
  const back = await take('supply.txt', supply);
  t.is(named((await risksIn(office, back)).findings, 'toy-unlimited').status, 'open');
});

test('nothing of what is gone is kept: neither of a version that was replaced, nor of a document that was deleted', async (t) => {
  const office = await openOffice(t);
  const { store, take, drop } = office;
  const held = async (word: string): Promise<string[]> => {
    const found: string[] = [];
    for (const collection of [analyses, findings, openings, decisions] as unknown as Collection<object>[])
      for await (const each of eachRecord(store.records, localPrincipal, collection))
        if (JSON.stringify(each).includes(word)) found.push(collection.name);
    return found;
  };
  const id = await take('supply.txt', supply);
  t.deepEqual(await held('150 days'), ['risk.findings', 'risk.openings']);
  await take('supply.txt', supply.replace('150 days', '160 days'));
  t.deepEqual(await held('150 days'), []);
  await take('amendment.txt', amendment);
  await risksIn(office, id);
  t.deepEqual(await held('45 days'), ['risk.findings', 'risk.findings', 'risk.openings']);
  const { findings: now } = await risksIn(office, id);
  await office.call('risks.accept', { finding: now[0]?.id });
  await drop(id);
  t.deepEqual(await held('160 days'), []);
  t.deepEqual(await held(id), []);
});
