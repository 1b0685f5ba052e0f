/**
 * How often the encoding of a text is told, beside the library chardet: windows of 40, 200 and 2,000 bytes of texts that
 * were written for this, in each encoding in which old files hold their language. A window counts when it is read as it was written.
 * node bench/encodings.ts
 */
import chardet from 'chardet';
import { decode } from '../core/sniff/decode.ts';
import { encodeAs } from './encodings/encode.ts';
import { languageTexts } from './encodings/texts.ts';

const LENGTHS = [40, 200, 2000];

type Share = { windows: number; ours: number; chardet: number };

const readAs = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
};

const measure = (text: string, encoding: string, length: number): Share => {
  const characters = [...text];
  const perCharacter = encodeAs(encoding, text).byteLength / characters.length;
  const width = Math.max(1, Math.min(characters.length, Math.floor(length / perCharacter)));
  const share: Share = { windows: 0, ours: 0, chardet: 0 };
  for (let start = 0; start + width <= characters.length; start += Math.ceil(width / 2)) {
    const bytes = encodeAs(encoding, characters.slice(start, start + width).join(''));
    if (!bytes.some((byte) => byte >= 0x80 || byte === 0x1b || byte === 0)) continue;
    const written = readAs(encoding, bytes);
    share.windows += 1;
    if (decode(bytes).text === written) share.ours += 1;
    if (readAs(chardet.detect(bytes) ?? '', bytes) === written) share.chardet += 1;
  }
  return share;
};

for (const unmarked of [false, true]) {
  console.log(unmarked ? 'UTF-16 without a mark' : 'Encodings before Unicode');
  for (const length of LENGTHS) {
    const shares = languageTexts.flatMap(({ text, encodings }) =>
      encodings
        .filter((encoding) => encoding.startsWith('utf-16') === unmarked)
        .map((encoding) => measure(text, encoding, length)),
    );
    const mean = (who: 'ours' | 'chardet'): string =>
      (shares.reduce((sum, share) => sum + share[who] / Math.max(1, share.windows), 0) / shares.length).toFixed(3);
    console.log(`  ${String(length).padStart(4)} bytes: ours ${mean('ours')}, chardet ${mean('chardet')}`);
  }
}
