import type { TestFn } from 'ava';
import { z } from 'zod';
import { type Collection, insert, remove, update } from '../../core/ports/records.ts';
import { testRecordQueries } from './record-queries.ts';
import { found, idsOf, type Lease, lease, leases, put, type RecordPromise } from './record-samples.ts';
import { hasCode, ours, type StoreFactory, theirs } from './store.ts';

/** What every engine's records promise. */
export const testRecords = (test: TestFn, create: StoreFactory): void => {
  const promise: RecordPromise = (title, check) => {
    test(`records: ${title}`, async (t) => check(t, (await create(t)).store.records));
  };

  testRecordQueries(promise);

  promise('what is inserted comes back with revision 1, each update adds one', async (t, records) => {
    const value = lease({ tenant: 'Ünï "quoted" \u2028 😀 \\', rent: 0.1, notes: { deep: [1, null, { a: 'b' }] } });
    await records.commit(ours, { writes: [insert(leases, 'a', value)] });
    const first = await found(t, records, 'a');
    t.deepEqual(first, { id: 'a', revision: 1, value });
    await records.commit(ours, { writes: [update(leases, first, { ...value, rent: 2 })] });
    t.deepEqual(await found(t, records, 'a'), { id: 'a', revision: 2, value: { ...value, rent: 2 } });
    t.is(await records.get(ours, leases, 'b'), undefined);
  });

  promise('a value that breaks the schema is not written, nor anything beside it', async (t, records) => {
    const broken = { ...lease(), rent: 'a lot' } as unknown as Lease;
    const writes = [insert(leases, 'good', lease()), insert(leases, 'broken', broken)];
    await t.throwsAsync(records.commit(ours, { writes }), hasCode('internal'));
    t.is(await records.count(ours, leases), 0);
  });

  promise('a stored value that breaks the schema of today is reported, not handed out', async (t, records) => {
    const lax = { ...leases, schema: z.object({ tenant: z.number() }) } as unknown as Collection<{ tenant: number }>;
    await records.commit(ours, { writes: [insert(lax, 'old', { tenant: 7 })] });
    await t.throwsAsync(records.get(ours, leases, 'old'), hasCode('store_damaged'));
    await t.throwsAsync(records.find(ours, leases), hasCode('store_damaged'));
  });

  promise('a commit is all or nothing, jobs included', async (t, records) => {
    await put(records, { a: {} });
    const writes = [insert(leases, 'b', lease()), remove(leases, 'a'), insert(leases, 'b', lease())];
    await t.throwsAsync(records.commit(ours, { writes }), hasCode('conflict'));
    t.is((await idsOf(t, records, {})).join(''), 'a');
  });

  test('records: a job is enqueued with the commit that causes it, or not at all', async (t) => {
    const { records, jobs } = (await create(t)).store;
    const job = { kind: 'read', key: 'a', payload: {} };
    await records.commit(ours, { writes: [insert(leases, 'a', lease())], jobs: [job] });
    t.is((await jobs.counts(ours)).waiting, 1);
    const again = { writes: [insert(leases, 'a', lease())], jobs: [{ ...job, key: 'b' }] };
    await t.throwsAsync(records.commit(ours, again), hasCode('conflict'));
    t.is((await jobs.counts(ours)).waiting, 1);
    await records.commit(ours, { writes: [], jobs: [] });
  });

  promise('what has changed meanwhile is a conflict', async (t, records) => {
    await put(records, { a: {}, b: {} });
    const a = await found(t, records, 'a');
    await records.commit(ours, { writes: [update(leases, a, lease({ rent: 5 })), remove(leases, 'b', 1)] });
    const conflicts = [
      insert(leases, 'a', lease()),
      update(leases, a, lease({ rent: 6 })),
      update(leases, { ...a, id: 'b' }, lease()),
      remove(leases, 'a', 1),
    ];
    for (const write of conflicts) await t.throwsAsync(records.commit(ours, { writes: [write] }), hasCode('conflict'));
    t.is((await found(t, records, 'a')).value.rent, 5);
    await records.commit(ours, { writes: [remove(leases, 'gone'), remove(leases, 'gone', 3), remove(leases, 'a')] });
    t.is(await records.count(ours, leases), 0);
  });

  promise('writes are applied in order', async (t, records) => {
    await put(records, { a: { city: 'Oslo', unit: '1' } });
    const a = await found(t, records, 'a');
    await records.commit(ours, {
      writes: [
        update(leases, a, lease({ rent: 7, city: 'Oslo', unit: '1' })),
        remove(leases, 'a', 2),
        insert(leases, 'b', lease({ city: 'Oslo', unit: '1' })),
        insert(leases, 'a', lease({ rent: 8 })),
      ],
    });
    t.like(await found(t, records, 'a'), { revision: 1, value: { rent: 8 } });
  });

  promise('a unique index refuses a clash in all its fields, where none is null', async (t, records) => {
    await put(records, {
      a: { city: 'Oslo', unit: '1' },
      b: { city: 'Oslo', unit: '2' },
      c: { city: 'Oslo', unit: null },
      d: { city: 'Oslo' },
      e: { unit: '1' },
      f: { unit: '1' },
    });
    const clash = lease({ city: 'Oslo', unit: '2' });
    const b = await found(t, records, 'a');
    await t.throwsAsync(records.commit(ours, { writes: [insert(leases, 'x', clash)] }), hasCode('conflict'));
    await t.throwsAsync(records.commit(ours, { writes: [update(leases, b, clash)] }), hasCode('conflict'));
    await records.commit(theirs, { writes: [insert(leases, 'x', clash)] });
    await records.commit(ours, { writes: [remove(leases, 'b'), insert(leases, 'x', clash)] });
    t.is(await records.count(ours, leases, { city: 'Oslo', unit: '2' }), 1);
  });

  promise('another workspace sees and changes nothing', async (t, records) => {
    await put(records, { a: {} });
    await records.commit(theirs, { writes: [insert(leases, 'a', lease({ rent: 9 }))] });
    await records.commit(theirs, { writes: [insert(leases, 'b', lease())] });
    t.is((await found(t, records, 'a')).value.rent, 100);
    t.is(await records.get(ours, leases, 'b'), undefined);
    t.is((await idsOf(t, records, {})).join(''), 'a');
    t.is(await records.count(ours, leases), 1);
    await records.commit(theirs, { writes: [remove(leases, 'a')] });
    t.is(await records.count(ours, leases), 1);
  });

  promise(
    'of many updates of one revision one wins, and none is lost when the others try again',
    async (t, records) => {
      await put(records, { a: { rent: 0 } });
      const a = await found(t, records, 'a');
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, () => records.commit(ours, { writes: [update(leases, a, a.value)] })),
      );
      t.is(results.filter(({ status }) => status === 'fulfilled').length, 1);
      const add = async (): Promise<void> => {
        const stored = await found(t, records, 'a');
        const value = { ...stored.value, rent: (stored.value.rent ?? 0) + 1 };
        await records.commit(ours, { writes: [update(leases, stored, value)] }).catch(add);
      };
      await Promise.all(Array.from({ length: 8 }, add));
      t.is((await found(t, records, 'a')).value.rent, 8);
    },
  );

  promise('collections do not mix, and one may declare another index later', async (t, records) => {
    const visits: Collection<Lease> = { ...leases, name: 'test.visits', indexes: [] };
    await put(records, { a: {} });
    await records.commit(ours, { writes: [insert(visits, 'b', lease()), insert(visits, 'c', lease({ rent: 5 }))] });
    t.is(await records.get(ours, visits, 'a'), undefined);
    await t.throwsAsync(records.count(ours, visits, { rent: 5 }), hasCode('internal'));
    const indexed: Collection<Lease> = { ...visits, indexes: [{ fields: ['rent'] }] };
    t.is(await records.count(ours, indexed, { rent: 5 }), 1);
    t.is(await records.count(ours, leases, { rent: 5 }), 0);
  });
};
