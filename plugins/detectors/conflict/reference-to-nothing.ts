import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument } from '../../../core/ports/detector.ts';
import { amendedBy } from '../../../core/reading/amendment.ts';
import { isNumbered, numbersClause } from '../shared/clause-numbers.ts';
import { type Contradiction, conflictDetector } from '../shared/conflict.ts';
import { pieceAt } from '../shared/pieces.ts';

/** Finds references to clauses that the contract does not have. */
export const plugin = definePlugin({
  name: 'reference-to-nothing',
  version: '1.0.0',
  summary: 'Finds references to clauses that the contract does not have.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Refers to a clause that is not there',
      category: 'consistency',
      what: 'A clause refers to another one by a number that the contract does not have.',
      why: 'An exception, a condition or a right that stands there is lost, or another clause is read in its place.',
      ask: 'Ask which clause is meant, and have the number corrected.',
      policy: z.object({}),
      find: ({ document }) => {
        const { text } = document;
        return amendedBy(document) !== undefined || !isNumbered(text) ? [] : unmet(document);
      },
    }),
  }),
});

const reference =
  /\b(?:sections?|clauses?|articles?|paragraphs?)\s+(\d{1,2}\.\d{1,2})(?!\d|\.\d|\()(?=\s*(?:[,;.)]|$)|\s+[a-z])/gi;
/** What names another paper than this one. */
const elsewhere =
  /\b(?:of|in|to|under|by)\s+(?:the|that|an?|its|such|\bany|each|said|exhibit|schedule|annex|appendix|attachment|title|part|regulation|rule|act|code)\b(?!\s+(?:present|foregoing))/i;
const another =
  /\b(?:of|under|in) (?:the|that|such|an?|each) (?:[\w-]+ ){0,6}(?:agreement|contract|lease|policy|plan)\b/i;
const law =
  /\b(?:act|code|rules?|regulations?|statutes?|c\.?f\.?r|u\.?s\.?c|gaap|directive|listing|exchange|bylaws|indenture|plan|exhibit|schedule|annex|appendix|attachment|framework|master|lease|thereof|therein|thereunder)\b/i;

/** The number up to which there is a clause for every number, with subclauses. */
const highestClause = (text: string): number => {
  let number = 1;
  while (number < 99 && numbersClause(text, `${number + 1}.1`)) number++;
  return number;
};

const unmet = (document: ReadDocument): readonly Contradiction[] => {
  const seen = new Set<string>();
  const highest = highestClause(document.text);
  return document.units.flatMap((unit) => {
    const { text, start, end, part } = unit;
    if (part !== undefined || pieceAt(document, start) !== 0) return [];
    return [...text.matchAll(reference)].flatMap(([whole, number = ''], at, all) => {
      const match = all[at];
      if (match === undefined || seen.has(number)) return [];
      const after = text.slice(match.index + whole.length, match.index + whole.length + 90);
      const before = text.slice(Math.max(0, match.index - 60), match.index);
      if (elsewhere.test(after.slice(0, 25)) || another.test(after) || law.test(before) || law.test(after.slice(0, 60)))
        return [];
      const [major = ''] = number.split('.');
      const siblings = ['1', '2', '3'].every((minor) => numbersClause(document.text, `${major}.${minor}`));
      const beyond = Number(major) > highest && !numbersClause(document.text, major);
      if (!(siblings || beyond) || numbersClause(document.text, number)) return [];
      seen.add(number);
      return [
        {
          places: [{ start, end, document }],
          reason: `It refers to “${whole.replace(/\s+/g, ' ')}”, and there is no clause of that number.`,
          severity: 'low' as const,
          sure: 0.75,
        },
      ];
    });
  });
};
