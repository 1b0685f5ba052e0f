import { cluster, covered, type Rule, type Rules } from './rules.ts';

export type GridCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
};

/** Lines that cross to cells. `xs` and `ys` are the places of its lines, one more than there are columns and rows. */
export type Grid = {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
};

/** How near lines must come to meet, and how far apart the two of a double line may be. */
const MEET = 3;
const DOUBLE = 4;
/** Two cells are parted where a line covers so much of the border between them. */
const PARTED = 0.6;
const MAX_PAIRS = 4_000_000;
const MAX_CELLS = 20_000;

/** The grids on a page: at least two columns, their outer borders drawn or not. */
export function findGrids({ level, upright }: Rules): Grid[] {
  if (level.length < 2 || upright.length < 1 || level.length * upright.length > MAX_PAIRS) return [];
  return components(level, upright).flatMap(({ levels, uprights }) => {
    if (levels.length < 2 || uprights.length < 1) return [];
    const xs = positions(uprights, levels);
    const ys = positions(levels, uprights);
    if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > MAX_CELLS) return [];
    return [{ xs, ys, cells: cellsOf(xs, ys, levels, uprights) }];
  });
}

/** Where lines stand, and where those that cross them end: a table need not be closed at its sides. */
function positions(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const at = rules.map((rule) => rule.at);
  const [from, to] = [Math.min(...crossing.map((rule) => rule.from)), Math.max(...crossing.map((rule) => rule.to))];
  return cluster([...at, ...[from, to].filter((end) => at.every((place) => Math.abs(place - end) > 2 * MEET))], DOUBLE);
}

function components(level: readonly Rule[], upright: readonly Rule[]): { levels: Rule[]; uprights: Rule[] }[] {
  const parent = Array.from({ length: level.length + upright.length }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = index; parent[at] !== root; ) [at, parent[at]] = [parent[at] ?? root, root];
    return root;
  };
  level.forEach((across, i) => {
    upright.forEach((down, j) => {
      const meet =
        down.at >= across.from - MEET &&
        down.at <= across.to + MEET &&
        across.at >= down.from - MEET &&
        across.at <= down.to + MEET;
      if (meet) parent[rootOf(level.length + j)] = rootOf(i);
    });
  });
  const groups = new Map<number, { levels: Rule[]; uprights: Rule[] }>();
  [...level, ...upright].forEach((rule, index) => {
    const root = rootOf(index);
    const group = groups.get(root) ?? { levels: [], uprights: [] };
    groups.set(root, group);
    (index < level.length ? group.levels : group.uprights).push(rule);
  });
  return [...groups.values()];
}

function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  levels: readonly Rule[],
  uprights: readonly Rule[],
): GridCell[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const x = (index: number) => xs[index] ?? 0;
  const y = (index: number) => ys[index] ?? 0;
  const partedLeft = (row: number, column: number) =>
    covered(uprights, x(column), DOUBLE, y(row), y(row + 1)) >= PARTED;
  const partedAbove = (row: number, column: number) =>
    covered(levels, y(row), DOUBLE, x(column), x(column + 1)) >= PARTED;
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < columns &&
        !taken.has(row * columns + column + columnSpan) &&
        !partedLeft(row, column + columnSpan)
      ) {
        columnSpan += 1;
      }
      const across = Array.from({ length: columnSpan }, (_, index) => column + index);
      let rowSpan = 1;
      while (
        row + rowSpan < rows &&
        across.every((at) => !taken.has((row + rowSpan) * columns + at) && !partedAbove(row + rowSpan, at)) &&
        across.slice(1).every((at) => !partedLeft(row + rowSpan, at))
      ) {
        rowSpan += 1;
      }
      for (let down = 0; down < rowSpan; down++) for (const at of across) taken.add((row + down) * columns + at);
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}
