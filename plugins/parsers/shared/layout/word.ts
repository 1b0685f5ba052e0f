/** Quarter turns, counter-clockwise, in which a base line runs; 'oblique' is anything between. */
export type Direction = 0 | 1 | 2 | 3 | 'oblique';

/** A rectangle as a reader sees the page: points from its top left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Word = {
  readonly text: string;
  /** Top left corner and size in points, as a reader sees the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Font size in points as displayed. */
  readonly size: number;
  readonly bold: boolean;
  /** The direction in which a reader sees its base line run. */
  readonly direction: Direction;
  /** The file's own order has a line's end before this word. */
  readonly startsLine: boolean;
  /** Whether a space separates it from the word before it on the line; not so between ideographs. */
  readonly spaced: boolean;
  /** The word was broken by a soft hyphen, which is not in `text`. */
  readonly softHyphen: boolean;
  /** Where the file says that the word leads. */
  readonly link?: string;
  /** The word was filled into a form. `label` is what the form calls the field, '' where it has no name for people. */
  readonly field?: { readonly label: string };
  /** Nothing of it is printed, so it has no place on the page: the name of a field that has no label beside it. */
  readonly unprinted?: true;
  /** How surely it was recognized, 0 to 100; only where the word comes from a picture. */
  readonly confidence?: number;
  /** Where a reader sees it, in points, where it was laid out on a page that was turned upright. */
  readonly place?: Box;
};

/** What someone wrote on a page after it was made, and the place that they meant. Its words have the place as their box. */
export type Note = { readonly lines: readonly (readonly Word[])[] };

/** What is laid out: the words of one page in the order in which they were found, and its size in points. */
export type PageOfWords = {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly notes?: readonly Note[];
  /** Level and upright lines that are drawn on the page. */
  readonly rules?: readonly Box[];
  /** Size as a reader sees the page, where its words were laid out on a page that was turned upright. */
  readonly shown?: { readonly width: number; readonly height: number };
};
