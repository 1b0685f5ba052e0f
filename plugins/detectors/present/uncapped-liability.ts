import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { around, type Clause } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { liableIn, limitsOf } from '../shared/liability.ts';
import { listed, namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const outright =
  /\b(?:unlimited|uncapped)\s+liabilit|\bliab(?:le|ility|ilities)\b[^.;]{0,80}\b(?:(?:is|are|be)\s+(?:unlimited|uncapped)|without (?:any )?(?:limit(?!ation|ing)|limitation (?:as to|in|of) amount)|(?:not|never) be (?:limited|capped|subject to any (?:limit|cap))|no (?:limit|cap)\b)|\bno (?:limit|cap|limitation) (?:shall apply )?(?:on|to|of) (?:the |its |their |\w+'s )?liabilit/i;
const byLaw =
  /\b(?:death|personal injury|fraud\w*|by (?:applicable )?law|cannot be (?:excluded|limited)|consumer protection)\b/i;
const notApplied =
  /\b(?:limit(?:s|ation|ations)?|exclusions?|cap|foregoing|provisions?|sections? [\d.]+|clauses? [\d.]+|paragraph \w+|above|disclaimers?)\b(?:[^.]|\.\d){0,120}?\b(?:(?:shall|will|do|does|is|are)\s+not\s+(?:apply|be applicable|applicable|limit|be construed to limit)|not apply)\b/i;
const nothingLimits =
  /\bnothing in this (?:section|clause|article|agreement)\b[^.;]{0,80}\b(?:limits?|restricts?|excludes?)\b/i;
const excepted = /\b(?:except|other than|excluding|save|with the exception|but excluding|notwithstanding)\b/i;

/** What a limit does not cover although it may become costly, beyond what the law or decency exempts. */
const wide: readonly (readonly [words: RegExp, name: string, heavy: boolean])[] = [
  [/\bindemni(?:f|t)\w+/i, 'indemnities', true],
  [/\bconfidential\w*|\bnon-?disclosure\b/i, 'breaches of confidentiality', true],
  [/\b(?:personal |customer )?data\b(?! sheet)|\bsecurity breach|\bprivacy\b/i, 'breaches of data protection', true],
  [/\binfring\w+|\bintellectual property\b|\bmisappropriat\w+/i, 'infringement of intellectual property', true],
  [
    /\b(?:material )?breach(?:es)? of (?:this|the) (?:agreement|contract)\b|\bbreach of (?:any )?(?:representation|warrant)/i,
    'breach of the contract itself',
    true,
  ],
  [/\bexclusiv(?:e|ity)\b|\bnon-?compet/i, 'breach of exclusivity', false],
];

const find = ({ document, clauses }: Reading): readonly Seen[] => {
  const limits = new Map(limitsOf(document).map((limit) => [limit.clause, limit]));
  return clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !/\b(?:liab|damages|limitation)/i.test(text) || /\binsur|\bcoverage\b/i.test(text)) return [];
    const actor = limits.get(clause)?.actor ?? liableIn(clause, document);
    const hurts = actor && isOneSide(actor, document.parties) ? namesOf(actor) : [];
    if (outright.test(text) && !byLaw.test(text)) {
      return [
        {
          clauses: [clause],
          severity: 'high',
          reasons: [`The words say that the liability of ${listed(hurts, 'a party')} has no limit.`],
          hurts,
        },
      ];
    }
    const left = exceptedFrom(clause, limits.has(clause), around(clauses, clause, 2, 0));
    if (left === undefined) return [];
    const named = wide.filter(([words]) => words.test(left));
    if (named.length === 0) return [];
    return [
      {
        clauses: [clause],
        severity: named.some(([, , heavy]) => heavy) ? 'medium' : 'low',
        reasons: [
          `The limit on liability does not apply to ${listed(
            named.map(([, name]) => name),
            '',
          )}, so that liability for these has no limit.`,
        ],
        hurts,
      },
    ];
  });
};

/** The words for what a limit leaves out. */
const exceptedFrom = ({ text }: Clause, limits: boolean, context: string): string | undefined => {
  const applied = notApplied.exec(text) ?? nothingLimits.exec(text);
  if (
    applied &&
    /\b(?:liab|damages)/i.test(context) &&
    !/\bindemni\w+ (?:agreement|provisions?|obligations?)?[^.;]{0,60}not (?:be )?appl/i.test(text)
  )
    return text.slice(applied.index);
  if (!limits) return undefined;
  const from = excepted.exec(text)?.index;
  if (from === undefined) return undefined;
  // An exception before the rule ends with it: "Except for its indemnities, neither party shall be liable …".
  const rule =
    /\b(?:in no event|neither|under no|shall not|will not|nor shall)\b|,\s+(?:the|each|either|[A-Z]\w+'s)\b[^,]{0,60}\bliabilit/i.exec(
      text.slice(from + 1),
    );
  return rule && from < 60 ? text.slice(from, from + 1 + rule.index) : text.slice(from);
};

/** Finds liability that has no limit, outright or because it is excepted from one. */
export const plugin = definePlugin({
  name: 'uncapped-liability',
  version: '1.0.0',
  summary: 'Finds liability that has no limit, outright or because it is excepted from one.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Uncapped liability',
      category: 'liability',
      what: 'Somebody answers for damage without any limit, for everything or for important cases such as indemnities or confidentiality.',
      why: 'One claim of these kinds can cost many times what the contract earns, and more than insurance covers.',
      ask: 'Ask for a higher, separate cap for these cases in place of none, and keep unlimited liability to intent, fraud and injury.',
      types: ['uncapped-liability'],
      policy: z.object({}),
      judged: judged['uncapped-liability'],
      find,
    }),
  }),
});
