import test from 'ava';
import { listDocuments } from '../../../core/document/list.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { openPipeline } from '../../support/pipeline.ts';

test('pages by name hold each document once, whatever part of the name is asked for', async (t) => {
  const { ingest, write, folder, store } = await openPipeline(t);
  for (const name of ['Lease A', 'lease b', 'policy', 'Sublease', 'memo', 'lease c'])
    write(`${name}.txt`, `Of ${name}.`);
  write('no good lease.txt', 'broken');
  await ingest([folder]);
  const list = async (query: { name?: string; state?: 'failed' | 'ready' }, limit: number) => {
    const pages: string[][] = [];
    let total = 0;
    for (let after: string | undefined; ; ) {
      const page = await listDocuments(store.records, localPrincipal, { ...query, limit, after });
      pages.push(page.documents.map(({ value }) => value.name));
      total = page.total;
      if (page.next === null) return { pages, total };
      after = page.next;
    }
  };
  t.deepEqual((await list({}, 200)).pages, [
    ['Lease A.txt', 'Sublease.txt', 'lease b.txt', 'lease c.txt', 'memo.txt', 'no good lease.txt', 'policy.txt'],
  ]);
  for (const limit of [1, 2, 3]) {
    const { pages } = await list({ name: 'LEASE' }, limit);
    t.true(pages.every((page) => page.length <= limit));
    t.deepEqual(pages.flat(), ['Lease A.txt', 'Sublease.txt', 'lease b.txt', 'lease c.txt', 'no good lease.txt']);
  }
  t.deepEqual(await list({ state: 'failed' }, 10), { pages: [['no good lease.txt']], total: 1 });
  t.deepEqual((await list({ name: 'nothing' }, 2)).pages.flat(), []);
});
