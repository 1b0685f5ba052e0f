import type { ExecutionContext } from 'ava';
import { z } from 'zod';
import { type Collection, insert, type RecordQuery, type Records, type Stored } from '../../core/ports/records.ts';
import { ours } from './store.ts';

export type RecordPromise = (title: string, check: (t: ExecutionContext, records: Records) => Promise<void>) => void;

const leaseSchema = z.object({
  tenant: z.string(),
  rent: z.number().nullable(),
  signed: z.boolean(),
  city: z.string().nullable(),
  unit: z.string().nullable().optional(),
  notes: z.unknown().optional(),
});
export type Lease = z.infer<typeof leaseSchema>;

export const leases: Collection<Lease> = {
  name: 'test.leases',
  schema: leaseSchema,
  indexes: [
    { fields: ['tenant'] },
    { fields: ['rent'] },
    { fields: ['signed'] },
    { fields: ['city', 'unit'], unique: true },
  ],
};

export const lease = (change: Partial<Lease> = {}): Lease => ({
  tenant: 'Ada',
  rent: 100,
  signed: false,
  city: null,
  ...change,
});

export const put = (records: Records, values: Readonly<Record<string, Partial<Lease>>>): Promise<void> =>
  records.commit(ours, { writes: Object.entries(values).map(([id, value]) => insert(leases, id, lease(value))) });

export const found = async (t: ExecutionContext, records: Records, id: string): Promise<Stored<Lease>> => {
  const stored = await records.get(ours, leases, id);
  if (!stored) return t.fail(`there is no ${id}`) as never;
  return stored;
};

/** Ids of all pages, each page checked against its size. */
export const idsOf = async (t: ExecutionContext, records: Records, query: RecordQuery<Lease>): Promise<string[]> => {
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
