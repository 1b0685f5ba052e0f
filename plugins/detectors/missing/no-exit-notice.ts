import { z } from 'zod';
import { defineDetector, definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { type Duration, durationsIn } from '../../../core/reading/durations.ts';
import { absence } from '../shared/absent.ts';
import { exitByNotice } from '../shared/exits.ts';

const policy = z.object({
  least_months: z
    .number()
    .min(0)
    .default(18)
    .describe('From how long a term on, in months, it matters that nobody can leave before its end.'),
});

const about = {
  title: 'No way out without a breach',
  category: 'termination',
  what: 'Neither side can end the contract by notice; it lasts until its term is over or somebody breaks it.',
  why: 'When the work is no longer needed, or no longer good, it has to be paid for until the end of the term.',
  ask: 'Ask for a right to end the contract for any reason by notice, for example of 60 or 90 days.',
} as const;

/** Finds contracts of a long term that nobody can end by notice. */
export const plugin = definePlugin({
  name: 'no-exit-notice',
  version: '1.0.0',
  summary: 'Finds contracts of a long term that nobody can end by notice.',
  provides: ['detector'],
  setup: () => ({
    detector: defineDetector({
      ...about,
      kind: 'missing',
      appliesTo: ['services', 'supply', 'distribution'],
      policy,
      detect: (input) => {
        const { document, related } = input;
        const term = longestTerm(document);
        if (term === undefined || term.months < input.policy.least_months) return [];
        if ([document, ...related].some((each) => exitByNotice(each) !== undefined)) return [];
        const absent = absence(input, { stated: [], types: ['termination-for-convenience'], sure: 0.85 });
        if (absent === undefined) return [];
        const { start, end } = term.unit;
        return [
          {
            evidence: [{ start, end }],
            severity: term.months >= 2 * input.policy.least_months ? 'medium' : 'low',
            reasons: [
              `Its term is ${term.months} months; the policy asks for a way out from ${input.policy.least_months} months on.`,
              ...absent.reasons,
            ],
            confidence: absent.confidence,
            rationale: about.why,
            recommendation: about.ask,
            hurts: [],
          },
        ];
      },
    }),
  }),
});

const states =
  /\b(?:initial |minimum |base |contract )?term\b(?: of (?:this|the) \w+)?,?(?: \(.{0,40}\))? (?:shall |will )?(?:be|is|of|for|runs?|lasts?|begins?|commences?|continues?)\b|\b(?:agreement|contract)\b.{0,60}\b(?:commences?|begins?|continues?(?! to)|remains? in (?:full )?(?:force|effect)|runs?|lasts?|is (?:made|entered into) for)\b|\bfor an? (?:initial |minimum )?(?:term|period) of\b.{0,60}\b(?:from|beginning|commencing)\b.{0,40}\b(?:effective|commencement|date|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;
/** Periods of something else: what survives, what is renewed, what is warranted. */
const otherwise =
  /\b(?:surviv\w+|after (?:\bany |the )?(?:termination|expiration|expiry)|confiden\w+|warrant\w+|audit\w*|records|non-?compet\w+|patents?|insurance|retain\w*|during the (?:\w+ )?(?:term|year)|following|imprisonment)\b/i;
const renewed = /\b(?:renew\w*|successive|additional|extend\w*|extension|notice|within|after)\b/i;

/** The longest term for which the contract says that it runs, before any renewal. */
const longestTerm = (document: ReadDocument): { readonly unit: ReadUnit; readonly months: number } | undefined =>
  document.units
    .filter(({ text, part }) => part === undefined && statesTerm(text.replace(/\s+/g, ' ')))
    .flatMap((unit) =>
      durationsIn(unit.text)
        .filter(({ start }) => !renewed.test(unit.text.slice(Math.max(0, start - 60), start)))
        .map((duration) => ({ unit, months: monthsOf(duration) })),
    )
    .toSorted((a, b) => b.months - a.months)[0];

const statesTerm = (text: string): boolean => states.test(text) && !otherwise.test(text);

const monthsOf = ({ value, unit }: Duration): number =>
  unit === 'year' ? value * 12 : unit === 'quarter' ? value * 3 : unit === 'month' ? value : 0;
