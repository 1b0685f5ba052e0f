import test from 'ava';
import type { Outcome } from '../../../../agents/retrieval/answer/outcome.ts';
import { leansBack, readFollowUp } from '../../../../agents/retrieval/question/follow-up.ts';
import type { DossierError } from '../../../../core/errors/error.ts';
import { localPrincipal } from '../../../../core/identity/principal.ts';
import { openLibrary } from '../../../support/library.ts';
import { lease, river, services } from '../documents.ts';

const texts = { lease, services, river };
type Threads = { threads: { thread_id: string; title: string; turns: number; document_ids: string[] }[] };
type Shown = Threads['threads'][number] & { entries: { question: string; asked_at: string; outcome: Outcome }[] };

test('a follow-up is understood from the thread, and means nothing without it', async (t) => {
  const { call } = await openLibrary(t, texts);
  const first = await call<Outcome>('ask', {
    question: 'Must the Tenant maintain liability insurance?',
    thread: 'new',
  });
  t.true(first.answer.includes('liability insurance'));
  const thread = first.thread_id ?? '';
  const followUp = await call<Outcome>('ask', { question: 'And who pays for it?', thread });
  t.is(followUp.thread_id, thread);
  t.true(followUp.answer.includes('The Tenant pays for it.'), followUp.answer);
});

test('"he" and "it" are taken from what was asked and answered', async (t) => {
  const { call } = await openLibrary(t, texts);
  const { thread_id: thread } = await call<Outcome>('ask', {
    question: 'Who built the first bridge over the Orlen?',
    thread: 'new',
  });
  const { answer } = await call<Outcome>('ask', { question: 'And why did it fall?', thread });
  t.true(answer.includes('loose sand'), answer);
});

test('documents in scope stay in scope until others are named', async (t) => {
  const { call } = await openLibrary(t, texts);
  const { thread_id: thread } = await call<Outcome>('ask', {
    question: 'What is the governing law?',
    thread: 'new',
    document_ids: ['services'],
  });
  const same = await call<Outcome>('ask', { question: 'Which laws govern it?', thread });
  t.true(same.citations.every(({ document_id }) => document_id === 'services'));
  const other = await call<Outcome>('ask', {
    question: 'Which laws govern the lease?',
    thread,
    document_ids: ['lease'],
  });
  t.true(other.citations.every(({ document_id }) => document_id === 'lease'));
});

test('threads are kept, listed latest first, shown and deleted', async (t) => {
  const { call, clock } = await openLibrary(t, texts);
  const { thread_id: one = '' } = await call<Outcome>('ask', { question: 'How much is the rent?', thread: 'new' });
  clock.advance(1000);
  const { thread_id: two = '' } = await call<Outcome>('ask', {
    question: 'Who built the bridge?',
    thread: 'new',
    document_ids: ['river'],
  });
  clock.advance(1000);
  await call('ask', { question: 'And the deposit?', thread: one });
  const { threads } = await call<Threads>('threads.list', {});
  t.deepEqual(
    threads.map(({ thread_id, title, turns, document_ids }) => [thread_id, title, turns, document_ids]),
    [
      [one, 'How much is the rent?', 2, []],
      [two, 'Who built the bridge?', 1, ['river']],
    ],
  );
  const shown = await call<Shown>('threads.show', { thread: one });
  t.deepEqual(
    shown.entries.map(({ question }) => question),
    ['How much is the rent?', 'And the deposit?'],
  );
  t.true(shown.entries[1]?.outcome.answer.includes('4,350'));
  t.deepEqual(await call('threads.delete', { thread: one }), { thread_id: one, turns: 2 });
  for (const name of ['threads.show', 'threads.delete']) {
    t.is((await t.throwsAsync<DossierError>(call(name, { thread: one })))?.code, 'not_found');
  }
  t.is((await t.throwsAsync<DossierError>(call('ask', { question: 'More?', thread: one })))?.code, 'not_found');
  t.is((await call<Threads>('threads.list', {})).threads.length, 1);
});

test('a deleted document does not live on in what was answered from it', async (t) => {
  const { call, remove } = await openLibrary(t, texts);
  const both = await call<Outcome>('ask', {
    question: 'Which governing law does each of them have?',
    thread: 'new',
    document_ids: ['lease', 'services'],
  });
  const { thread_id: thread = '' } = both;
  const question = 'How much is the monthly rent?';
  await call('ask', { question, thread, document_ids: ['lease'] });
  await call('ask', { question: 'Who built the first bridge over the Orlen?', thread, document_ids: ['river'] });
  t.regex(both.answer, /Denmark\. \(lease\.txt\)/);
  await remove('lease');
  await remove('lease');
  const { entries } = await call<Shown>('threads.show', { thread });
  t.false(JSON.stringify(entries).includes('1,450'));
  t.false(JSON.stringify(entries).includes('Denmark'));
  t.false(JSON.stringify(entries).includes('lease.txt'));
  const [law, rent, bridge] = entries.map(({ outcome }) => outcome);
  t.like(rent, { answered: false, citations: [], answer: 'The document that answered this was deleted.' });
  t.true(bridge?.answered && bridge.answer.includes('Ida Kvist'));
  t.true(law?.answered && law.answer.includes('Norway'));
  const unseen = await call<Outcome>('ask', { question: 'And who pays it?', thread, document_ids: ['river'] });
  t.false(JSON.stringify(unseen).includes('1,450'));
});

test('who may only read gets answers, but keeps none', async (t) => {
  const { call } = await openLibrary(t, texts);
  const reader = { ...localPrincipal, scopes: ['documents:read', 'threads:read'] as const };
  const question = 'How much is the rent?';
  t.true((await call<Outcome>('ask', { question }, reader)).answered);
  const refused = await t.throwsAsync<DossierError>(call('ask', { question, thread: 'new' }, reader));
  t.is(refused?.code, 'forbidden');
});

test('another workspace cannot see, go on with or delete a thread', async (t) => {
  const { call } = await openLibrary(t, texts);
  const { thread_id: thread = '' } = await call<Outcome>('ask', { question: 'How much is the rent?', thread: 'new' });
  const other = { ...localPrincipal, workspace: 'other' };
  t.deepEqual((await call<Threads>('threads.list', {}, other)).threads, []);
  for (const [name, input] of [
    ['threads.show', { thread }],
    ['threads.delete', { thread }],
    ['ask', { question: 'And?', thread }],
  ] as const) {
    t.is((await t.throwsAsync<DossierError>(call(name, input, other)))?.code, 'not_found');
  }
});

test('two questions to one thread at once are both kept', async (t) => {
  const { call } = await openLibrary(t, texts);
  const { thread_id: thread } = await call<Outcome>('ask', { question: 'How much is the rent?', thread: 'new' });
  await Promise.all(
    ['Who is the tenant?', 'When does it end?', 'And the deposit?'].map((question) =>
      call('ask', { question, thread }),
    ),
  );
  const { entries, turns } = await call<Shown>('threads.show', { thread });
  t.is(turns, 4);
  t.is(entries.length, 4);
});

test('a question that stands for itself is left alone', (t) => {
  for (const text of [
    'And who pays for it?',
    'What about the second one?',
    'When does it end?',
    'Why?',
    'Is that allowed?',
  ])
    t.true(leansBack(text), text);
  for (const text of [
    'Can this agreement be assigned without consent?',
    'How long does the warranty for the machines last?',
  ])
    t.false(leansBack(text), text);
  t.deepEqual(
    readFollowUp('And the deposit?', undefined).terms.map(({ form }) => form),
    ['deposit'],
  );
});
