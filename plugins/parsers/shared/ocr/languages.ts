import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { DossierError } from '../../../../core/errors/error.ts';

const require = createRequire(import.meta.url);

/** What a language's model unpacks to at most; the largest of the packages (Japanese, Chinese) stay below 20 MB. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * The model of a language by Tesseract's name ("eng", "chi_sim"), from its package. Nothing is ever fetched: a
 * language that is not installed is `package_missing`, with the package that the user can install.
 */
export function languageModel(language: string): Uint8Array {
  const name = `@tesseract.js-data/${language}`;
  // A name is part of a path here.
  if (!/^[a-z]{3}(?:_[a-z]{3,4})?$/i.test(language)) throw new DossierError('package_missing', { package: name });
  let packed: Uint8Array;
  try {
    packed = readFileSync(require.resolve(`${name}/4.0.0_best_int/${language}.traineddata.gz`));
  } catch (cause) {
    throw new DossierError('package_missing', { package: name }, { cause });
  }
  return gunzipSync(packed, { maxOutputLength: MOST_BYTES });
}
