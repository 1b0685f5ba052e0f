import test from 'ava';
import { documents } from '../../../core/document/record.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { ORPHAN_GRACE_MILLISECONDS } from '../../../core/pipeline/recover.ts';
import type { Blobs } from '../../../core/ports/blobs.ts';
import { update } from '../../../core/ports/records.ts';
import { openPipeline, untilIdle } from '../../support/pipeline.ts';
import { blobsOf } from '../../support/store.ts';

const orphan = Buffer.from('stored, and then the process was killed');

test('a blob that no record points to goes, an hour after it was first seen so and no earlier', async (t) => {
  const { pipeline, ingest, store, clock, write } = await openPipeline(t);
  await ingest([write('lease.txt', 'The rent is due on Monday.'), write('no-good.txt', 'broken')]);
  const sha256 = await store.blobs.put(localPrincipal, orphan);
  await pipeline.maintain();
  clock.advance(ORPHAN_GRACE_MILLISECONDS - 1);
  await pipeline.maintain();
  t.true((await blobsOf(store)).includes(sha256));
  clock.advance(1);
  await pipeline.maintain();
  t.is((await blobsOf(store)).length, 3, 'two originals and a text are in use');
  t.false((await blobsOf(store)).includes(sha256));
});

test('a blob that comes into use in the very moment in which it is swept stays', async (t) => {
  let use: (() => Promise<void>) | undefined;
  const change = ({ blobs }: { blobs: Blobs }) => ({
    blobs: {
      ...blobs,
      remove: async (...call: Parameters<Blobs['remove']>) => {
        await use?.();
        await blobs.remove(...call);
      },
    },
  });
  const { pipeline, ingest, store, clock, write } = await openPipeline(t, { change });
  const { files } = await ingest([write('lease.txt', 'The rent is due on Monday.')]);
  const sha256 = await store.blobs.put(localPrincipal, orphan);
  await pipeline.maintain();
  clock.advance(ORPHAN_GRACE_MILLISECONDS);
  use = async () => {
    use = undefined;
    const document = await store.records.get(localPrincipal, documents, files[0]?.document_id ?? '');
    if (document === undefined) return;
    const latest = { ...document.value.latest, sha256 };
    const value = { ...document.value, sha256, latest };
    await store.records.commit(localPrincipal, { writes: [update(documents, document, value)] });
  };
  await pipeline.maintain();
  t.deepEqual(Buffer.from((await store.blobs.get(localPrincipal, sha256)) ?? []), orphan);
});

test('a document on its way whose job is gone gets one', async (t) => {
  const { pipeline, ingest, store, write } = await openPipeline(t);
  const { files } = await ingest([write('lease.txt', 'The rent is due on Monday.')]);
  const document = await store.records.get(localPrincipal, documents, files[0]?.document_id ?? '');
  if (document === undefined) return t.fail();
  await untilIdle(store);
  const latest = { ...document.value.latest, state: 'parsed' as const };
  const value = { ...document.value, state: 'parsed' as const, latest };
  await store.records.commit(localPrincipal, { writes: [update(documents, document, value)] });
  await pipeline.maintain();
  t.is((await pipeline.settled(localPrincipal, document))?.value.state, 'ready');
});
