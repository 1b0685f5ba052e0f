import type { Raster } from './raster.ts';
import type { Recognized } from './recognized.ts';
import { startTesseract, type Tesseract } from './tesseract.ts';

/** After so many pictures a fresh one is started, so that what Tesseract may leak stays bounded. */
const PICTURES_PER_ENGINE = 200;

type Engine = { readonly languages: string; readonly tesseract: Promise<Tesseract>; pictures: number };

/** The one Tesseract of this process: starting one costs 0.1 s, and 100 MB while it lives. */
let engine: Engine | undefined;

/**
 * What stands in a picture whose text is upright. Throws `package_missing` where a language is not installed; any
 * other error is Tesseract's, and the next picture gets a fresh one.
 */
export async function recognize(picture: Raster, languages: readonly string[]): Promise<Recognized> {
  const key = languages.join('+');
  if (engine?.languages !== key || engine.pictures >= PICTURES_PER_ENGINE) {
    engine = { languages: key, tesseract: startTesseract(languages), pictures: 0 };
  }
  const current = engine;
  current.pictures += 1;
  try {
    return (await current.tesseract).recognize(picture);
  } catch (thrown) {
    if (engine === current) engine = undefined;
    throw thrown;
  }
}
