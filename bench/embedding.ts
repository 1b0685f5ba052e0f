import { existsSync } from 'node:fs';
import path from 'node:path';
import { silentLogger } from '../core/ports/logger.ts';
import { plugin as builtin } from '../plugins/embedders/builtin.ts';
import { plugin as transformers } from '../plugins/embedders/transformers.ts';
import { createTexts } from './material/texts.ts';
import { interleaved, median } from './measure.ts';
import { type Row, rateRow } from './report.ts';
import type { Measure } from './section.ts';

const UNIT = 'passages/s';

/** Passages of 800 characters embedded per second, by the built-in embedder and by a model beside its bare runtime. */
export const measureEmbedding: Measure = async ({ quick, model }) => {
  const texts = createTexts(3);
  const many = Array.from({ length: quick ? 1000 : 4000 }, texts.passage);
  const { embedder } = await builtin.setup({ options: {}, ports: {}, log: silentLogger });
  const { ours } = await interleaved(5, { ours: () => embedder.embed(many, 'passage') });
  await embedder.close?.();
  const row = rateRow('builtin', UNIT, (many.length / median(ours)) * 1000);
  const notes = ['One process; passages of 800 characters.'];
  if (model === undefined) return { rows: [row], notes: [...notes, 'transformers: not measured, no --model DIR.'] };
  const few = many.slice(0, quick ? 8 : 24);
  return {
    rows: [row, await measureModel(model, few, 3)],
    notes: [...notes, 'onnxruntime alone is given the tokens ready-made and computes no mean of their vectors.'],
  };
};

const measureModel = async (folder: string, texts: readonly string[], turns: number): Promise<Row> => {
  const name = path.basename(folder);
  const options = transformers.options.parse({ model: name, model_folder: path.dirname(path.resolve(folder)) });
  const { embedder } = await transformers.setup({ options, ports: {}, log: silentLogger });
  const bare = await loadBare(folder, texts);
  const times = await interleaved(turns, { ours: () => embedder.embed(texts, 'passage'), bare });
  await embedder.close?.();
  const rate = (milliseconds: readonly number[]) => (texts.length / median(milliseconds)) * 1000;
  const beside = { what: 'onnxruntime-node alone', value: rate(times.bare) };
  return rateRow(`transformers, ${name} ${options.dtype}`, UNIT, rate(times.ours), beside);
};

/** The model's session, fed one text after another, as the embedder does by default. */
const loadBare = async (folder: string, texts: readonly string[]): Promise<() => Promise<void>> => {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const { AutoTokenizer, env } = await import('@huggingface/transformers');
  env.localModelPath = path.dirname(path.resolve(folder));
  env.allowRemoteModels = false;
  const tokenizer = await AutoTokenizer.from_pretrained(path.basename(folder));
  const file = ['model_quantized.onnx', 'model.onnx'].map((each) => path.join(folder, 'onnx', each)).find(existsSync);
  if (file === undefined) throw new Error(`There is no ONNX model in ${folder}.`);
  const session = await InferenceSession.create(file);
  const feeds = texts.map((text) => {
    const encoded = new Map(Object.entries(tokenizer(text, { truncation: true })));
    return Object.fromEntries(
      session.inputNames.map((input) => {
        const given = encoded.get(input);
        if (!(given?.data instanceof BigInt64Array)) throw new Error(`The tokenizer gives no ${input}.`);
        return [input, new Tensor('int64', given.data, given.dims)];
      }),
    );
  });
  return async () => {
    for (const feed of feeds) await session.run(feed);
  };
};
