import { bytesOf } from '../../support/bytes.ts';
import { extremeText } from './extremes.ts';
import { fromLatin1, latin1Of, MOST_BYTES, type Mutators } from './mutator.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

const MARKS = [
  '>',
  '- ',
  '* ',
  '1. ',
  '[',
  '![',
  '(',
  '`',
  '~~~\n',
  '|',
  '# ',
  '*',
  '_',
  '<',
  '&',
  '"',
  ',',
  ';',
  '\t',
  ' ',
  '{\\rtf1 ',
  '{',
  '\f',
  ':\n',
];

/** Text in any markup: encodings, long lines, marks without end, control characters. */
export const textMutators: Mutators = {
  'another encoding': (bytes, random) => {
    const text = textOf(bytes);
    const little = utf16(text);
    return random.pick<() => Uint8Array>([
      () => little,
      () => Uint8Array.from([0xff, 0xfe, ...little.subarray(0, MOST_BYTES / 8)]),
      () => Uint8Array.from([0xfe, 0xff, ...Buffer.from(little.subarray(0, (MOST_BYTES / 8) & ~1)).swap16()]),
      () => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes.subarray(0, MOST_BYTES / 8)]),
      () => fromLatin1(text),
      // Half a pair, a pair the wrong way round, an odd byte at the end.
      () => Uint8Array.from([0xff, 0xfe, ...utf16('a\ud83c b\udfe0\ud83c\n'.repeat(500)), 0x41]),
      () => Uint8Array.from([0xff, 0xfe, ...bytes.subarray(0, MOST_BYTES / 8)]),
    ])();
  },
  'one long line': (bytes) => fromLatin1(latin1Of(bytes).replaceAll(/[\r\n]+/g, ' ')),
  'many short lines': (bytes, random) =>
    fromLatin1(latin1Of(bytes).replaceAll(' ', random.pick(['\n', '\r', '\r\n', '\n\n', '\f', '\u0085']))),
  'a mark without end': (bytes, random) => {
    const text = textOf(bytes);
    const at = random.below(text.length + 1);
    return bytesOf(text.slice(0, at) + random.pick(MARKS).repeat(random.pick([3, 500, 30_000])) + text.slice(at));
  },
  'marks in one another': (bytes, random) => {
    const text = textOf(bytes);
    const at = random.below(text.length + 1);
    const unit = `${random.pick(MARKS)}${random.pick(MARKS)}${random.pick(MARKS)}`;
    return bytesOf(text.slice(0, at) + unit.repeat(random.pick([10, 500, 10_000])) + text.slice(at));
  },
  'a mark before each line': (bytes, random) =>
    fromLatin1(latin1Of(bytes).replaceAll(/^/gm, random.pick(MARKS).repeat(random.pick([1, 3, 40])))),
  'an extreme text': (bytes, random) => {
    const text = textOf(bytes);
    const at = random.below(text.length + 1);
    return bytesOf(text.slice(0, at) + extremeText(random) + text.slice(at));
  },
  'control characters': (bytes, random) => {
    const changed = bytes.slice();
    for (let count = random.pick([1, 20, 400]); count > 0; count -= 1) {
      changed[random.below(changed.byteLength)] = random.pick([0, 7, 8, 0x0b, 0x0c, 0x1b, 0x7f, 0x85, 0xad, 0xff]);
    }
    return changed;
  },
  'a line again and again': (bytes, random) => {
    const lines = latin1Of(bytes).split('\n');
    const at = random.below(lines.length);
    const line = `${lines[at] ?? ''}\n`;
    const times = Math.min(random.pick([2, 100, 10_000]), Math.floor(MOST_BYTES / 8 / line.length));
    return fromLatin1(lines.toSpliced(at, 0, line.repeat(times)).join('\n'));
  },
  'lines in another order': (bytes, random) => {
    const lines = latin1Of(bytes).split('\n');
    for (let count = Math.min(lines.length, 200); count > 0; count -= 1) {
      const [one, two] = [random.below(lines.length), random.below(lines.length)];
      [lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? ''];
    }
    return fromLatin1(lines.join('\n'));
  },
};
