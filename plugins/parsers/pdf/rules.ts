import type { Box } from '../shared/layout/word.ts';
import type { Pdfium } from '../shared/pdfium.ts';
import type { PageView, Rectangle } from './view.ts';

/** Types of FPDFPageObj_GetType. */
const PATH = 2;
const FORM = 5;
/** Types of FPDFPathSegment_GetType. */
const LINE_TO = 0;
const MOVE_TO = 2;

/** Thicker than this, in points, a filled rectangle is an area and its edges are seen; else it is a line itself. */
const MAX_THICKNESS = 3;
/** How far from level or upright a line may be drawn. */
const SLANT = 0.7;
/** Beyond these a page is a drawing or a map, and its lines part no cells. */
const MAX_OBJECTS = 20_000;
const MAX_SEGMENTS = 50_000;
const MAX_RULES = 6000;
const MAX_DEPTH = 4;

/** A transformation as PDF writes it: x' = a x + c y + e, y' = b x + d y + f. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * The level and upright lines on a page as its reader sees them, edges of areas included: what tables are ruled with.
 * None where there are so many that they are a drawing.
 */
export function readRules(pdfium: Pdfium, page: number, view: PageView): Box[] {
  const reader = new RuleReader(pdfium, view);
  const count = pdfium.FPDFPage_CountObjects(page);
  if (count > MAX_OBJECTS) return [];
  for (let index = 0; index < count && !reader.full; index++) {
    reader.read(pdfium.FPDFPage_GetObject(page, index), IDENTITY, 0);
  }
  return reader.full ? [] : reader.rules;
}

class RuleReader {
  readonly #pdfium: Pdfium;
  readonly #view: PageView;
  #objects = 0;
  #segments = 0;
  readonly rules: Box[] = [];

  constructor(pdfium: Pdfium, view: PageView) {
    this.#pdfium = pdfium;
    this.#view = view;
  }

  get full(): boolean {
    return this.#objects > MAX_OBJECTS || this.#segments > MAX_SEGMENTS || this.rules.length > MAX_RULES;
  }

  read(object: number, outer: Matrix, depth: number): void {
    this.#objects += 1;
    const type = this.#pdfium.FPDFPageObj_GetType(object);
    if (type === PATH) this.#path(object, outer);
    if (type !== FORM || depth >= MAX_DEPTH) return;
    const matrix = this.#matrix(object, outer);
    const count = this.#pdfium.FPDFFormObj_CountObjects(object);
    for (let index = 0; index < count && !this.full; index++) {
      this.read(this.#pdfium.FPDFFormObj_GetObject(object, index), matrix, depth + 1);
    }
  }

  #path(object: number, outer: Matrix): void {
    const { scratch, memory } = this.#pdfium;
    const count = this.#pdfium.FPDFPath_CountSegments(object);
    this.#segments += Math.max(count, 0);
    if (count < 2 || this.full) return;
    if (this.#pdfium.FPDFPath_GetDrawMode(object, scratch, scratch + 4) === 0) return;
    const filled = memory.HEAP32[scratch >> 2] ?? 0;
    const stroked = memory.HEAP32[(scratch >> 2) + 1] ?? 0;
    if (filled === 0 && stroked === 0) return;
    const matrix = this.#matrix(object, outer);
    const edges: Rectangle[] = [];
    let start: readonly [number, number] = [0, 0];
    let last: readonly [number, number] = start;
    for (let index = 0; index < count; index++) {
      const segment = this.#pdfium.FPDFPath_GetPathSegment(object, index);
      const kind = this.#pdfium.FPDFPathSegment_GetType(segment);
      // What is curved is drawn for another purpose; a box with round corners is none that tables have.
      if (kind !== LINE_TO && kind !== MOVE_TO) return;
      this.#pdfium.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
      const x = memory.HEAPF32[scratch >> 2] ?? 0;
      const y = memory.HEAPF32[(scratch >> 2) + 1] ?? 0;
      const point = [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]] as const;
      if (kind === MOVE_TO) start = point;
      else edges.push(between(last, point));
      if (this.#pdfium.FPDFPathSegment_GetClose(segment) !== 0) edges.push(between(point, start));
      last = point;
    }
    const around = boundsOf(edges);
    const across = around.right - around.left;
    const up = around.top - around.bottom;
    if (filled !== 0 && Math.min(across, up) <= MAX_THICKNESS) this.#add(around, true);
    else for (const edge of edges) this.#add(edge, false);
  }

  /** `drawn`: the rectangle is the line, not the way of a pen. */
  #add(edge: Rectangle, drawn: boolean): void {
    const across = edge.right - edge.left;
    const up = edge.top - edge.bottom;
    if (Math.max(across, up) < 4) return;
    if (Math.min(across, up) > (drawn ? MAX_THICKNESS : SLANT)) return;
    const rule = this.#view.toReader(edge);
    if (Object.values(rule).every((value) => Number.isFinite(value))) this.rules.push(rule);
  }

  #matrix(object: number, outer: Matrix): Matrix {
    const { scratch, memory } = this.#pdfium;
    if (this.#pdfium.FPDFPageObj_GetMatrix(object, scratch) === 0) return outer;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = memory.HEAPF32.slice(scratch >> 2, (scratch >> 2) + 6);
    const [oa, ob, oc, od, oe, of] = outer;
    return [
      oa * a + oc * b,
      ob * a + od * b,
      oa * c + oc * d,
      ob * c + od * d,
      oa * e + oc * f + oe,
      ob * e + od * f + of,
    ];
  }
}

const between = (a: readonly [number, number], b: readonly [number, number]): Rectangle => ({
  left: Math.min(a[0], b[0]),
  right: Math.max(a[0], b[0]),
  bottom: Math.min(a[1], b[1]),
  top: Math.max(a[1], b[1]),
});

function boundsOf(edges: readonly Rectangle[]): Rectangle {
  const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const { left, right, bottom, top } of edges) {
    bounds.left = Math.min(bounds.left, left);
    bounds.right = Math.max(bounds.right, right);
    bounds.bottom = Math.min(bounds.bottom, bottom);
    bounds.top = Math.max(bounds.top, top);
  }
  return bounds;
}
