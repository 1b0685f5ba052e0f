import type { ParseWarning } from '../../../core/document/parsed.ts';

/** Says that some bytes of a text file were no characters; nothing where all were. */
export const encodingWarnings = (replaced: number): ParseWarning[] =>
  replaced === 0
    ? []
    : [{ code: 'encoding', message: `${replaced} characters could not be read; they are shown as U+FFFD.` }];
