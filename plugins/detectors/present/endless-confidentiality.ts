import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { inDays, writeDuration } from '../../../core/reading/durations.ts';
import { judged } from '../shared/judged.ts';
import { tailOf } from '../shared/periods.ts';
import { listed, namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  longest_years: z
    .number()
    .min(0)
    .default(5)
    .describe('Confidentiality for more years than this after the end is long.'),
});

const secrecy = /\b(?:confidential\w*|non-?disclosure|secre(?:t|cy)|proprietary information)\b/i;
const endless =
  /\b(?:perpetual(?:ly)?|indefinite(?:ly)?|in perpetuity|for ever|forever|without (?:any )?(?:limit(?:ation)? (?:in|of|as to) time|time limit)|at any time (?:after|thereafter|in the future)|during[^.;]{0,60}\bor (?:at any time )?(?:after|thereafter)|at any time during or after|survive[^.;]{0,60}\bindefinitely|no (?:end|expiry)|until (?:it|such information|the information|the confidential information)[^.;]{0,60}\b(?:public|ceases))\b/i;
const secretsOnly =
  /\btrade secrets?\b[^.;]{0,120}\b(?:for (?:as|so) long|indefinite|perpetual|remain)|\b(?:for (?:as|so) long as|until)\b[^.;]{0,60}\btrade secret|\bpersonal (?:data|information)\b/i;
const binds =
  /\b(?:shall|will|must|agrees?|obligation|obligations|duty|duties|remain|continue|survive|bound|bind|confidentiality|not disclose)\b/i;

const find = ({ document, clauses, policy: { longest_years } }: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text, heading } = clause;
    if (clause.defines || !(secrecy.test(text) || secrecy.test(heading)) || !binds.test(text) || secretsOnly.test(text))
      return [];
    const tail = tailOf(text);
    const years = tail === undefined ? 0 : inDays(tail) / 365.25;
    const never =
      endless.test(text) &&
      tail === undefined &&
      /\b(?:not (?:\w+ ){0,4}(?:disclose|use|divulge|reveal)|obligation|confidential\w*|keep|secre)/i.test(text) &&
      !/\b(?:licen[cs]e|return of (?:information|materials)|promptly return|perpetual (?:right|licen))/i.test(text);
    if (!never && years <= longest_years * 1.01) return [];
    const actor = clause.statements.find(
      (statement) =>
        statement.actor !== undefined && (statement.modality === 'duty' || statement.modality === 'prohibition'),
    )?.actor;
    const hurts = actor && isOneSide(actor, document.parties) ? namesOf(actor) : [];
    return [
      {
        clauses: [clause],
        severity: never && hurts.length > 0 ? 'medium' : 'low',
        reasons: [
          never
            ? 'No end is stated.'
            : `It lasts for ${tail ? writeDuration(tail) : ''}; the policy asks for at most ${longest_years} years.`,
          ...(hurts.length > 0 ? [`It binds only ${listed(hurts, 'one side')}.`] : []),
        ],
        hurts,
      },
    ];
  });

/** Finds duties of confidentiality that never end. */
export const plugin = definePlugin({
  name: 'endless-confidentiality',
  version: '1.0.0',
  summary: 'Finds duties of confidentiality that never end.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Confidentiality without an end',
      category: 'data',
      what: 'The duty to keep information secret has no end, or lasts for many years.',
      why: 'Records have to be guarded and people instructed for ever, and what everybody has long known elsewhere still binds.',
      ask: 'Ask for an end two to five years after disclosure, with longer protection for trade secrets and personal data alone.',
      types: [],
      policy,
      judged: judged['endless-confidentiality'],
      find,
    }),
  }),
});
