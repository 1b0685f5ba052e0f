import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { DossierError } from '../../core/errors/error.ts';
import { definePlugin } from '../../core/plugin/define.ts';
import { requireInstalled } from '../../core/plugin/installed.ts';
import type { Embedder } from '../../core/ports/embedder.ts';

const options = z.strictObject({
  model: z.string().min(1).default('all-MiniLM-L6-v2').describe('Name of the model: its folder, or its id at the hub.'),
  model_folder: z.string().min(1).optional().describe('Folder that holds the folder of the model.'),
  allow_download: z.boolean().default(false).describe('Whether the model may be downloaded from the Hugging Face hub.'),
  dtype: z.enum(['fp32', 'fp16', 'q8', 'q4']).default('q8').describe('Precision of the weights.'),
  pooling: z.enum(['mean', 'cls']).default('mean').describe('How the vectors of the tokens become one.'),
  max_tokens: z.int().min(8).default(512).describe('Tokens of a text that are read; the rest is cut off.'),
  batch_size: z.int().min(1).max(256).default(1).describe('Texts that go through the model at once.'),
  query_prefix: z.string().default('').describe('What the model wants before a question.'),
  passage_prefix: z.string().default('').describe('What the model wants before a passage.'),
});

type Options = z.output<typeof options>;

const PACKAGE = '@huggingface/transformers';
const modelConfig = z.object({ hidden_size: z.int().positive() });

export const plugin = definePlugin({
  name: 'transformers',
  version: '1.0.0',
  summary: `A sentence encoder that runs on this machine through ${PACKAGE}, for example all-MiniLM-L6-v2.`,
  options,
  provides: ['embedder'],
  setup: async ({ options }) => {
    requireInstalled(PACKAGE);
    return { embedder: createTransformersEmbedder(options, await readDimensions(options)) };
  },
});

const missing = ({ model, model_folder }: Options, cause?: unknown): DossierError =>
  new DossierError('model_missing', { model, folder: model_folder ?? 'the cache of downloaded models' }, { cause });

const load = async (options: Options): Promise<typeof import('@huggingface/transformers')> => {
  const library = await import('@huggingface/transformers');
  library.env.allowLocalModels = options.model_folder !== undefined;
  if (options.model_folder !== undefined) library.env.localModelPath = path.resolve(options.model_folder);
  library.env.allowRemoteModels = options.allow_download;
  return library;
};

/** From the model's own config.json, so that the heavy library is not loaded before the first text. */
const readDimensions = async (options: Options): Promise<number> => {
  const { model, model_folder, allow_download } = options;
  try {
    if (model_folder !== undefined) {
      const file = path.resolve(model_folder, model, 'config.json');
      const text = await readFile(file, 'utf8').catch((thrown: unknown) => {
        if (allow_download) return undefined;
        throw thrown;
      });
      if (text !== undefined) return modelConfig.parse(JSON.parse(text)).hidden_size;
    }
    const { AutoConfig } = await load(options);
    return modelConfig.parse(await AutoConfig.from_pretrained(model)).hidden_size;
  } catch (thrown) {
    throw thrown instanceof DossierError ? thrown : missing(options, thrown);
  }
};

type Encoder = (texts: string[]) => Promise<Float32Array>;

/** All vectors of a batch, normalized, one after another. */
const loadEncoder = async (options: Options): Promise<Encoder & { dispose(): Promise<unknown> }> => {
  const { AutoModel, AutoTokenizer, mean_pooling } = await load(options);
  const { model: name, dtype, pooling, max_tokens } = options;
  const parts = Promise.all([AutoTokenizer.from_pretrained(name), AutoModel.from_pretrained(name, { dtype })]);
  const [tokenizer, model] = await parts.catch((thrown: unknown) => {
    throw missing(options, thrown);
  });
  const encode: Encoder = async (texts) => {
    const inputs = tokenizer(texts, { padding: true, truncation: true, max_length: max_tokens });
    const { last_hidden_state } = await model(inputs);
    const pooled =
      pooling === 'mean' ? mean_pooling(last_hidden_state, inputs.attention_mask) : last_hidden_state.slice(null, 0);
    return Float32Array.from(pooled.normalize(2, -1).data);
  };
  return Object.assign(encode, { dispose: () => model.dispose() });
};

const createTransformersEmbedder = (options: Options, dimensions: number): Embedder => {
  const { model, dtype, pooling, max_tokens, batch_size } = options;
  let loading: ReturnType<typeof loadEncoder> | undefined;

  return {
    space: {
      id: ['transformers', model, dtype, pooling, max_tokens, options.query_prefix, options.passage_prefix].join(':'),
      dimensions,
    },
    async embed(texts, kind, signal) {
      // A failed start is tried again at the next call: the package or the model may have been put there meanwhile.
      loading ??= loadEncoder(options).catch((thrown: unknown) => {
        loading = undefined;
        throw thrown;
      });
      const encode = await loading;
      const prefix = kind === 'query' ? options.query_prefix : options.passage_prefix;
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += batch_size) {
        signal?.throwIfAborted();
        const batch = texts.slice(from, from + batch_size).map((text) => prefix + text);
        const numbers = await encode(batch);
        for (let row = 0; row < batch.length; row++) {
          vectors.push(numbers.slice(row * dimensions, (row + 1) * dimensions));
        }
      }
      return vectors;
    },
    async close() {
      const encoder = await loading;
      loading = undefined;
      await encoder?.dispose();
    },
  };
};
