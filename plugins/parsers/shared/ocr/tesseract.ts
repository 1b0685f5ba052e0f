import { createRequire } from 'node:module';
import { languageModel } from './languages.ts';
import { type Raster, toGraymap } from './raster.ts';
import { type Recognized, recognizedSchema } from './recognized.ts';

/** One Tesseract, in this thread: a call keeps the thread busy until it is done. */
export type Tesseract = {
  /** Throws when Tesseract fails; it may not be used afterwards. */
  recognize(picture: Raster): Recognized;
};

/** tesseract.js's WebAssembly build of Tesseract, as far as it is called. */
type Core = {
  readonly FS: {
    writeFile(path: string, data: Uint8Array): void;
    unlink(path: string): void;
  };
  readonly TessBaseAPI: new () => Api;
};

type Api = {
  /** -1 where it failed. */
  Init(folder: string | null, languages: string, engine: number): number;
  SetVariable(name: string, value: string): boolean;
  /** Reads /input; 1 where that is no picture. */
  SetImageFile(exif: number, radians: number): number;
  /** 0 where it worked. */
  Recognize(monitor: null): number;
  GetJSONText(): string;
  MeanTextConf(): number;
  Clear(): void;
};

const require = createRequire(import.meta.url);

/** OEM_LSTM_ONLY of Tesseract: what the integer models hold. */
const LSTM_ONLY = 1;
const SETTINGS = {
  // PSM_AUTO: columns, pictures and tables are told apart; how the page stands is found by us.
  tessedit_pageseg_mode: '3',
  // Else words that one document says often become likelier in the next one.
  tessedit_enable_doc_dict: '0',
  // Tells rules from letters by their length: stated so, the short ones around a table's cells are rules as well.
  user_defined_dpi: '150',
};

/**
 * Starts a Tesseract of its own for these languages, the likeliest first. Takes about 0.1 s and 100 MB, which are
 * free again when nothing refers to it. Throws `package_missing` where a language is not installed.
 */
export async function startTesseract(languages: readonly string[]): Promise<Tesseract> {
  const models = languages.map((name) => ({ name, data: languageModel(name) }));
  const core = await startCore();
  for (const { name, data } of models) core.FS.writeFile(`/${name}.traineddata`, data);
  const api = new core.TessBaseAPI();
  if (api.Init(null, languages.join('+'), LSTM_ONLY) === -1) throw new Error('Tesseract did not start.');
  for (const { name } of models) core.FS.unlink(`/${name}.traineddata`);
  for (const [name, value] of Object.entries(SETTINGS)) api.SetVariable(name, value);
  return {
    recognize: (picture) => {
      core.FS.writeFile('/input', toGraymap(picture));
      const unread = api.SetImageFile(1, 0) === 1;
      core.FS.unlink('/input');
      if (unread) throw new Error('Tesseract did not take the picture.');
      if (api.Recognize(null) !== 0) throw new Error('Tesseract gave up on the picture.');
      const { blocks } = JSON.parse(api.GetJSONText());
      const confidence = api.MeanTextConf();
      api.Clear();
      return recognizedSchema.parse({ confidence, blocks });
    },
  };
}

/**
 * The build with fixed SIMD. The one with relaxed SIMD is no faster here, and its results may depend on the
 * processor, where the same bytes are to give the same text. A processor without SIMD does not compile it.
 * tesseract.js itself is passed by: it runs these calls in a worker thread, and fetches what it is not given.
 */
const startCore = (): Promise<Core> => startBuild('simd-lstm').catch(() => startBuild('lstm'));

function startBuild(build: string): Promise<Core> {
  const resolve = createRequire(require.resolve('tesseract.js/package.json'));
  const start = resolve(`tesseract.js-core/tesseract-core-${build}`) as (options: object) => Promise<Core>;
  return start({ print: () => {}, printErr: () => {} });
}
