import type { ExecutionContext, TestFn } from 'ava';
import type { Embedder } from '../../core/ports/embedder.ts';

/** A fresh embedder that is closed when the test ends; undefined where this machine lacks what it needs. */
export type EmbedderFactory = (t: ExecutionContext) => Promise<Embedder | undefined>;

const texts = [
  'The landlord may end this lease if the rent is twenty-one days in arrears.',
  'Photosynthesis turns light into chemical energy.',
  'Either party may terminate the agreement upon sixty days’ notice.',
  'Bäckerei – łódź, 東京, السلام, 👩‍🚀 & \u0000\u200b control\ncharacters\r\n',
  'lease',
];

const cosine = (a: Float32Array | undefined, b: Float32Array | undefined): number => {
  if (a === undefined || b === undefined) return Number.NaN;
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0);
};

/** What every embedder promises. Run against each implementation. */
export const testEmbedder = (test: TestFn, create: EmbedderFactory): void => {
  const promise = (title: string, check: (t: ExecutionContext, embedder: Embedder) => Promise<void>): void => {
    test(title, async (t) => {
      const embedder = await create(t);
      if (embedder) await check(t, embedder);
      else t.pass();
    });
  };
  const isUnitVector = (t: ExecutionContext, embedder: Embedder, vector: Float32Array | undefined): void => {
    t.true(vector instanceof Float32Array);
    t.is(vector?.length, embedder.space.dimensions);
    t.true(Math.abs(cosine(vector, vector) - 1) < 1e-4);
  };

  promise('a vector is normalized and has the dimensions of its space', async (t, embedder) => {
    for (const kind of ['passage', 'query'] as const) {
      for (const vector of await embedder.embed(texts, kind)) isUnitVector(t, embedder, vector);
    }
  });

  promise(
    'the same text gets the same vector, alone or among others, in the order of the texts',
    async (t, embedder) => {
      const together = await embedder.embed(texts, 'passage');
      const again = await embedder.embed([...texts].reverse(), 'passage');
      t.is(together.length, texts.length);
      for (const [index, text] of texts.entries()) {
        const [alone] = await embedder.embed([text], 'passage');
        t.true(cosine(alone, together[index]) > 0.9999, `alone: ${index}`);
        t.true(cosine(again[texts.length - 1 - index], together[index]) > 0.9999, `reversed: ${index}`);
      }
    },
  );

  promise('texts about the same thing are nearer than texts about different things', async (t, embedder) => {
    const [question] = await embedder.embed(['When may the landlord terminate the lease for rent arrears?'], 'query');
    const [lease, biology] = await embedder.embed(texts.slice(0, 2), 'passage');
    t.true(cosine(question, lease) > cosine(question, biology));
  });

  promise('no texts give no vectors', async (t, embedder) => {
    t.deepEqual([...(await embedder.embed([], 'passage'))], []);
  });

  promise('an empty text, blanks and a text without words get a vector', async (t, embedder) => {
    for (const vector of await embedder.embed(['', ' \n\t', '\u0000'], 'passage')) isUnitVector(t, embedder, vector);
  });

  promise('a text of ten thousand characters gets a vector', async (t, embedder) => {
    const [vector] = await embedder.embed([(texts[0] ?? '').repeat(140).slice(0, 10_000)], 'passage');
    isUnitVector(t, embedder, vector);
  });

  promise('more texts than one batch keep their order', async (t, embedder) => {
    const many = Array.from({ length: 150 }, (_, index) => texts[index % texts.length] ?? '');
    const vectors = await embedder.embed(many, 'passage');
    t.is(vectors.length, many.length);
    const first = vectors.slice(0, texts.length);
    t.true(vectors.every((vector, index) => cosine(vector, first[index % texts.length]) > 0.9999));
  });

  promise('calls at the same time do not mix', async (t, embedder) => {
    const vectors = await Promise.all(texts.map((text) => embedder.embed([text], 'passage')));
    const together = await embedder.embed(texts, 'passage');
    t.true(vectors.every(([vector], index) => cosine(vector, together[index]) > 0.9999));
  });

  promise('an aborted call stops', async (t, embedder) => {
    await t.throwsAsync(async () => embedder.embed(texts, 'passage', AbortSignal.abort()));
  });

  promise('closing twice is fine', async (t, embedder) => {
    await embedder.embed(['lease'], 'query');
    await embedder.close?.();
    await t.notThrowsAsync(async () => embedder.close?.());
  });
};
