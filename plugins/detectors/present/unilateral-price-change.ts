import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { percentagesIn } from '../../../core/reading/amounts.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';
import { around, wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  shortest_notice_days: z
    .number()
    .min(0)
    .default(60)
    .describe('Notice of a new price that is shorter than this is short.'),
});

const price =
  '(?:prices?|pricing|fees?|charges?|rates?|rent|premiums?|tariffs?|subscription|price lists?|royalt(?:y|ies)|discounts?|interest rate|instalments?)';
const changes = new RegExp(
  `^\\W*(?:(?:also|to|then|unilaterally|further|at any time|from time to time|once|reasonably|(?:in|at|by|upon|on|after|each|not more)\\b[^.;,]{1,40}),?\\W+){0,4}(?:be )?(?:increase|chang|adjust|rais|modify|revis|amend|vary|alter|reduc)\\w*\\b[^.;]{0,60}\\b${price}\\b|^\\W*(?:\\w+\\W+){0,2}?(?:be )?(?:increased|changed|adjusted|raised|revised|varied)\\b`,
  'i',
);
const subject = new RegExp(`\\b${price}\\b`, 'i');
const bounded =
  /\b(?:by (?:mutual|written) agreement|mutual\w*|with (?:the )?(?:prior )?(?:written )?(?:consent|approval|agreement)|agreed (?:by|in writing)|upon agreement|change order|as required by law|retail price|resale price|its own (?:retail )?prices|prices? (?:to|charged to) (?:its|their|end|customers)|price at which|written consent|interest rate swap|exchange rate|tax\w*|credit limit)\b/i;
const indexed =
  /\b(?:consumer price index|CPI|RPI|index(?:ed|ation)?|inflation|producer price|to recover|in proportion|increases? in (?:its |the )?costs?|cost increases?|pass(?:ed)? (?:on|through))\b/i;

const find = ({
  document,
  clauses,
  policy: { shortest_notice_days },
}: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const text = wholeSentence(clauses, clause);
    if (clause.defines || bounded.test(text)) return [];
    const right = clause.statements.find(
      ({ modality, actor, predicate, start }) =>
        modality === 'right' &&
        isOneSide(actor, document.parties) &&
        changes.test(predicate) &&
        (subject.test(predicate.slice(0, 120)) || subject.test(clause.text.slice(Math.max(0, start - 80), start))),
    );
    if (!right?.actor) return [];
    const limits = around(clauses, clause, 0, 1);
    const capped = percentagesIn(limits).find(({ start }) =>
      /\b(?:exceed|more than|up to|at most|maximum|by)\b[^.;]{0,40}$/i.test(limits.slice(0, start)),
    );
    const notice = durationsIn(text).find(
      ({ start, end }) =>
        /\bnotice\b[^.;]{0,25}$/i.test(text.slice(0, start)) ||
        /^['’]?s?['’]?\s*(?:\w+\s+){0,3}(?:notice|before|advance|prior)/i.test(text.slice(end)),
    );
    const short = notice === undefined || inDays(notice) < shortest_notice_days * 0.98;
    const free = !capped && !indexed.test(text);
    const who = listed(namesOf(right.actor), 'one side');
    return [
      {
        clauses: [clause],
        severity: free && short ? 'high' : free || short ? 'medium' : 'low',
        reasons: [
          free
            ? `${who} may change the price, and nothing limits by how much.`
            : `${who} may change the price within a limit.`,
          notice === undefined
            ? 'No notice is stated here.'
            : short
              ? `The notice is ${writeDuration(notice)}; the policy asks for at least ${shortest_notice_days} days.`
              : `The notice is ${writeDuration(notice)}.`,
        ],
        hurts: othersThan(document, right.actor),
      },
    ];
  });

/** Finds rights of one side to change the price. */
export const plugin = definePlugin({
  name: 'unilateral-price-change',
  version: '1.0.0',
  summary: 'Finds rights of one side to change the price.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Price can be changed by one side',
      category: 'payment',
      what: 'One side may raise or change what the other has to pay, without agreeing it.',
      why: 'The price that was agreed can be replaced by another while the contract still binds.',
      ask: 'Ask for a fixed price for the term, or for a limit tied to an index, long notice, and a right to leave without a fee when the price rises.',
      types: ['price-restrictions'],
      policy,
      judged: judged['unilateral-price-change'],
      find,
    }),
  }),
});
