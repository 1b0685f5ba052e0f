import type { Span } from '../../../../../core/text/span.ts';
import type { Ending } from '../../stated.ts';

/** What a sentence says of an end. */
export type Read = {
  readonly ending: Ending;
  /** Where else the document says what the ending counts from. */
  readonly more: readonly Span[];
  /** Where in the sentence its length, day or event stands. */
  readonly at: number;
};

/** Whether it is a day, or counts from one, not from an event. */
export const isDated = ({ ending }: Read): boolean =>
  (ending.kind === 'at' && ending.anchor.kind !== 'event') || (ending.kind === 'after' && ending.from.kind !== 'event');
