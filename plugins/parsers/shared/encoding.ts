import type { ParseWarning } from '../../../core/document/parsed.ts';
import type { Decoded } from '../../../core/sniff/decode.ts';

/** Says that bytes of a text file were no characters, or that its encoding is no more than likely; nothing otherwise. */
export const encodingWarnings = ({ replaced, doubtful, encoding }: Decoded): ParseWarning[] => [
  ...(replaced === 0
    ? []
    : [{ code: 'encoding', message: `${replaced} characters could not be read; they are shown as U+FFFD.` }]),
  ...(doubtful
    ? [
        {
          code: 'encoding-guessed',
          message: `The file does not say its encoding and has few signs of it; it was read as ${encoding}. Letters beyond A to Z may be wrong.`,
        },
      ]
    : []),
];
