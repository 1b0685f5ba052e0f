import test from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { Job } from '../../../core/ports/jobs.ts';
import { driven, listener, openPipeline, until } from '../../support/pipeline.ts';

test('each agent hears once of a document that became ready, changed or went', async (t) => {
  const heard: string[] = [];
  const hear = (name: string) => listener(name, ({ type, version }) => heard.push(`${name}: ${type} ${version}`));
  const silent = { name: 'silent', agent: { capabilities: [] } };
  const agents = [hear('one'), hear('two'), silent];
  const { pipeline, ingest, write, store } = await openPipeline(t, { agents: () => agents });
  const idle = () =>
    until(async () => (await store.jobs.counts(localPrincipal)).done > 0 && (await pending(store.jobs)) === 0);
  const pending = async (jobs: typeof store.jobs) => {
    const { waiting, running } = await jobs.counts(localPrincipal, 'event');
    return waiting + running;
  };
  const hearing = async (...expected: string[]) => {
    await idle();
    t.deepEqual(heard.splice(0).sort(), expected);
  };

  const { files } = await ingest([write('lease.txt', 'The rent is due on Monday.')]);
  await hearing('one: document.ready 1', 'two: document.ready 1');
  await ingest([write('lease.txt', 'The rent is due on Tuesday.')]);
  await hearing('one: document.ready 2', 'two: document.ready 2');
  await ingest([write('no-good.txt', 'broken')]);
  await hearing();
  await pipeline.remove(localPrincipal, files[0]?.document_id ?? '');
  await hearing('one: document.deleted 2', 'two: document.deleted 2');
});

test('an agent that fails is told again, and keeps no other waiting', async (t) => {
  const heard: string[] = [];
  let failures = 0;
  const failing = listener('failing', () => {
    failures++;
    if (failures < 3) throw new DossierError('model_unreachable', { reason: 'test' });
  });
  const agents = [failing, listener('other', ({ documentId }) => heard.push(documentId))];
  const { ingest, write, clock } = await openPipeline(t, { agents: () => agents });
  const first = await ingest([write('one.txt', 'The rent is due on Monday.')]);
  const second = await ingest([write('two.txt', 'The deposit is due on Tuesday.')]);
  t.is(first.files[0]?.status, 'ready');
  await until(async () => heard.length === 2);
  t.deepEqual(heard, [first.files[0]?.document_id ?? '', second.files[0]?.document_id ?? '']);
  t.is(failures, 2, 'time stands still: both wait for their second try');
  await driven(
    clock,
    until(async () => failures === 4),
  );
});

test('an event of an agent that is no longer there is not waited for', async (t) => {
  let there = true;
  const agents = [
    listener('leaving', () => {
      there = false;
      throw new Error('the last words');
    }),
  ];
  const { ingest, write, clock, store } = await openPipeline(t, { agents: () => (there ? agents : []) });
  await ingest([write('one.txt', 'The rent is due on Monday.')]);
  await until(async () => !there);
  const events = () => store.jobs.counts(localPrincipal, 'event');
  await driven(
    clock,
    until(async () => (await events()).done === 1),
  );
  t.like(await events(), { waiting: 0, failed: 0 } satisfies Partial<Record<Job['state'], number>>);
});
