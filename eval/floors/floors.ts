import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  type FigureName,
  figureNames,
  figureTitles,
  type Headline,
  lowerIsBetter,
  reaches,
} from '../score/headline.ts';
import { rounded } from '../score/ratios.ts';

/** What the samples must at least come to, by measurement; of figures that are better when lower, at most. */
export type Floors = Readonly<Record<string, Headline>>;

/** A figure of a sample beside its floor. */
export type Held = {
  readonly measurement: string;
  readonly figure: FigureName;
  readonly floor: number;
  /** null where the sample gave no such figure: that is below any floor. */
  readonly measured: number | null;
};

/** In the checkout, and no part of the published package. */
const floorsFile = path.resolve(import.meta.dirname, '../floors.json');

const floorsSchema = z.record(z.string(), z.partialRecord(z.enum(figureNames), z.number()));

export const readFloors = (): Floors => floorsSchema.parse(JSON.parse(readFileSync(floorsFile, 'utf8')));

export const writeFloors = (floors: Floors): void => writeFileSync(floorsFile, `${JSON.stringify(floors, null, 2)}\n`);

/** Every floor of what was measured. */
export const heldAgainst = (floors: Floors, measured: ReadonlyMap<string, Headline>): Held[] =>
  [...measured].flatMap(([measurement, headline]) =>
    Object.entries(floors[measurement] ?? {}).map(([figure, floor]) => {
      const name = figure as FigureName;
      return { measurement, figure: name, floor, measured: headline[name] ?? null };
    }),
  );

export const isHeld = ({ figure, floor, measured }: Held): boolean =>
  measured !== null && reaches(figure, measured, floor);

/** One line for a person. */
export const told = (held: Held): string => {
  const { measurement, figure, floor, measured } = held;
  const limit = lowerIsBetter(figure) ? 'ceiling' : 'floor';
  return `${measurement}: ${figureTitles[figure]} is ${measured?.toFixed(3) ?? 'gone'}, its ${limit} ${floor.toFixed(3)}`;
};

/** How far below what was measured a floor is set: other machines round otherwise, and a query more or less is no harm. */
const MARGIN = 0.02;

/** Counted on few documents these jump about; the whole corpus is what tells them. */
const WITHOUT: ReadonlySet<FigureName> = new Set(['hit10', 'answered', 'neverFound']);

/** The floors raised to a little below what was measured. None is lowered: that is done by hand, and seen. */
export const raised = (floors: Floors, measured: ReadonlyMap<string, Headline>): Floors => {
  const next: Record<string, Headline> = { ...floors };
  for (const [measurement, headline] of measured) {
    const before = floors[measurement] ?? {};
    const entries = figureNames
      .filter((name) => !WITHOUT.has(name))
      .flatMap((name) => {
        const better = higher(name, before[name], belowOf(name, headline[name]));
        return better === undefined ? [] : [[name, better] as const];
      });
    next[measurement] = Object.fromEntries(entries);
  }
  return next;
};

const belowOf = (name: FigureName, value: number | undefined): number | undefined => {
  if (value === undefined) return undefined;
  const bound = rounded((lowerIsBetter(name) ? value + MARGIN : value - MARGIN) * 1000);
  return Math.max(0, (lowerIsBetter(name) ? Math.ceil(bound) : Math.floor(bound)) / 1000);
};

const higher = (name: FigureName, before: number | undefined, now: number | undefined): number | undefined => {
  if (before === undefined || now === undefined) return before ?? now;
  return lowerIsBetter(name) ? Math.min(before, now) : Math.max(before, now);
};
