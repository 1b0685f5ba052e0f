import type OpenAI from 'openai';
import { z } from 'zod';
import { DossierError } from '../../core/errors/error.ts';
import { definePlugin } from '../../core/plugin/define.ts';
import { requireInstalled } from '../../core/plugin/installed.ts';
import type { Embedder } from '../../core/ports/embedder.ts';

const options = z.strictObject({
  base_url: z.url().default('https://api.openai.com/v1').describe('Address of an endpoint that speaks the OpenAI API.'),
  api_key: z.string().min(1).optional().meta({ secret: true }).describe('Key of the endpoint, where it wants one.'),
  model: z.string().min(1).default('text-embedding-3-small').describe('Name of the model at the endpoint.'),
  dimensions: z.int().positive().default(1536).describe('Numbers in a vector of the model.'),
  shorten: z.boolean().default(false).describe('Ask the endpoint to shorten its vectors to the dimensions above.'),
  batch_size: z.int().min(1).max(2048).default(64).describe('Texts in one request.'),
  max_characters: z.int().min(100).default(16_000).describe('Characters of a text that are sent; the rest is cut off.'),
  max_retries: z.int().min(0).max(10).default(4).describe('How often a request is repeated after 429 or 5xx.'),
  timeout_seconds: z.number().positive().default(60).describe('Longest wait for one answer, seconds.'),
  query_prefix: z.string().default('').describe('What the model wants before a question.'),
  passage_prefix: z.string().default('').describe('What the model wants before a passage.'),
});

type Options = z.output<typeof options>;

export const plugin = definePlugin({
  name: 'openai',
  version: '1.0.0',
  summary: 'Vectors from any endpoint that speaks the OpenAI API. Passages and questions are sent to it.',
  options,
  provides: ['embedder'],
  setup: ({ options }) => {
    requireInstalled('openai');
    return { embedder: createOpenAIEmbedder(options) };
  },
});

type Library = typeof import('openai');

const createOpenAIEmbedder = (options: Options): Embedder => {
  const { base_url, model, dimensions, batch_size } = options;
  let connecting: Promise<{ library: Library; client: OpenAI }> | undefined;

  const request = async (input: string[], signal: AbortSignal | undefined): Promise<Float32Array[]> => {
    connecting ??= connect(options);
    const { library, client } = await connecting;
    const body = { model, input, ...(options.shorten ? { dimensions } : {}) };
    const { data } = await client.embeddings.create(body, signal ? { signal } : {}).catch((thrown: unknown) => {
      signal?.throwIfAborted();
      throw translate(library, thrown);
    });
    return checkVectors(data, input.length, dimensions);
  };

  return {
    space: {
      id: ['openai', new URL(base_url).host, model, dimensions, options.query_prefix, options.passage_prefix].join(':'),
      dimensions,
    },
    async embed(texts, kind, signal) {
      const prefix = kind === 'query' ? options.query_prefix : options.passage_prefix;
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += batch_size) {
        signal?.throwIfAborted();
        const batch = texts.slice(from, from + batch_size);
        // Endpoints refuse an empty text.
        const input = batch.map((text) => `${prefix}${text}`.slice(0, options.max_characters).trim() || ' ');
        vectors.push(...(await request(input, signal)));
      }
      return vectors;
    },
  };
};

const connect = async (options: Options): Promise<{ library: Library; client: OpenAI }> => {
  const library = await import('openai');
  const client = new library.default({
    baseURL: options.base_url,
    // The client wants a key even where the endpoint does not, and reads what is not given from the environment.
    apiKey: options.api_key ?? 'none',
    organization: null,
    project: null,
    maxRetries: options.max_retries,
    timeout: options.timeout_seconds * 1000,
    logLevel: 'off',
  });
  return { library, client };
};

const translate = ({ APIConnectionTimeoutError, APIConnectionError, APIError }: Library, thrown: unknown): unknown => {
  if (thrown instanceof APIConnectionTimeoutError) {
    return new DossierError('model_unreachable', { reason: 'it timed out' }, { cause: thrown });
  }
  if (thrown instanceof APIConnectionError) {
    return new DossierError('model_unreachable', { reason: 'no connection' }, { cause: thrown });
  }
  if (thrown instanceof APIError && typeof thrown.status === 'number') {
    const { status } = thrown;
    const overloaded = status === 408 || status === 429 || status >= 500;
    return overloaded
      ? new DossierError('model_unreachable', { reason: `status ${status}` }, { cause: thrown })
      : new DossierError('model_refused', { status }, { cause: thrown });
  }
  return invalid('its answer is not a list of embeddings', thrown);
};

const answerSchema = z.array(z.object({ index: z.int().min(0), embedding: z.custom<ArrayLike<number>>(isVector) }));

function isVector(value: unknown): boolean {
  return (Array.isArray(value) || value instanceof Float32Array) && value.every(Number.isFinite);
}

/** One normalized vector per text, in the order of the texts, whatever the order of the answer. */
const checkVectors = (data: unknown, count: number, dimensions: number): Float32Array[] => {
  const answer = answerSchema.safeParse(data);
  if (!answer.success) throw invalid('its answer is not a list of embeddings');
  const vectors: Float32Array[] = [];
  for (const { index, embedding } of answer.data) {
    if (embedding.length !== dimensions) {
      throw invalid(`vectors of ${embedding.length} numbers came where ${dimensions} are configured`);
    }
    const length = Math.hypot(...Array.from(embedding));
    if (length === 0) throw invalid('a vector without direction came');
    vectors[index] = Float32Array.from(embedding, (value) => value / length);
  }
  const complete = vectors.length === count && answer.data.length === count && !vectors.includes(undefined as never);
  if (!complete) throw invalid(`${answer.data.length} vectors came for ${count} texts`);
  return vectors;
};

const invalid = (problem: string, cause?: unknown): DossierError =>
  new DossierError('model_invalid', { problem }, { cause });
