import { insert, type RecordQuery, remove, type Where } from '../../core/ports/records.ts';
import { idsOf, type Lease, lease, leases, put, type RecordPromise } from './record-samples.ts';
import { hasCode, ours } from './store.ts';

/** How every engine selects, orders and pages records. */
export const testRecordQueries = (promise: RecordPromise): void => {
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
};
