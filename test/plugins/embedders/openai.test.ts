import test, { type ExecutionContext } from 'ava';
import { silentLogger } from '../../../core/ports/logger.ts';
import { plugin } from '../../../plugins/embedders/openai.ts';
import { testEmbedder } from '../../contracts/embedder.ts';
import { DIMENSIONS, startEmbeddingServer } from '../../support/embedding-server.ts';

const create = async (base_url: string, more: Record<string, unknown> = {}) => {
  const options = plugin.options.parse({
    base_url,
    model: 'test-model',
    dimensions: DIMENSIONS,
    max_retries: 0,
    ...more,
  });
  return (await plugin.setup({ options, ports: {}, log: silentLogger })).embedder;
};

testEmbedder(test, async (t) => create((await startEmbeddingServer(t)).url));

const failure = async (
  t: ExecutionContext,
  ...behaviour: Parameters<typeof startEmbeddingServer> extends [unknown, (infer B)?] ? [B] : never
) => {
  const { url } = await startEmbeddingServer(t, ...behaviour);
  return t.throwsAsync((await create(url)).embed(['secret text', 'another'], 'passage'));
};

test('texts go out in batches with the model, the key and the prefixes', async (t) => {
  const server = await startEmbeddingServer(t);
  const embedder = await create(server.url, {
    batch_size: 2,
    api_key: 'k-123',
    passage_prefix: 'passage: ',
    query_prefix: 'query: ',
  });
  await embedder.embed(['a', 'b', 'c'], 'passage');
  await embedder.embed(['d'], 'query');
  t.deepEqual(
    server.requests.map(({ model, input }) => ({ model, input })),
    [
      { model: 'test-model', input: ['passage: a', 'passage: b'] },
      { model: 'test-model', input: ['passage: c'] },
      { model: 'test-model', input: ['query: d'] },
    ],
  );
  t.deepEqual(new Set(server.keys), new Set(['Bearer k-123']));
});

test('shortened vectors are asked for by their dimensions', async (t) => {
  const server = await startEmbeddingServer(t);
  await (await create(server.url, { shorten: true })).embed(['a'], 'query');
  t.is(server.requests[0]?.dimensions, DIMENSIONS);
});

test('an answer in plain numbers and in another order is understood', async (t) => {
  const honest = await create((await startEmbeddingServer(t)).url);
  const { url } = await startEmbeddingServer(t, (rows) => {
    const data = rows.map(({ index, embedding }) => {
      const bytes = Buffer.from(String(embedding), 'base64');
      return { index, embedding: Array.from({ length: DIMENSIONS }, (_, d) => bytes.readFloatLE(d * 4)) };
    });
    return { status: 200, body: { data: data.reverse() } };
  });
  const texts = ['one lease', 'two leases', 'three'];
  t.deepEqual(await (await create(url)).embed(texts, 'passage'), await honest.embed(texts, 'passage'));
});

test('a busy endpoint is asked again', async (t) => {
  const server = await startEmbeddingServer(t, (rows, _request, attempt) =>
    attempt < 3
      ? { status: attempt === 1 ? 429 : 503, headers: { 'retry-after-ms': '1' } }
      : { status: 200, body: { data: rows } },
  );
  const vectors = await (await create(server.url, { max_retries: 2 })).embed(['a'], 'query');
  t.is(vectors.length, 1);
  t.is(server.requests.length, 3);
});

test('an endpoint that stays busy is unreachable, and the call can be repeated', async (t) => {
  const error = await failure(t, () => ({ status: 503 }));
  t.like(error, { code: 'model_unreachable', retryable: true });
});

test('a wrong key is a refusal with its status, and the message holds neither text nor key', async (t) => {
  const error = await failure(t, () => ({ status: 401, body: { error: { message: 'bad key k-123: secret text' } } }));
  t.like(error, { code: 'model_refused', details: { status: 401 } });
  t.notRegex(JSON.stringify(error), /secret|k-123/);
});

test('an endpoint that is not there is unreachable', async (t) => {
  const embedder = await create('http://127.0.0.1:9/v1');
  t.like(await t.throwsAsync(embedder.embed(['a'], 'query')), { code: 'model_unreachable' });
});

test('an endpoint that never answers is given up', async (t) => {
  const { url } = await startEmbeddingServer(t, () => 'stall');
  const embedder = await create(url, { timeout_seconds: 0.05 });
  t.like(await t.throwsAsync(embedder.embed(['a'], 'query')), { code: 'model_unreachable' });
});

test('a call that is aborted while the endpoint stalls ends with the reason of the abort', async (t) => {
  const controller = new AbortController();
  const { url } = await startEmbeddingServer(t, () => {
    controller.abort();
    return 'stall';
  });
  const error = await t.throwsAsync((await create(url)).embed(['a'], 'query', controller.signal));
  t.is(error?.name, 'AbortError');
});

test('answers that cannot be used are not used', async (t) => {
  const wrong = [
    { data: [] },
    { data: [{ index: 0, embedding: [1, 2, 3] }] },
    { data: [0, 0].map((index) => ({ index, embedding: Array(DIMENSIONS).fill(1) })) },
    { data: [0, 5].map((index) => ({ index, embedding: Array(DIMENSIONS).fill(1) })) },
    { data: [0, 1].map((index) => ({ index, embedding: Array(DIMENSIONS).fill(0) })) },
    { data: [0, 1].map((index) => ({ index, embedding: Array(DIMENSIONS).fill(null) })) },
    { answer: 42 },
    'nothing',
  ];
  for (const body of wrong) {
    t.like(await failure(t, () => ({ status: 200, body })), { code: 'model_invalid' }, JSON.stringify(body));
  }
});
