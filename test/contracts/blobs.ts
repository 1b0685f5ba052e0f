import { createHash } from 'node:crypto';
import type { TestFn } from 'ava';
import type { Blobs } from '../../core/ports/blobs.ts';
import { ours, type StoreFactory, theirs } from './store.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const absent = 'f'.repeat(64);

/** What every engine's blobs promise. */
export const testBlobs = (test: TestFn, create: StoreFactory): void => {
  const promise = (title: string, check: (t: Parameters<StoreFactory>[0], blobs: Blobs) => Promise<void>): void => {
    test(`blobs: ${title}`, async (t) => check(t, (await create(t)).store.blobs));
  };

  promise('what is put comes back under the SHA-256 of its bytes', async (t, blobs) => {
    for (const bytes of [
      bytesOf('lease'),
      new Uint8Array(),
      Uint8Array.from({ length: 3_000_000 }, (_, i) => i % 251),
    ]) {
      const sha256 = await blobs.put(ours, bytes);
      t.is(sha256, sha256Of(bytes));
      t.deepEqual(sha256Of((await blobs.get(ours, sha256)) ?? bytesOf('none')), sha256);
      t.true(await blobs.has(ours, sha256));
    }
  });

  promise('a part of a larger buffer is stored as that part', async (t, blobs) => {
    const whole = bytesOf('xxlease');
    const sha256 = await blobs.put(ours, whole.subarray(2));
    t.is(new TextDecoder().decode(await blobs.get(ours, sha256)), 'lease');
  });

  promise('there is nothing under a name that was never put, well-formed or not', async (t, blobs) => {
    for (const name of [absent, '', '../../dossier.db', absent.toUpperCase()]) {
      t.is(await blobs.get(ours, name), undefined);
      t.false(await blobs.has(ours, name));
      await t.notThrowsAsync(blobs.remove(ours, name));
    }
  });

  promise('the same bytes twice are stored once, also at the same time', async (t, blobs) => {
    const names = await Promise.all(Array.from({ length: 8 }, () => blobs.put(ours, bytesOf('once'))));
    t.is(new Set(names).size, 1);
    t.deepEqual(await Array.fromAsync(blobs.list(ours)), [names[0] ?? '']);
    await blobs.remove(ours, names[0] ?? '');
    t.deepEqual(await Array.fromAsync(blobs.list(ours)), []);
  });

  promise('what is removed is gone, and can be put again', async (t, blobs) => {
    const sha256 = await blobs.put(ours, bytesOf('coming and going'));
    for (let round = 0; round < 3; round++) {
      await blobs.remove(ours, sha256);
      await blobs.remove(ours, sha256);
      t.is(await blobs.get(ours, sha256), undefined);
      t.false(await blobs.has(ours, sha256));
      await blobs.put(ours, bytesOf('coming and going'));
      t.true((await blobs.get(ours, sha256)) !== undefined);
    }
  });

  promise('putting and removing the same bytes at once leaves them there whole or not at all', async (t, blobs) => {
    const sha256 = sha256Of(bytesOf('contested'));
    for (let round = 0; round < 10; round++) {
      await Promise.all([blobs.put(ours, bytesOf('contested')), blobs.remove(ours, sha256)]);
      t.is((await blobs.get(ours, sha256)) !== undefined, await blobs.has(ours, sha256));
    }
  });

  promise('each workspace has its own: nothing of another is read, listed or removed', async (t, blobs) => {
    const shared = await blobs.put(ours, bytesOf('the same bytes'));
    await blobs.put(theirs, bytesOf('the same bytes'));
    const secret = await blobs.put(theirs, bytesOf('theirs alone'));
    t.is(await blobs.get(ours, secret), undefined);
    t.false(await blobs.has(ours, secret));
    await blobs.remove(ours, secret);
    await blobs.remove(ours, shared);
    t.deepEqual(await Array.fromAsync(blobs.list(ours)), []);
    t.deepEqual((await Array.fromAsync(blobs.list(theirs))).sort(), [shared, secret].sort());
    t.is(new TextDecoder().decode(await blobs.get(theirs, shared)), 'the same bytes');
  });

  promise('the list names every blob once, however many, and may be left early', async (t, blobs) => {
    const names = new Set<string>();
    for (let i = 0; i < 40; i++) names.add(await blobs.put(ours, bytesOf(`blob ${i}`)));
    const listed = await Array.fromAsync(blobs.list(ours));
    t.deepEqual(listed.sort(), [...names].sort());
    for await (const first of blobs.list(ours)) {
      t.true(names.has(first));
      break;
    }
    for await (const each of blobs.list(ours)) await blobs.remove(ours, each);
    t.deepEqual(await Array.fromAsync(blobs.list(ours)), []);
  });
};
