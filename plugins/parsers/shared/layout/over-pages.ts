import type { LaidOutBlock } from './layout.ts';
import type { Word } from './word.ts';

export type OrderedPage = {
  readonly blocks: readonly LaidOutBlock[];
  /** The first block goes on with the last one of the page before. */
  readonly runsIn: boolean;
  /** The last block goes on with the first one of the next page. */
  readonly runsOn: boolean;
};

/** Shorter ones are as likely a line of an address or a signature as the begin of a sentence. */
const SHORTEST_RUN = 60;
const ENDS_A_SENTENCE = /[.!?:;]["'”’)\]]*$/;
/** The mark of a footnote may stand at the end. */
const GOES_ON_AFTER = /(?:[\p{Ll},]|\p{L}[-‐])(?:\d{1,2}|[⁰¹²³⁴-⁹*†‡]+)?$/u;
const GOES_ON_WITH = /^["“'‘(]?[\p{L}\p{N}$€£]/u;

/**
 * The blocks of each page in the order in which they are written. A sentence that runs over the end of a page stays
 * whole: the running lines between its halves move to the other side of the paragraph, so that it can be quoted.
 */
export function orderOverPages(layout: readonly (readonly LaidOutBlock[])[]): OrderedPage[] {
  const pages = layout.map((blocks) => {
    const middle = blocks.filter(({ role }) => !isRunning(role.kind));
    // Footnotes and notes below the last paragraph do not end its sentence.
    const end = middle.findLastIndex(({ role }) => role.kind !== 'footnote' && role.kind !== 'comment') + 1;
    return {
      header: blocks.filter(({ role }) => role.kind === 'page-header'),
      body: middle.slice(0, end),
      footer: [...middle.slice(end), ...blocks.filter(({ role }) => role.kind === 'page-footer')],
    };
  });
  let runsIn = false;
  return pages.map(({ header, body, footer }, index) => {
    // A page that is nothing but the middle of one paragraph has no other place for its own running lines.
    const room = !(runsIn && body.length === 1) || header.length + footer.length === 0;
    const runsOn = room && goesOn(body.at(-1), pages[index + 1]?.body[0]);
    const page = { blocks: arrange(layout[index] ?? [], { header, body, footer }, runsIn, runsOn), runsIn, runsOn };
    runsIn = runsOn;
    return page;
  });
}

type Parts = Readonly<Record<'header' | 'body' | 'footer', readonly LaidOutBlock[]>>;

const arrange = (
  asFound: readonly LaidOutBlock[],
  { header, body, footer }: Parts,
  runsIn: boolean,
  runsOn: boolean,
): readonly LaidOutBlock[] => {
  if (!runsIn && !runsOn) return asFound;
  const start = runsIn ? 1 : 0;
  const end = runsOn ? body.length - 1 : body.length;
  return [
    ...body.slice(0, start),
    ...header,
    ...body.slice(start, end),
    ...footer,
    ...body.slice(Math.max(start, end)),
  ];
};

const isRunning = (kind: string): boolean => kind === 'page-header' || kind === 'page-footer';

const goesOn = (last: LaidOutBlock | undefined, first: LaidOutBlock | undefined): boolean => {
  if (last === undefined || first?.role.kind !== 'paragraph') return false;
  if (last.role.kind !== 'paragraph' && last.role.kind !== 'list-item') return false;
  const words = wordsOf(last);
  const end = words.at(-1)?.text ?? '';
  const length = words.reduce((sum, { text }) => sum + text.length + 1, 0);
  return (
    length >= SHORTEST_RUN &&
    !ENDS_A_SENTENCE.test(end) &&
    GOES_ON_AFTER.test(end) &&
    GOES_ON_WITH.test(firstWord(first)?.text ?? '')
  );
};

const wordsOf = ({ lines }: LaidOutBlock): readonly Word[] =>
  lines.flatMap(({ segments }) => segments.flatMap(({ words }) => words));

export const firstWord = (block: LaidOutBlock | undefined): Word | undefined => block?.lines[0]?.segments[0]?.words[0];
