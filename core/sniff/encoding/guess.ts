import { eastAsianLanguages, multiByteEncodings } from './east-asia.ts';
import { singleByteEncodings } from './languages.ts';
import { alphabeticLikelihood, eastAsianLikelihood } from './likelihood.ts';

export type Guess = {
  /** WHATWG label. */
  readonly label: string;
  /** Another reading that says something else is nearly as likely. */
  readonly doubtful: boolean;
};

/** Bytes that are looked at: windows around those that are no ASCII, from the start of the file on. */
const SAMPLE_BYTES = 2048;
const AROUND = 12;
/** How much likelier (nats) the best reading has to be to be beyond doubt. */
const DOUBT = 4;
/** UTF-16 without a mark is rare, and a few bytes of it could be anything. */
const UTF16_RARITY = 6;
const LEAST_UTF16 = 12;

/**
 * The encoding of a text that does not say it and is no UTF-8: the one in which it reads most like a language. Each
 * candidate decodes a sample; a reading that holds bytes without meaning, letters that its languages lack, marks inside
 * words or capitals after small letters is unlikely. Whatever no reading makes likely is Windows-1252, as browsers take it.
 */
export const guessEncoding = (bytes: Uint8Array): Guess => {
  const sample = sampleOf(bytes);
  const readings = [...singleByteReadings(sample), ...multiByteReadings(sample), ...utf16Readings(bytes, sample)];
  readings.sort((a, b) => b.likelihood - a.likelihood);
  const [best, ...others] = readings;
  if (best === undefined) return { label: 'windows-1252', doubtful: true };
  const rival = others.find(({ text }) => text !== best.text);
  return { label: best.label, doubtful: rival !== undefined && best.likelihood - rival.likelihood < DOUBT };
};

/**
 * UTF-16 that happens to be UTF-8 as well: its letters' high bytes (04 in Cyrillic) are control characters of ASCII.
 * undefined where the text, read as UTF-8, is as it should be.
 */
export const guessUtf16 = (bytes: Uint8Array, utf8: string): string | undefined => {
  const start = utf8.slice(0, SAMPLE_BYTES);
  const controls = (start.match(CONTROLS) ?? []).length;
  if (controls < start.length * CONTROL_SHARE || controls === 0) return undefined;
  const readings = utf16Readings(bytes, bytes.subarray(0, SAMPLE_BYTES));
  readings.sort((a, b) => b.likelihood - a.likelihood);
  return readings[0]?.label;
};

/** Text is at least so likely per byte (nats). Bytes by chance, of a program or a picture, are under it. */
const LEAST_PER_BYTE = -4.2;
const CONTROL_SHARE = 0.02;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\x00-\x08\x0B\x0E-\x1A\x1C-\x1F\x7F]/g;

type Reading = { readonly label: string; readonly text: string; readonly likelihood: number };

const singleByteReadings = (sample: Uint8Array): Reading[] =>
  singleByteEncodings.map(({ label, rarity, languages }) => {
    const text = new TextDecoder(label).decode(sample);
    return { label, text, likelihood: alphabeticLikelihood(text, languages) - rarity };
  });

const multiByteReadings = (sample: Uint8Array): Reading[] =>
  multiByteEncodings.map(({ label, rarity, language }) => {
    const text = new TextDecoder(label).decode(sample);
    return { label, text, likelihood: eastAsianLikelihood(text, language) - rarity };
  });

/** Text in Latin letters has zeros in UTF-16. */
const ALPHABETS = [...new Set(singleByteEncodings.map(({ languages }) => languages))].filter((languages) =>
  languages.every(({ script }) => script === 'other'),
);

/** UTF-16 without a mark whose letters have no zeros: Greek, Cyrillic, Arabic, Chinese. Zeros are seen before. */
const utf16Readings = (bytes: Uint8Array, sample: Uint8Array): Reading[] => {
  if (bytes.byteLength % 2 !== 0 || bytes.byteLength < LEAST_UTF16) return [];
  const start = bytes.subarray(0, sample.byteLength & ~1);
  const readings = ['utf-16le', 'utf-16be'].map((label) => {
    const text = new TextDecoder(label, { ignoreBOM: true }).decode(start);
    const alphabets = ALPHABETS.map((languages) => alphabeticLikelihood(text, languages));
    const eastAsian = eastAsianLanguages.map((language) => eastAsianLikelihood(text, language));
    return { label, text, likelihood: Math.max(...alphabets, ...eastAsian) - UTF16_RARITY };
  });
  return readings.filter(({ likelihood }) => likelihood > start.byteLength * LEAST_PER_BYTE);
};

const sampleOf = (bytes: Uint8Array): Uint8Array => {
  if (bytes.byteLength <= SAMPLE_BYTES) return bytes;
  const sample = new Uint8Array(SAMPLE_BYTES);
  let length = 0;
  let taken = 0;
  for (let index = 0; index < bytes.byteLength && length < SAMPLE_BYTES; index += 1) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    // A window begins after ASCII, so that no character of several bytes is cut in two.
    let from = Math.max(taken, index - AROUND);
    let to = index + 1;
    while (to < bytes.byteLength && (bytes[to] ?? 0) >= 0x80) to += 1;
    to = Math.min(bytes.byteLength, to + AROUND);
    if (from > taken) while (from < index && (bytes[from - 1] ?? 0) >= 0x80) from += 1;
    const window = bytes.subarray(from, Math.min(to, from + SAMPLE_BYTES - length));
    sample.set(window, length);
    length += window.byteLength;
    taken = to;
    index = to - 1;
  }
  return sample.subarray(0, length);
};
