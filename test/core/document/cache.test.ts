import test from 'ava';
import { createParsedCache } from '../../../core/document/cache.ts';
import { parsedDocumentSchema } from '../../../core/document/parsed.ts';

const documentOf = (characters: number) =>
  parsedDocumentSchema.parse({
    text: 'x'.repeat(characters),
    pages: [{ number: 1, charStart: 0, charEnd: characters, source: 'text' }],
    blocks: [],
  });

test('what was used last is kept, up to the limit; the last one at any size', async (t) => {
  const cache = createParsedCache(100);
  const loaded: string[] = [];
  const get = (key: string, size = 40) =>
    cache.get(key, async () => {
      loaded.push(key);
      return documentOf(size);
    });
  await get('a');
  await get('b');
  await get('a');
  await get('c');
  t.deepEqual(loaded.splice(0), ['a', 'b', 'c']);
  await get('a');
  await get('c');
  t.deepEqual(loaded.splice(0), []);
  await get('b');
  t.deepEqual(loaded.splice(0), ['b']);
  await get('huge', 500);
  await get('huge', 500);
  t.deepEqual(loaded.splice(0), ['huge']);
  await get('b');
  await get('huge', 500);
  t.deepEqual(loaded, ['b', 'huge'], 'it gave way to the next one');
});

test('a load that fails or finds nothing is tried again', async (t) => {
  const cache = createParsedCache(100);
  await t.throwsAsync(cache.get('a', () => Promise.reject(new Error('busy'))));
  t.is(await cache.get('a', async () => undefined), undefined);
  t.is((await cache.get('a', async () => documentOf(3)))?.text, 'xxx');
});
