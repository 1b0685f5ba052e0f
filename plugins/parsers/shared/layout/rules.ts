import type { Frame } from './lines.ts';

/** A straight line: where it is on one axis, and from where to where it runs on the other. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number };

/** `level` rules run across at a height, `upright` ones down at a distance from the left. */
export type Rules = { readonly level: readonly Rule[]; readonly upright: readonly Rule[] };

/** Pieces at one place that are no further apart are one line: dashes, cells that are ruled one by one. */
const JOIN = 3;
const SAME = 1.2;

export function toRules(frames: readonly Frame[]): Rules {
  const level: Rule[] = [];
  const upright: Rule[] = [];
  for (const { left, right, top, bottom } of frames) {
    if (right - left >= bottom - top) level.push({ at: (top + bottom) / 2, from: left, to: right });
    else upright.push({ at: (left + right) / 2, from: top, to: bottom });
  }
  return { level: join(level), upright: join(upright) };
}

function join(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  let group: Rule[] = [];
  const close = () => {
    let open: { at: number; from: number; to: number } | undefined;
    for (const rule of group.toSorted((a, b) => a.from - b.from)) {
      if (open !== undefined && rule.from <= open.to + JOIN) {
        open.to = Math.max(open.to, rule.to);
      } else {
        open = { ...rule };
        joined.push(open);
      }
    }
    group = [];
  };
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const first = group[0];
    if (first !== undefined && rule.at - first.at > SAME) close();
    group.push(rule);
  }
  close();
  return joined;
}

/** Positions that lie within `tolerance` of each other are one. */
export function cluster(values: readonly number[], tolerance: number): number[] {
  const found: { sum: number; count: number; last: number }[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const open = found.at(-1);
    if (open !== undefined && value - open.last <= tolerance) {
      open.sum += value;
      open.count += 1;
      open.last = value;
    } else {
      found.push({ sum: value, count: 1, last: value });
    }
  }
  return found.map(({ sum, count }) => sum / count);
}

/** Share of the way from one position to another that rules near `at` cover. */
export function covered(rules: readonly Rule[], at: number, tolerance: number, from: number, to: number): number {
  let sum = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - at) <= tolerance) sum += Math.max(Math.min(rule.to, to) - Math.max(rule.from, from), 0);
  }
  return sum / Math.max(to - from, 0.1);
}
