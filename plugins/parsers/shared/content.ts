import type { Link } from '../../../core/document/parsed.ts';

/** A piece of text with the links in it, in order; their offsets count from the start of this piece. */
export type Content = { readonly text: string; readonly links: readonly Link[] };

/** Links of a piece that begins at `offset` of a larger text. */
export const moved = (links: readonly Link[], offset: number): Link[] =>
  links.map(({ charStart, charEnd, target }) => ({ charStart: charStart + offset, charEnd: charEnd + offset, target }));

/** Appends without spreading: a call takes no more than some ten thousands of arguments. */
export const pushAll = <One>(list: One[], more: Iterable<One>): void => {
  for (const one of more) list.push(one);
};

/** The greatest of these and `least`. */
export const greatest = (numbers: Iterable<number>, least = 0): number => {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
};

/** The part of a piece from one offset to another. */
export const part = ({ text, links }: Content, from: number, to: number): Content => ({
  text: text.slice(from, to),
  links: links.flatMap(({ charStart, charEnd, target }) => {
    const span = { charStart: Math.max(charStart, from) - from, charEnd: Math.min(charEnd, to) - from };
    return span.charStart < span.charEnd ? [{ ...span, target }] : [];
  }),
});

/** Pieces after one another; empty ones leave no separator behind. */
export const joined = (contents: readonly Content[], separator: string): Content => {
  let text = '';
  const links: Link[] = [];
  for (const content of contents) {
    if (content.text === '') continue;
    if (text !== '') text += separator;
    pushAll(links, moved(content.links, text.length));
    text += content.text;
  }
  return { text, links };
};

/** White space and what is none, in turn: no backtracking. */
const STRETCH = /\s+|\S+/g;

/** Each run of white space as one blank and none at the ends, as the text of a cell stands in its row. */
export const oneLine = ({ text, links }: Content): Content => {
  if (links.length === 0) return { text: text.replace(/\s+/g, ' ').trim(), links };
  const offsets = links.flatMap(({ charStart, charEnd }) => [charStart, charEnd]);
  const places: number[] = [];
  let line = '';
  for (const { 0: stretch, index } of text.matchAll(STRETCH)) {
    const blank = /^\s/.test(stretch);
    for (let next = offsets[places.length]; next !== undefined && next < index + stretch.length; ) {
      // A link begins after the blank that it began with, and ends before the one that it ended with.
      const begins = places.length % 2 === 0;
      places.push(line.length + (blank ? Number(begins && line !== '') : next - index));
      next = offsets[places.length];
    }
    if (!blank) line += stretch;
    else if (line !== '') line += ' ';
  }
  const at = (index: number): number => places[index] ?? line.length;
  const placed = links.map(({ target }, index) => ({ charStart: at(index * 2), charEnd: at(index * 2 + 1), target }));
  const whole = { text: line, links: placed };
  return part(whole, 0, line.endsWith(' ') ? line.length - 1 : line.length);
};
