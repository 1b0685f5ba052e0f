import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import type { Span } from '../../../../../core/text/span.ts';
import type { Anchor, Statement } from '../../stated.ts';

/** A point in time that a sentence names: where its words end, and where else the document says what it is. */
export type Point = {
  readonly anchor: Anchor;
  /** Offset in the sentence. */
  readonly end: number;
  readonly more: readonly Span[];
};

/** What points are read from. */
export type Reading = {
  readonly document: ReadDocument;
  readonly agreementDate: Statement<Anchor> | undefined;
};

/** Where a text goes on behind what a sticky pattern finds at an offset; the offset itself where it finds nothing. */
export const skip = (text: string, at: number, pattern: RegExp): number =>
  at + (matchAt(text, at, pattern)?.[0].length ?? 0);

/** What a sticky pattern finds at an offset. */
export const matchAt = (text: string, at: number, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
