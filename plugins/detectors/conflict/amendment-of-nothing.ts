import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument } from '../../../core/ports/detector.ts';
import { contractOf } from '../shared/amending.ts';
import { isNumbered, numbersClause } from '../shared/clause-numbers.ts';
import { type Contradiction, conflictDetector } from '../shared/conflict.ts';

/** Finds amendments of clauses that the contract does not have. */
export const plugin = definePlugin({
  name: 'amendment-of-nothing',
  version: '1.0.0',
  summary: 'Finds amendments of clauses that the contract does not have.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Amends a clause that is not there',
      category: 'consistency',
      what: 'The amendment changes or deletes a numbered clause, and the contract has no clause of that number.',
      why: 'It is open which clause was meant, so that the change may have no effect.',
      ask: 'Ask for a corrected amendment that names the clause by number and heading.',
      policy: z.object({}),
      find: ({ document, related }) => {
        const contract = contractOf(document, related);
        if (contract === undefined) return [];
        const others = related.filter((other) => other !== contract);
        return missingClauses(document, contract, others);
      },
    }),
  }),
});

const named =
  /\b(?:section|clause|article|paragraph|sub-?section)s?\s+(\d{1,2}(?:\.\d{1,2}){0,3})(?!\d)[^.;“"]{0,60}?\b(?:of|to|in) the (?:\w+ ){0,3}(?:agreement|contract|lease)\b/gi;
const changed = /\b(?:replac\w+|delet\w+|amended|restated|modified|revised|struck)\b/i;
const added = /\b(?:add(?:ed|ing|s)?|insert\w*|new)\b/i;

const missingClauses = (
  document: ReadDocument,
  contract: ReadDocument,
  others: readonly ReadDocument[],
): readonly Contradiction[] => {
  const seen = new Set<string>();
  return document.units.flatMap((unit) => {
    const text = unit.text.replace(/\s+/g, ' ');
    if (unit.part !== undefined || !changed.test(text)) return [];
    const numbers = [...text.matchAll(named)].filter(
      ({ index }) => !added.test(text.slice(Math.max(0, index - 40), index)),
    );
    return numbers.flatMap(([whole, number = '']) => {
      if (seen.has(number) || !isNumbered(contract.text) || numbersClause(contract.text, number)) return [];
      if (others.some(({ text: other }) => numbersClause(other, number))) return [];
      seen.add(number);
      return [
        {
          places: [{ start: unit.start, end: unit.end, document }],
          reason: `It names “${whole}”, and the contract has no clause ${number}.`,
          severity: 'medium' as const,
          sure: 0.8,
        },
      ];
    });
  });
};
