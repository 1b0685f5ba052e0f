import test from 'ava';
import type { Outcome } from '../../../../agents/retrieval/answer/outcome.ts';
import { documents } from '../../../../core/document/record.ts';
import { localPrincipal } from '../../../../core/identity/principal.ts';
import { update } from '../../../../core/ports/records.ts';
import { openLibrary } from '../../../support/library.ts';
import { lease, services } from '../documents.ts';

test('what is quoted from an attachment says what it is attached to, while that is there', async (t) => {
  const { call, remove, store } = await openLibrary(t, { lease, services });
  const child = await store.records.get(localPrincipal, documents, 'lease');
  if (child === undefined) return t.fail();
  const attached = { ...child.value, parent: 'services' };
  await store.records.commit(localPrincipal, { writes: [update(documents, child, attached)] });

  const question = 'How much is the monthly rent?';
  const { citations } = await call<Outcome>('ask', { question });
  t.like(citations[0], { document_name: 'lease.txt', attached_to: 'services.txt' });
  const { results } = await call<{ results: { document_id: string; attached_to?: string }[] }>('search', {
    text: question,
  });
  t.is(results.find(({ document_id }) => document_id === 'lease')?.attached_to, 'services.txt');
  t.is(results.find(({ document_id }) => document_id === 'services')?.attached_to, undefined);

  await remove('services');
  t.is((await call<Outcome>('ask', { question })).citations[0]?.attached_to, undefined);
});
