import type { TestFn } from 'ava';
import { type AgendaFactory, minutes, promiser, type Rig } from './agenda-samples.ts';

export const testAgendaClaims = (test: TestFn, create: AgendaFactory): void => {
  const promise = promiser(test, create);

  /** What a worker that looks a minute ahead, under locks of ten minutes, is given. */
  const next = ({ jobs }: Pick<Rig, 'jobs'>, name = 'read') =>
    jobs.getNextJobToRun(name, minutes(1), minutes(-10), undefined, undefined);

  promise('the job that is due longest is claimed first, of two at one instant the more urgent', async (t, rig) => {
    const at = minutes(-2);
    const low = await rig.save({ nextRunAt: at, priority: -5 });
    const high = await rig.save({ nextRunAt: at, priority: 5 });
    const soon = await rig.save({ nextRunAt: minutes(0.5) });
    const oldest = await rig.save({ nextRunAt: minutes(-3), priority: -10 });
    await rig.save({ nextRunAt: minutes(2) });
    await rig.save({ nextRunAt: null });
    await rig.save({ nextRunAt: minutes(-9), disabled: true });
    await rig.save({ nextRunAt: minutes(-9), name: 'write' });
    const claimed: unknown[] = [];
    for (let job = await next(rig); job !== undefined; job = await next(rig)) claimed.push(job._id);
    t.deepEqual(claimed, [oldest._id, high._id, low._id, soon._id]);
    t.like(await next(rig, 'write'), { name: 'write' });
    t.is(await next(rig, 'nothing'), undefined);
  });

  promise('a claim locks: with the instant and the name that are given', async (t, { jobs, save, stored }) => {
    const job = await save({ data: { n: 1 } });
    const now = minutes(-0.5);
    const claimed = await jobs.getNextJobToRun('read', minutes(1), minutes(-10), now, { lastModifiedBy: 'there' });
    t.like(claimed, { _id: job._id, lockedAt: now, lastModifiedBy: 'there', data: { n: 1 }, nextRunAt: job.nextRunAt });
    t.deepEqual(await stored(job), claimed);
    const before = Date.now();
    const second = await save();
    const later = await jobs.getNextJobToRun('read', minutes(1), minutes(-10), undefined, undefined);
    t.is(later?._id, second._id);
    t.true((later?.lockedAt?.getTime() ?? 0) >= before);
  });

  promise('a lock that is too old is anybody’s, also that of a job that was being worked on', async (t, rig) => {
    const { jobs, save } = rig;
    const waiting = await save({ nextRunAt: minutes(3), lockedAt: minutes(-11) });
    t.is((await next(rig))?._id, waiting._id);
    const worked = await save({ nextRunAt: null, lockedAt: minutes(-11) });
    t.is((await next(rig))?._id, worked._id);
    await save({ nextRunAt: minutes(-1), lockedAt: minutes(-9) });
    await save({ nextRunAt: minutes(-1), lockedAt: minutes(-11), disabled: true });
    t.is(await next(rig), undefined);
    const at = minutes(-9);
    const edge = await save({ lockedAt: at, name: 'edge' });
    t.is((await jobs.getNextJobToRun('edge', minutes(1), at, undefined, undefined))?._id, edge._id);
  });

  promise(
    'of many claims at once through two connections each job goes to one',
    async (t, { backend, other, save }) => {
      for (let n = 0; n < 12; n++) await save({ data: { n } });
      const claims = Array.from({ length: 20 }, (_, index) =>
        next({ jobs: (index % 2 === 0 ? backend : other).repository }),
      );
      const ids = (await Promise.all(claims)).flatMap((job) => (job?._id === undefined ? [] : [String(job._id)]));
      t.is(ids.length, 12);
      t.is(new Set(ids).size, 12);
    },
  );

  promise('a job is locked by its id once, and only as it was seen', async (t, { jobs, other, save, stored }) => {
    const job = await save();
    const both = await Promise.all([
      jobs.lockJob(job, { lastModifiedBy: 'here' }),
      other.repository.lockJob(job, { lastModifiedBy: 'there' }),
    ]);
    t.is(both.filter((each) => each !== undefined).length, 1);
    const [locked] = both.filter((each) => each !== undefined);
    t.deepEqual(await stored(job), locked);
    t.true(locked?.lockedAt !== undefined);
    const moved = await save();
    t.is(await jobs.lockJob({ ...moved, nextRunAt: minutes(5) }, undefined), undefined);
    t.is(await jobs.lockJob({ ...moved, name: 'write' }, undefined), undefined);
    const { _id: _none, ...nameless } = moved;
    t.is(await jobs.lockJob(nameless, undefined), undefined);
    t.is((await jobs.lockJob(moved, undefined))?._id, moved._id);
    const off = await save({ disabled: true });
    t.is(await jobs.lockJob(off, undefined), undefined);
  });

  promise(
    'unlocking frees a job that waits, and by id one that is being worked on',
    async (t, { jobs, save, stored }) => {
      const waiting = await save({ lockedAt: minutes(-1) });
      const worked = await save({ lockedAt: minutes(-1), nextRunAt: null });
      const untouched = await save({ lockedAt: minutes(-1) });
      await jobs.unlockJob(waiting);
      t.is((await stored(waiting)).lockedAt, undefined);
      await jobs.unlockJob(worked);
      t.true((await stored(worked)).lockedAt !== undefined);
      await jobs.unlockJobs([]);
      await jobs.unlockJobs([worked._id, String(waiting._id)]);
      t.is((await stored(worked)).lockedAt, undefined);
      t.true((await stored(untouched)).lockedAt !== undefined);
    },
  );
};
