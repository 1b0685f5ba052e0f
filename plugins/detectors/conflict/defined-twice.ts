import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { contentStems } from '../../../core/text/words.ts';
import { type Contradiction, conflictDetector } from '../shared/conflict.ts';
import { unitsByPiece } from '../shared/pieces.ts';

/** Finds words that a contract defines twice, in different ways. */
export const plugin = definePlugin({
  name: 'defined-twice',
  version: '1.0.0',
  summary: 'Finds words that a contract defines twice, in different ways.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Defined twice',
      category: 'consistency',
      what: 'A word is defined twice, and the two definitions differ.',
      why: 'What the contract says with that word then depends on which definition one reads.',
      ask: 'Ask that one definition is deleted, or that another word is used for the other.',
      policy: z.object({}),
      find: ({ document }) => unitsByPiece(document).flatMap((units) => inPiece(units, document)),
    }),
  }),
});

type Definition = {
  readonly term: string;
  readonly unit: ReadUnit;
  readonly meaning: string;
  /** Number of the definition as a figure that grows with it, 1.88 as 1088; undefined where it has none. */
  readonly number: number | undefined;
};

const defines =
  /^[\W\d]{0,12}(?:[a-z]{1,3}\)\s*)?(?:the (?:term|word) )?["“]([A-Z][\w &’'/-]{2,50})["”],?\s+(?:(?:shall|will) (?:mean|have the meaning)|means?|is defined as|refers? to)\b(.{10,})/;
/** Definitions that hold only somewhere, or that point elsewhere. */
const local =
  /\b(?:(?:for (?:the )?purposes? of|as used in|in) (?:this|these) (?:section|article|clause|exhibit|schedule|paragraph|definition)|(?:has|have) the meaning|meaning (?:set forth|given|ascribed|assigned|specified)|as defined (?:in|above|below)|set forth in (?:section|article|exhibit))\b/i;

const inPiece = (units: readonly ReadUnit[], document: ReadDocument): readonly Contradiction[] => {
  const definitions = units.flatMap((unit): Definition[] => {
    const text = unit.text.replace(/\s+/g, ' ');
    const [, term, meaning = ''] = defines.exec(text) ?? [];
    const [, major, minor] = /^\W?(\d{1,2})\.(\d{1,3})\b/.exec(text) ?? [];
    const number = major === undefined ? undefined : Number(major) * 1000 + Number(minor);
    return term === undefined || local.test(text) ? [] : [{ term, unit, meaning, number }];
  });
  return [...Map.groupBy(definitions, ({ term }) => term)].flatMap(([term, [first, ...others]]) => {
    const other =
      first && others.find((each) => !startsAnew(first, each) && alike(each.meaning, first.meaning) < mostAlike);
    if (first === undefined || other === undefined) return [];
    return [
      {
        places: [first, other].map(({ unit: { start, end } }) => ({ start, end, document })),
        reason: `“${term}” is defined twice, in different words.`,
        severity: 'medium' as const,
        sure: 0.7,
      },
    ];
  });
};

/** Numbers that begin anew belong to an agreement that is attached. */
const startsAnew = (
  { number: before = 0 }: Definition,
  { number: after = Number.POSITIVE_INFINITY }: Definition,
): boolean => after < before;

const mostAlike = 0.8;

/** Share of the words that both have. */
const alike = (a: string, b: string): number => {
  const [one, other] = [new Set(contentStems(a)), new Set(contentStems(b))];
  const all = one.union(other).size;
  return all === 0 ? 1 : one.intersection(other).size / all;
};
