import type { Block, Cell, Link, Page } from '../../../../core/document/parsed.ts';
import { type HyphenRule, hyphenRule } from './hyphens.ts';
import type { LaidOutBlock } from './layout.ts';
import type { Line } from './lines.ts';
import { firstWord, orderOverPages } from './over-pages.ts';
import { isIdeograph } from './scripts.ts';
import type { TableCell } from './table.ts';
import { TableNumbers } from './table-numbers.ts';
import type { PageOfWords, Word } from './word.ts';

export type Composed = { text: string; pages: Page[]; blocks: Block[]; links: Link[] };

/** What the contract for documents allows. */
const MAX_LINKS = 50_000;

const HYPHEN = /[-‐]$/;

/** Writes the blocks as one text, with the place of every block and word in it. */
export function compose(pages: readonly PageOfWords[], layout: readonly (readonly LaidOutBlock[])[]): Composed {
  const writer = new Writer(hyphenRule(insideLines(layout)));
  const tables = new TableNumbers();
  const result: Composed = { text: '', pages: [], blocks: [], links: [] };
  const ordered = orderOverPages(layout);
  pages.forEach((page, index) => {
    const number = index + 1;
    const { blocks, runsIn, runsOn } = ordered[index] ?? { blocks: [], runsIn: false, runsOn: false };
    if (index > 0 && !runsIn) writer.separate('\n\n');
    const charStart = writer.position;
    const listLevels = new ListLevels();
    let before: LaidOutBlock | undefined;
    for (const block of blocks) {
      if (before !== undefined) writer.separate(isTight(before, block) ? '\n' : '\n\n');
      const start = writer.position;
      const following = runsOn && block === blocks.at(-1) ? firstWord(ordered[index + 1]?.blocks[0]) : undefined;
      const place = tables.next(block, number);
      const cells = block.role.kind === 'table-row' ? writer.writeCells(block.role.row.cells) : [];
      if (block.role.kind !== 'table-row') writer.write(block.lines, following);
      const begun = result.blocks.at(-1);
      if (runsIn && block === blocks[0] && begun !== undefined) {
        begun.charEnd = writer.position;
        before = block;
        continue;
      }
      const span = { charStart: start, charEnd: writer.position, page: number };
      const { role } = block;
      if (role.kind === 'list-item') {
        result.blocks.push({ ...span, kind: 'list-item', level: listLevels.of(role.left), marker: role.marker });
      } else if (role.kind === 'heading') {
        result.blocks.push({ ...span, kind: 'heading', level: role.level });
      } else if (role.kind === 'table-row') {
        if (place !== undefined) result.blocks.push({ ...span, kind: 'table-row', ...place, cells });
      } else {
        result.blocks.push({ ...span, kind: role.kind });
      }
      if (role.kind !== 'list-item') listLevels.reset();
      before = block;
    }
    const { width, height } = page.shown ?? page;
    const size = width > 0 && height > 0 ? { width, height } : {};
    result.pages.push({ number, charStart, charEnd: writer.position, ...size, ...writer.takeWords() });
  });
  result.text = writer.text;
  result.links = writer.links;
  return result;
}

const TIGHT: ReadonlySet<string> = new Set(['table-row', 'list-item', 'form-field']);
const isTight = (a: LaidOutBlock, b: LaidOutBlock): boolean => a.role.kind === b.role.kind && TIGHT.has(a.role.kind);

/** Words that do not end a line: a hyphen in them is one that the author wrote. */
function* insideLines(layout: readonly (readonly LaidOutBlock[])[]): Generator<string> {
  if (!layout.some((page) => page.some((block) => block.lines.some((line) => endsInHyphen(line))))) return;
  for (const page of layout) {
    for (const block of page) {
      for (const line of block.lines) {
        const words = line.segments.flatMap((segment) => segment.words);
        for (const word of endsInHyphen(line) ? words.slice(0, -1) : words) yield word.text;
      }
    }
  }
}

const endsInHyphen = (line: Line): boolean => HYPHEN.test(line.segments.at(-1)?.words.at(-1)?.text ?? '');

class Writer {
  readonly #parts: string[] = [];
  readonly #rule: HyphenRule;
  #words: number[] = [];
  #confidences: (number | undefined)[] = [];
  /** The link that the last word belongs to, while the next one may too. */
  #open: Link | undefined;
  readonly links: Link[] = [];
  position = 0;

  constructor(rule: HyphenRule) {
    this.#rule = rule;
  }

  get text(): string {
    return this.#parts.join('');
  }

  separate(gap: string): void {
    this.#open = undefined;
    if (this.position > 0) this.#put(gap);
  }

  /** The words written since the last call, as `Page` wants them. What the file itself says is sure. */
  takeWords(): Pick<Page, 'source' | 'words' | 'wordConfidences'> {
    const words = this.#words;
    const confidences = this.#confidences;
    this.#words = [];
    this.#confidences = [];
    if (confidences.every((confidence) => confidence === undefined)) return { source: 'text', words };
    return { source: 'ocr', words, wordConfidences: confidences.map((confidence) => confidence ?? 100) };
  }

  /** Writes cells with a tabulator between them. */
  writeCells(cells: readonly TableCell[]): Cell[] {
    return cells.map(({ column, columnSpan, rowSpan, lines }, index) => {
      if (index > 0) this.separate('\t');
      const charStart = this.position;
      this.write(lines);
      return { column, columnSpan, rowSpan, charStart, charEnd: this.position };
    });
  }

  /** Writes lines as one run of text. `following` is the word with which the run goes on in the next call. */
  write(lines: readonly Line[], following?: Word): void {
    lines.forEach((line, lineIndex) => {
      const next = lineIndex + 1 < lines.length ? lines[lineIndex + 1]?.segments[0]?.words[0] : following;
      const words = line.segments.flatMap((segment) =>
        segment.words.map((word, index) => ({ word, begins: index === 0 })),
      );
      words.forEach(({ word, begins }, index) => {
        if (index > 0 && (begins || word.spaced)) this.#put(' ');
        if (index === words.length - 1 && next !== undefined) this.#endLine(word, next);
        else this.#word(word, word.text);
      });
    });
  }

  /** The last word of a line, with what joins it to the first word of the next. */
  #endLine(word: Word, next: Word): void {
    const { text } = word;
    const hyphenated = text.length > 1 && HYPHEN.test(text) && /^[\p{L}\p{N}]/u.test(next.text);
    const joined = hyphenated && this.#rule(text, next.text) === 'join';
    this.#word(word, joined ? text.slice(0, -1) : text);
    const ideographs = isIdeograph(text.codePointAt(0) ?? 0) && isIdeograph(next.text.codePointAt(0) ?? 0);
    if (!word.softHyphen && !hyphenated && !ideographs) this.#put(' ');
  }

  #word(word: Word, text: string): void {
    const charStart = this.position;
    this.#put(text);
    const charEnd = this.position;
    if (word.unprinted !== true) {
      const { x, y, width, height } = word.place ?? word;
      this.#words.push(charStart, charEnd, x, y, width, height);
      this.#confidences.push(word.confidence);
    }
    if (word.link !== undefined && this.#open?.target === word.link) {
      this.#open.charEnd = charEnd;
      return;
    }
    this.#open = undefined;
    if (word.link === undefined || this.links.length >= MAX_LINKS) return;
    this.#open = { charStart, charEnd, target: word.link };
    this.links.push(this.#open);
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.position += text.length;
  }
}

/** Depth of list items from how far they are indented, within one run of items. */
class ListLevels {
  #lefts: number[] = [];

  of(left: number): number {
    this.#lefts = this.#lefts.filter((outer) => outer <= left + 3);
    if ((this.#lefts.at(-1) ?? -Infinity) < left - 3) this.#lefts.push(left);
    return Math.max(this.#lefts.length, 1);
  }

  reset(): void {
    this.#lefts = [];
  }
}
