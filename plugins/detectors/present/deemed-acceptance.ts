import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument } from '../../../core/ports/detector.ts';
import { type Actor, isOneSide } from '../../../core/reading/direction.ts';
import { durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';
import { mentionsIn } from '../../../core/reading/mentions.ts';
import type { Clause } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  long_enough_days: z.number().min(0).default(30).describe('With at least this many days to object it is less severe.'),
});

const deemed =
  /\b(?:(?:shall|will|is|are|be|has|have)\s+(?:\w+\s+){0,3}?(?:deemed|considered|presumed|regarded|taken)\s+(?:\w+\s+){0,4}?(?:accept\w*|approv\w*|consent\w*|agree\w*|waive\w*|confirm\w*|correct|final|ratified)|(?:deemed|considered|presumed)\s+(?:to (?:have |be )?)?(?:\w+\s+){0,2}(?:accept\w*|approv\w*|consent\w*|agreed))\b/i;
const silence =
  /\b(?:if|unless|fail\w*|does not|do not|without|absence|silence|no (?:objection|response|notice|written))\b/i;
const within = /\b(?:within|after|by|in|for|before)\b/i;
const otherwise =
  /\b(?:deemed (?:to be )?(?:accepted|approved)[^.;]{0,30}\b(?:when|upon receipt)|not (?:be )?deemed|no waiver|rejected|refus\w+ (?:is|shall)|deemed (?:a )?(?:denial|disapprov\w*|withheld|rejected)|service of process|notice shall be deemed|deemed (?:given|received|delivered|served)|shares|payment (?:shall|will) not be deemed|failure to (?:enforce|exercise))\b/i;

const find = ({ document, clauses, policy: { long_enough_days } }: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !deemed.test(text) || !silence.test(text) || otherwise.test(text)) return [];
    const time = durationsIn(text).find(
      ({ start, unit }) => unit !== 'year' && within.test(text.slice(Math.max(0, start - 60), start)),
    );
    if (!time) return [];
    const silent = silentIn(clause, document);
    return [
      {
        clauses: [clause],
        severity: inDays(time) >= long_enough_days ? 'low' : 'medium',
        reasons: [`There are ${writeDuration(time)} to object.`],
        hurts: silent ? namesOf(silent) : [],
      },
    ];
  });

/** Whose silence it is. */
const silentIn = ({ text, statements }: Clause, { parties }: ReadDocument): Actor | undefined => {
  const mentions = mentionsIn(text, parties);
  const failing = mentions.find(
    ({ end, either }) =>
      !either &&
      /^\s*(?:has |have |does |do |shall |will )?(?:fail|not|object|reject|notif|respond)/i.test(text.slice(end)),
  );
  if (failing) return { parties: failing.parties, either: false };
  const subject = mentions.find(
    ({ end, either }) =>
      !either && /^\s*(?:is|are|shall be|will be)\s+(?:deemed|considered|taken)/i.test(text.slice(end)),
  );
  if (subject) return { parties: subject.parties, either: false };
  const deemedTo = statements.find(
    ({ actor, predicate }) => isOneSide(actor, parties) && /^\W*be (?:deemed|considered|taken)/i.test(predicate),
  )?.actor;
  return deemedTo;
};

/** Finds silence that counts as acceptance or consent. */
export const plugin = definePlugin({
  name: 'deemed-acceptance',
  version: '1.0.0',
  summary: 'Finds silence that counts as acceptance or consent.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Silence counts as acceptance',
      category: 'performance',
      what: 'Whoever does not object within a stated time is taken to have accepted or agreed.',
      why: 'A deadline that somebody misses decides, not what was really delivered or wanted.',
      ask: 'Ask that acceptance and consent have to be given in writing, or for a longer time and a reminder before it runs out.',
      types: [],
      policy,
      judged: judged['deemed-acceptance'],
      find,
    }),
  }),
});
