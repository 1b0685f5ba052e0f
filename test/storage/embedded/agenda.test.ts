import test from 'ava';
import { silentLogger } from '../../../core/ports/logger.ts';
import { systemClock } from '../../../core/ports/system-clock.ts';
import { openEmbeddedStore } from '../../../storage/embedded/index.ts';
import { testAgendaBackend } from '../../contracts/agenda-backend.ts';
import { type AgendaFactory, minutes } from '../../contracts/agenda-samples.ts';
import { hasCode } from '../../contracts/store.ts';
import { temporaryFolder } from '../../support/folder.ts';

const create: AgendaFactory = async (t) => {
  const folder = temporaryFolder(t);
  const open = async () => {
    const store = await openEmbeddedStore({ folder, clock: systemClock, log: silentLogger });
    t.teardown(() => store.close());
    return store.agenda;
  };
  return { backend: await open(), other: await open(), place: ['embedded', folder] };
};

testAgendaBackend(test, create);

test('saving a job that is being worked on takes neither its lock nor what is known of its runs', async (t) => {
  const { repository } = (await create(t)).backend;
  const unique = { 'data.workspace': 'local' };
  const job = {
    name: 'read',
    priority: 0,
    type: 'normal' as const,
    nextRunAt: minutes(-1),
    data: { workspace: 'local' },
  };
  await repository.saveJob({ ...job, unique }, undefined);
  const claimed = await repository.getNextJobToRun('read', minutes(1), minutes(-10), undefined, undefined);
  await repository.saveJobState({ ...(claimed ?? job), failCount: 2, lastRunAt: minutes(-1) }, undefined);
  const moved = await repository.saveJob({ ...job, unique, nextRunAt: minutes(3) }, undefined);
  t.like(moved, { _id: claimed?._id, lockedAt: claimed?.lockedAt, failCount: 2 });
  t.is(await repository.getNextJobToRun('read', minutes(5), minutes(-10), undefined, undefined), undefined);
});

test('what a job is to be unique in is compared as it is, never as an operator', async (t) => {
  const { repository } = (await create(t)).backend;
  const job = { name: 'read', priority: 0, type: 'normal' as const, nextRunAt: null, data: { 'a.b': 1 } };
  const attempt = (unique: Record<string, unknown>) => repository.saveJob({ ...job, unique }, undefined);
  await t.throwsAsync(attempt({ 'data.a': { $gt: 1 } }), hasCode('internal'));
  await t.throwsAsync(attempt({ 'data."a': 1 }), hasCode('internal'));
  await t.throwsAsync(attempt({ workspace: 1 }), hasCode('internal'));
  t.is((await repository.queryJobs()).total, 0);
});
