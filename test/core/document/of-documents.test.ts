import test from 'ava';
import { z } from 'zod';
import { eachOfDocuments } from '../../../core/document/of-documents.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { type Collection, insert } from '../../../core/ports/records.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';

const noteSchema = z.object({ documentId: z.string(), open: z.boolean() });
const notes: Collection<z.infer<typeof noteSchema>> = {
  name: 'test.notes',
  schema: noteSchema,
  indexes: [{ fields: ['documentId'] }, { fields: ['open'] }],
};

test('however many documents are named, all of their records come and no others', async (t) => {
  const { store } = await createEmbeddedStore(t);
  const ids = Array.from({ length: 260 }, (_, index) => `doc-${index}`);
  await store.records.commit(localPrincipal, {
    writes: ids.flatMap((documentId) =>
      [true, false].map((open) => insert(notes, `${documentId}:${open}`, { documentId, open })),
    ),
  });
  const asked = ids.slice(5, 255);
  const of = (...more: [{ open: boolean }?]) =>
    Array.fromAsync(eachOfDocuments(store.records, localPrincipal, notes, asked, ...more));
  t.is((await of()).length, 500);
  const open = (await of({ open: true })).map(({ value }) => value);
  t.true(open.every((each) => each.open));
  t.deepEqual(open.map(({ documentId }) => documentId).sort(), asked.toSorted());
  t.deepEqual(await Array.fromAsync(eachOfDocuments(store.records, localPrincipal, notes, [])), []);
});
