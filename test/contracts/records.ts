import type { ExecutionContext, TestFn } from 'ava';
import { z } from 'zod';
import {
  type Collection,
  insert,
  type RecordQuery,
  type Records,
  remove,
  type Stored,
  update,
  type Where,
} from '../../core/ports/records.ts';
import { hasCode, ours, type StoreFactory, theirs } from './store.ts';

const leaseSchema = z.object({
  tenant: z.string(),
  rent: z.number().nullable(),
  signed: z.boolean(),
  city: z.string().nullable(),
  unit: z.string().nullable().optional(),
  notes: z.unknown().optional(),
});
type Lease = z.infer<typeof leaseSchema>;

const leases: Collection<Lease> = {
  name: 'test.leases',
  schema: leaseSchema,
  indexes: [
    { fields: ['tenant'] },
    { fields: ['rent'] },
    { fields: ['signed'] },
    { fields: ['city', 'unit'], unique: true },
  ],
};

const lease = (change: Partial<Lease> = {}): Lease => ({
  tenant: 'Ada',
  rent: 100,
  signed: false,
  city: null,
  ...change,
});

const put = (records: Records, values: Readonly<Record<string, Partial<Lease>>>): Promise<void> =>
  records.commit(ours, { writes: Object.entries(values).map(([id, value]) => insert(leases, id, lease(value))) });

const found = async (t: ExecutionContext, records: Records, id: string): Promise<Stored<Lease>> => {
  const stored = await records.get(ours, leases, id);
  if (!stored) return t.fail(`there is no ${id}`) as never;
  return stored;
};

/** Ids of all pages, each page checked against its size. */
const idsOf = async (t: ExecutionContext, records: Records, query: RecordQuery<Lease>): Promise<string[]> => {
  const ids: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await records.find(ours, leases, { ...query, ...(after === undefined ? {} : { after }) });
    t.true(page.items.length <= (query.limit ?? 100));
    if (page.next !== undefined) t.is(page.items.length, query.limit ?? 100);
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === undefined) return ids;
    after = page.next;
  }
};

/** What every engine's records promise. */
export const testRecords = (test: TestFn, create: StoreFactory): void => {
  const promise = (title: string, check: (t: ExecutionContext, records: Records) => Promise<void>): void => {
    test(`records: ${title}`, async (t) => check(t, (await create(t)).store.records));
  };

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

  promise('conditions select by equality, lists and bounds, all of them together', async (t, records) => {
    await put(records, {
      a: { tenant: 'Ada', rent: 1, signed: true },
      b: { tenant: 'Bob', rent: 2.5 },
      c: { tenant: 'Bob', rent: null, signed: true },
      d: { tenant: 'Eve', rent: -3, city: 'Oslo', unit: '4' },
      e: { tenant: 'eve', rent: 10, city: 'Oslo' },
    });
    const cases: [Where<Lease>, string][] = [
      [{}, 'abcde'],
      [{ tenant: 'Bob' }, 'bc'],
      [{ tenant: "' or 1=1 --" }, ''],
      [{ signed: true }, 'ac'],
      [{ signed: false }, 'bde'],
      [{ rent: 2.5 }, 'b'],
      [{ rent: null }, 'c'],
      [{ unit: null }, 'abce'],
      [{ tenant: { in: ['Ada', 'eve', 'none'] } }, 'ae'],
      [{ tenant: { in: [] } }, ''],
      [{ rent: { in: [null, 1] } }, 'ac'],
      [{ signed: { in: [true] } }, 'ac'],
      [{ rent: { gt: 1 } }, 'be'],
      [{ rent: { gte: 1, lt: 10 } }, 'ab'],
      [{ rent: { lte: 1 } }, 'ad'],
      [{ tenant: { gte: 'B', lt: 'F' } }, 'bcd'],
      [{ rent: {} }, 'abcde'],
      [{ tenant: 'Bob', signed: true }, 'c'],
      [{ tenant: 'Bob', rent: { gt: 100 } }, ''],
    ];
    for (const [where, ids] of cases) {
      t.is((await idsOf(t, records, { where })).join(''), ids, JSON.stringify(where));
      t.is(await records.count(ours, leases, where), ids.length, JSON.stringify(where));
    }
    t.is(await records.count(ours, leases), 5);
  });

  promise('a query on a field without an index is refused', async (t, records) => {
    const where = { notes: 'x' } as unknown as Where<Lease>;
    await t.throwsAsync(records.find(ours, leases, { where }), hasCode('internal'));
    await t.throwsAsync(records.count(ours, leases, where), hasCode('internal'));
    const orderBy = { field: 'notes', direction: 'asc' } as const;
    await t.throwsAsync(records.find(ours, leases, { orderBy }), hasCode('internal'));
  });

  promise('a condition of an unknown kind is refused, never ignored', async (t, records) => {
    for (const condition of [undefined, { like: 'x' }, ['a'], { in: 'a' }]) {
      const where = { tenant: condition } as unknown as Where<Lease>;
      await t.throwsAsync(records.find(ours, leases, { where }), hasCode('internal'));
    }
  });

  promise('pages follow the order exactly, null first, ties by id, whatever their size', async (t, records) => {
    const rents = { a: 2, b: null, c: 1, d: 2, e: null, f: -1, g: 2, h: 1.5 } as const;
    await put(records, Object.fromEntries(Object.entries(rents).map(([id, rent]) => [id, { rent }])));
    const ascending = 'befchadg';
    for (const limit of [1, 2, 3, 4, 7, 8, 9, 1000]) {
      t.is((await idsOf(t, records, { limit })).join(''), 'abcdefgh');
      const page = (direction: 'asc' | 'desc') => idsOf(t, records, { limit, orderBy: { field: 'rent', direction } });
      t.is((await page('asc')).join(''), ascending);
      t.is((await page('desc')).join(''), [...ascending].reverse().join(''));
    }
    const where = { rent: { gte: 1 } };
    t.is(
      (await idsOf(t, records, { where, limit: 2, orderBy: { field: 'rent', direction: 'desc' } })).join(''),
      'gdahc',
    );
    t.is((await idsOf(t, records, { where: { tenant: 'Ada' }, limit: 3 })).join(''), 'abcdefgh');
    t.is((await idsOf(t, records, { limit: 3, orderBy: { field: 'tenant', direction: 'desc' } })).join(''), 'hgfedcba');
  });

  promise('what is there throughout is seen once, while other records come and go', async (t, records) => {
    await put(records, Object.fromEntries([...'bdfhjl'].map((id, rent) => [id, { rent }])));
    const seen: string[] = [];
    const query = { limit: 2, orderBy: { field: 'rent', direction: 'asc' } } as const;
    let page = await records.find(ours, leases, query);
    seen.push(...page.items.map(({ id }) => id));
    await records.commit(ours, {
      writes: [insert(leases, 'a', lease({ rent: -1 })), remove(leases, 'b'), remove(leases, 'd'), remove(leases, 'f')],
    });
    while (page.next !== undefined) {
      page = await records.find(ours, leases, { ...query, after: page.next });
      seen.push(...page.items.map(({ id }) => id));
    }
    t.deepEqual(seen, ['b', 'd', 'h', 'j', 'l']);
  });

  promise('a page holds 100 without a limit, and a limit outside 1 to 1000 is refused', async (t, records) => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`id ${i}`, {}]));
    await put(records, many);
    const page = await records.find(ours, leases);
    t.is(page.items.length, 100);
    t.is((await records.find(ours, leases, { after: page.next ?? '' })).items.length, 1);
    t.is((await records.find(ours, leases, { limit: 101 })).next, undefined);
    for (const limit of [0, -1, 1001, 1.5, Number.NaN]) {
      await t.throwsAsync(records.find(ours, leases, { limit }), hasCode('internal'));
    }
  });

  promise('a cursor that is not of the query is refused', async (t, records) => {
    await put(records, { a: {}, b: {} });
    const byRent = { limit: 1, orderBy: { field: 'rent', direction: 'asc' } } as const;
    const after = (await records.find(ours, leases, byRent)).next ?? '';
    const others: RecordQuery<Lease>[] = [
      { after },
      { after, orderBy: { field: 'rent', direction: 'desc' } },
      { after, orderBy: { field: 'tenant', direction: 'asc' } },
      { after: '' },
      { after: 'bm8' },
    ];
    for (const query of others) await t.throwsAsync(records.find(ours, leases, query), hasCode('invalid_input'));
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
