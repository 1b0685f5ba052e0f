import { type PassagePart, passageParts } from '../document/passage.ts';
import { sentenceSpans, splitSpan } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Stretch } from './blocks.ts';
import type { ChunkSettings } from './chunk.ts';

/** What is packed into chunks and never cut: a short block, or some sentences of a long one. */
export type Unit = Span & {
  readonly headingPath: readonly string[];
  /** It must not be parted from what follows: a heading, or the lead-in of a list. */
  readonly leads: boolean;
  /** A chunk begins here. */
  readonly begins: boolean;
  readonly part?: PassagePart;
};

/** The units of the document in order. */
export const unitsOf = (text: string, blocks: readonly Stretch[], settings: ChunkSettings): readonly Unit[] => {
  const units: Unit[] = [];
  const path: { level: number; title: string }[] = [];
  let previous: Stretch | undefined;
  let headed = false;
  for (const block of blocks) {
    const heading = block.kind === 'heading';
    if (heading) {
      while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
      path.push({ level: block.level, title: text.slice(block.start, block.end).replace(/\s+/g, ' ').slice(0, 200) });
    }
    const headingPath = path.map((entry) => entry.title);
    const last = units.at(-1);
    const part = passageParts.find((each) => each === block.kind);
    const carried =
      previous && last && continues(text, previous, block) ? joinSentence(text, last, block, settings) : undefined;
    if (carried) units[units.length - 1] = carried;
    const start = carried ? carried.end : block.start;
    for (const [index, span] of parts(text, { ...block, start: skipSpace(text, start) }, settings).entries()) {
      units.push({
        ...span,
        headingPath,
        leads: heading || leadsIn(text, block, span),
        begins: index === 0 && !carried && ((heading && !headed) || block.afterFurniture || part !== last?.part),
        ...(part === undefined ? {} : { part }),
      });
    }
    previous = block;
    // A section's headings stay together: "Article 5" and "5.1 Fees" head one chunk.
    headed = heading;
  }
  return units;
};

const skipSpace = (text: string, start: number): number =>
  start + (/^\s*/.exec(text.slice(start, start + 200))?.[0].length ?? 0);

/** A list's lead-in: "The Tenant shall:". */
const leadsIn = (text: string, block: Stretch, span: Span): boolean =>
  block.kind === 'paragraph' && span.end === block.end && text.charAt(span.end - 1) === ':';

/** Whether the sentence runs on over a page's end. */
const continues = (text: string, before: Stretch, after: Stretch): boolean =>
  (after.afterFurniture || after.page !== before.page) &&
  isProse(before) &&
  isProse(after) &&
  !/[.!?:;。！？]["'”’)\]]*$/.test(text.slice(Math.max(before.start, before.end - 4), before.end)) &&
  /^\p{Ll}/u.test(text.slice(after.start, after.start + 2));

const isProse = (block: Stretch): boolean => block.kind === 'paragraph' || block.kind === 'list-item';

const joinSentence = (text: string, unit: Unit, block: Stretch, settings: ChunkSettings): Unit | undefined => {
  const rest = sentenceSpans(text, block.start, block.end)[0];
  return rest && rest.end - unit.start <= settings.cap ? { ...unit, end: rest.end, leads: false } : undefined;
};

/** A block whole where it is short enough, else runs of its sentences, about equally long. */
const parts = (text: string, block: Stretch, settings: ChunkSettings): readonly Span[] => {
  const length = block.end - block.start;
  if (length <= 0) return [];
  if (length <= settings.whole) return [{ start: block.start, end: block.end }];
  const sentences = (block.cells.length > 0 ? cellSpans(block) : sentenceSpans(text, block.start, block.end)).flatMap(
    (span) => splitSpan(text, span, settings.cap),
  );
  const goal = length / Math.ceil(length / settings.target);
  const runs: Span[] = [];
  for (const sentence of sentences) {
    const run = runs.at(-1);
    // The middle of the sentence decides, so that runs come out near the goal rather than always below it.
    const fits = run && (run.end + sentence.end) / 2 - run.start <= goal && sentence.end - run.start <= settings.cap;
    if (run && fits) runs[runs.length - 1] = { start: run.start, end: sentence.end };
    else runs.push(sentence);
  }
  return runs;
};

/** The row cut between its cells, nothing left out. */
const cellSpans = (block: Stretch): readonly Span[] => {
  const starts = block.cells.map((cell) => cell.start).filter((start) => start > block.start && start < block.end);
  const edges = [block.start, ...new Set(starts.sort((a, b) => a - b)), block.end];
  return edges.slice(1).map((end, index) => ({ start: edges[index] ?? block.start, end }));
};
