import { type Duration, durationsIn, inDays } from '../../../core/reading/durations.ts';

const afterEnd =
  /\b(?:after|following|from|post-?|thereafter|subsequent to|upon)\b[^.;]{0,80}\b(?:terminat\w+|expir\w+|end|cessation|leav\w+|employment|date of|conclusion|completion|separation)\b|\b(?:terminat\w+|expir\w+)\b[^.;]{0,60}\b(?:for|during)\b[^.;]{0,30}$/i;

/** How long something goes on after the contract has ended, as a clause says it; undefined where it says nothing of the kind. */
export const tailOf = (text: string): Duration | undefined =>
  durationsIn(text)
    .filter(
      ({ start, end, unit }) =>
        unit !== 'hour' &&
        (afterEnd.test(text.slice(end, end + 160)) || afterEnd.test(text.slice(Math.max(0, start - 120), start))),
    )
    .toSorted((a, b) => inDays(b) - inDays(a))[0];

/** Whether a clause binds beyond the end of the contract, with a length or without. */
export const bindsAfterwards = (text: string): boolean =>
  tailOf(text) !== undefined ||
  /\b(?:after|following|survive\w*)\b[^.;]{0,60}\b(?:terminat\w+|expir\w+|end of|employment)\b/i.test(text);
