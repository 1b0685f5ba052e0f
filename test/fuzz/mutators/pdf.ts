import { deflateSync, inflateSync } from 'node:zlib';
import type { Random } from '../../../bench/material/random.ts';
import { byteMutators } from './bytes.ts';
import { extremeNumber } from './extremes.ts';
import { fromLatin1, latin1Of, type Mutate, type Mutators, onText, pickMatch, replaceMatch } from './mutator.ts';

const OBJECT = /\d+ \d+ obj\b[\s\S]{0,100000}?endobj/g;
const REFERENCE = /\b\d+ \d+ R\b/g;
const NUMBER = /(?<=[\s[/(<])-?\d+(?:\.\d+)?(?=[\s\]/>)])/g;
const NAME = /\/[A-Za-z][A-Za-z0-9]*/g;
const STREAM = /\bstream\r?\n/g;
const MOST_UNPACKED = 8 * 2 ** 20;

/** One compressed stream, unpacked, changed and packed again; what is behind it moves, so a reader has to rebuild. */
const inStream =
  (change: (content: Uint8Array, random: Random) => Uint8Array | undefined): Mutate =>
  (bytes, random) => {
    const text = latin1Of(bytes);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const begin = pickMatch(text, STREAM, random);
      if (begin === undefined) return undefined;
      const from = begin.index + begin[0].length;
      const to = text.indexOf('endstream', from);
      if (to < 0 || !text.slice(Math.max(0, from - 500), from).includes('FlateDecode')) continue;
      try {
        const content = inflateSync(bytes.subarray(from, to), { maxOutputLength: MOST_UNPACKED });
        const changed = change(new Uint8Array(content), random);
        if (changed === undefined) return undefined;
        const packed = deflateSync(changed, { level: 9 });
        const padding = Math.max(0, to - from - packed.byteLength);
        return new Uint8Array(
          Buffer.concat([bytes.subarray(0, from), packed, Buffer.alloc(padding, 0x20), bytes.subarray(to)]),
        );
      } catch {
        // Predictors, or broken already: another one.
      }
    }
    return undefined;
  };

const OPERATORS = ['BT', 'ET', 'q', 'Q', 'Tj', 'TJ', 'Tf', 'Td', 'cm', 'Do', 'BI', 'ID', 'EI', 'BDC', 'EMC', '"', "'"];

/** Objects, references and streams of a PDF. */
export const pdfMutators: Mutators = {
  'change a number': onText((text, random) => {
    const number = pickMatch(text, NUMBER, random);
    return number && replaceMatch(text, number, extremeNumber(random));
  }),
  'change a length': onText((text, random) => {
    const length = pickMatch(
      text,
      /\/(?:Length\d?|Count|First|N|Size|W|Width|Height|Columns|Predictor|Rotate|BitsPerComponent)\s+-?\d+/g,
      random,
    );
    return length && replaceMatch(text, length, `${/^\/\w+\s+/.exec(length[0])?.[0] ?? ''}${extremeNumber(random)}`);
  }),
  'change a reference': onText((text, random) => {
    const reference = pickMatch(text, REFERENCE, random);
    const other = pickMatch(text, REFERENCE, random);
    const target = random.below(3) === 0 ? `${random.pick(['0', '99999999', '4294967296', '-1'])} 0 R` : other?.[0];
    return reference && replaceMatch(text, reference, target ?? '1 0 R');
  }),
  'refer to itself': onText((text, random) => {
    const object = pickMatch(text, OBJECT, random);
    if (object === undefined) return undefined;
    const itself = `${/^\d+ \d+/.exec(object[0])?.[0]} R`;
    const inner = pickMatch(object[0], REFERENCE, random);
    return inner && replaceMatch(text, object, replaceMatch(object[0], inner, itself));
  }),
  'change a name': onText((text, random) => {
    const name = pickMatch(text, NAME, random);
    const other = pickMatch(text, NAME, random);
    return name && replaceMatch(text, name, other?.[0] ?? '/X');
  }),
  'have kids again and again': onText((text, random) => {
    const kids = pickMatch(text, /\/Kids\s*\[[^\]]{1,5000}/g, random);
    const references = kids?.[0].match(REFERENCE)?.join(' ');
    return kids && replaceMatch(text, kids, `${kids[0]} ${`${references} `.repeat(random.pick([1, 50, 3000]))}`);
  }),
  'leave out an object': onText((text, random) => {
    const object = pickMatch(text, OBJECT, random);
    return object && replaceMatch(text, object, '');
  }),
  'double an object': onText((text, random) => {
    const object = pickMatch(text, OBJECT, random);
    const other = pickMatch(text, OBJECT, random);
    return (
      object &&
      other &&
      replaceMatch(text, object, `${object[0]}\n${other[0].replace(/^\d+/, /^\d+/.exec(object[0])?.[0] ?? '')}`)
    );
  }),
  'lose a keyword': onText((text, random) => {
    const keyword = pickMatch(
      text,
      /\b(?:endobj|endstream|stream|obj|xref|trailer|startxref|>>|<<)\b|%%EOF|>>|<</g,
      random,
    );
    return keyword && replaceMatch(text, keyword, random.pick(['', keyword[0] + keyword[0]]));
  }),
  'move the table of objects': onText((text, random) => {
    const start = pickMatch(text, /startxref\s+\d+/g, random);
    return (
      start &&
      replaceMatch(text, start, `startxref\n${random.pick([extremeNumber(random), String(random.below(text.length))])}`)
    );
  }),
  'nest arrays deep': onText((text, random) => {
    const number = pickMatch(text, NUMBER, random);
    const depth = random.pick([10, 1000, 100_000]);
    const [open, close] = random.pick([
      ['[', ']'],
      ['<< /A ', '>>'],
      ['(', ')'],
    ] as const);
    return number && replaceMatch(text, number, `${open.repeat(depth)}${number[0]}${close.repeat(depth)}`);
  }),
  'in a stream: bytes': inStream((content, random) =>
    content.byteLength === 0 ? undefined : random.pick(Object.values(byteMutators))(content, random, content),
  ),
  'in a stream: a number': inStream((content, random) => {
    const text = latin1Of(content);
    const number = pickMatch(text, NUMBER, random);
    return number && fromLatin1(replaceMatch(text, number, extremeNumber(random)));
  }),
  'in a stream: an operator': inStream((content, random) => {
    const text = latin1Of(content);
    const operator = pickMatch(text, /(?<=\s)(?:[A-Za-z]{1,3}\*?)(?=\s)/g, random);
    return operator && fromLatin1(replaceMatch(text, operator, random.pick(OPERATORS)));
  }),
  'in a stream: again and again': inStream((content, random) => {
    const times = Math.min(random.pick([2, 20, 500]), Math.floor(MOST_UNPACKED / 4 / (content.byteLength + 1)));
    return new Uint8Array(Buffer.concat(Array.from({ length: times }, () => content)));
  }),
};
