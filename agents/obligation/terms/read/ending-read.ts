import type { Span } from '../../../../core/text/span.ts';
import type { Ending } from '../stated.ts';

/** What a sentence says of an end. */
export type Read = {
  readonly ending: Ending;
  /** Where else the document says what the ending counts from. */
  readonly more: readonly Span[];
  /** Where in the sentence its length, day or event stands. */
  readonly at: number;
};
