import type { Party } from '../ports/detector.ts';
import type { Span } from '../text/span.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { agentIn, passive } from './passive.ts';
import { type Actor, adverbs, subjectAfter, subjectBefore } from './subject.ts';

export type { Actor } from './subject.ts';

/**
 * What a statement does: lays a duty on somebody, gives a right, forbids, frees from a duty or liability ("shall not be
 * liable", "need not"), or states an act or a fact ("hereby assigns", "warrants").
 */
export type Modality = 'duty' | 'right' | 'prohibition' | 'relief' | 'act';

/** Somebody (or something) and what they must, may or do. Offsets are within the text that was read. */
export type Statement = Span & {
  readonly modality: Modality;
  /** Who must, may or does; undefined where the words do not say ("Rent shall be paid monthly"). */
  readonly actor: Actor | undefined;
  /** To whom it is done, in the passive voice: the Tenant in "the Tenant may be evicted". */
  readonly patient: Actor | undefined;
  /** What: from the verb on, to where the next statement begins. */
  readonly predicate: string;
  readonly predicateStart: number;
  /** The words that make it a statement: "shall", "is entitled". */
  readonly verb: Span;
  /** Whoever stands as its subject; undefined where nobody does who is a party, or the subject stands further ahead. */
  readonly subject: Span | undefined;
};

/** Words that make a statement, with what they make it. The subject stands directly before. */
const forms: readonly (readonly [words: string, modality: Modality])[] = [
  [
    '(?:shall|will|must|may|can)\\s+(?:have\\s+no|not\\s+have\\s+(?:any|a|the))\\s+(?:obligation|duty|liability|responsibility)',
    'relief',
  ],
  ['(?:shall|will)\\s+(?:have\\s+no|not\\s+have\\s+(?:any|a|the))\\s+right', 'prohibition'],
  [
    '(?:shall|will)\\s+not\\s+be\\s+(?:liable|responsible|required|obliged|obligated|bound|under\\s+any)|(?:is|are)\\s+not\\s+(?:liable|responsible|required|obliged|obligated|bound|under\\s+any)|need\\s+not|(?:do|does)\\s*(?:not|n[\\u0027’]t)\\s+(?:need|have)\\s+to|(?:has|have)\\s+no\\s+(?:obligation|duty|liability|responsibility)|accepts?\\s+no\\s+(?:liability|responsibility)|(?:do|does)\\s+not\\s+accept',
    'relief',
  ],
  [
    '(?:shall|will)\\s+not\\s+be\\s+(?:entitled|permitted|allowed|authori[sz]ed)|(?:is|are)\\s+not\\s+(?:entitled|permitted|allowed|authori[sz]ed)|(?:has|have)\\s+no\\s+(?:corresponding\\s+)?right|(?:is|are)\\s+(?:strictly\\s+)?(?:prohibited|forbidden|barred)\\s+from|(?:shall|will|must|may|can)\\s*not|shall\\s+neither|(?:agrees?|undertakes|covenants|promises)\\s+not\\s+to|agrees?\\s+that\\s+(?:it|he|she|they|you)\\s+(?:shall|will)\\s+not|(?:shall|will)\\s+(?:at\\s+no\\s+time|never|refrain\\s+from)',
    'prohibition',
  ],
  [
    '(?:shall|will)\\s+(?:also\\s+)?(?:have\\s+(?:the|an?)\\s+(?:[\\w-]+\\s+){0,4}?(?:right|option|power|authority|discretion)s?|be\\s+(?:also\\s+)?(?:entitled|permitted|allowed|authori[sz]ed|free))|(?:is|are)\\s+(?:also\\s+|hereby\\s+)?(?:entitled|permitted|allowed|authori[sz]ed|free)|(?:has|have|reserves?|retains?)\\s+(?:the|an?)\\s+(?:[\\w-]+\\s+){0,4}?(?:right|option|power)s?|may(?!\\s+\\d)|can|might',
    'right',
  ],
  [
    'shall|will|must|(?:is|are)\\s+(?:also\\s+|hereby\\s+|solely\\s+)?(?:required|obliged|obligated|bound|responsible|liable|expected)|(?:is|are)\\s+to(?=\\s+(?:be|pay|give|provide|deliver|keep|make)\\b)|commits?\\s+to|agrees?\\s+(?:to|that\\s+(?:it|he|she|they|you)\\s+(?:shall|will))|undertakes?\\s+to|covenants?\\s+(?:and\\s+agrees?\\s+)?(?:to|that\\s+it\\s+(?:shall|will))|(?:has|have|needs?)\\s+to|promises?\\s+to',
    'duty',
  ],
  [
    '(?:grant|assign|transfer|convey|waive|release|disclaim|indemnif(?:y|ie)|warrant|represent|acknowledge|agree|accept|pay|buy|sell|give|keep|make|provide|deliver|suppl(?:y|ie)|use|receive|own|retain|reserve|undertake|covenant|promise|appoint|authori[sz]e|consent|guarantee|hold|insure|bear|return|refund|charge|suspend|end|terminate|cancel|renew|notif(?:y|ie)|change|deduct|repair|maintain|exclude|limit|do|raise|let)(?:e?s)?',
    'act',
  ],
];
const modal = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])(?:${forms.map(([words], index) => `(?<f${index}>${words})`).join('|')})(?![\\p{L}\\p{N}'’-])`,
  'giu',
);

/** Before a subject: what it does is no statement of its own. */
const subordinate = /\b(?:whom|which|if|when|whenever|until|after|before|unless|once|whether|where)\s+(?:the\s+)?$/i;
/** "In no event shall Landlord": the verb comes before its subject. */
const never =
  /\b(?:in\s+no\s+(?:event|case|way|circumstances?)|under\s+no\s+circumstances?|at\s+no\s+time(?:\s[^.;:,]{1,60})?|neither|nor)\s*,?\s*$/i;

/** The statements of a sentence, in order. `parties` are the document's. */
export const statementsOf = (text: string, parties: readonly Party[]): readonly Statement[] => {
  const mentions = mentionsIn(text, parties);
  const found: Statement[] = [];
  let readTo = 0;
  for (const match of text.matchAll(modal)) {
    if (match.index < readTo) continue;
    const modality = modalityOf(match);
    const verbAt = match.index;
    const afterVerb = verbAt + match[0].length;
    const inverted = modality !== 'act' && never.test(text.slice(0, verbAt));
    const subject = inverted
      ? subjectAfter(text, mentions, afterVerb)
      : subjectBefore(text, mentions, verbAt, found.at(-1)?.verb.start ?? 0);
    const previous = found.at(-1);
    const continues = !subject && !inverted && previous !== undefined && joins(text, previous.predicateStart, verbAt);
    // An act is one only where somebody does it, and not in a clause that only says whom, when or whether.
    const goesOn = continues && previous?.modality === 'act';
    if (modality === 'act' && (subject ? subordinate.test(text.slice(0, subject.start)) : !goesOn)) continue;
    const predicateStart = inverted && subject ? subject.end : afterVerb;
    readTo = predicateStart;
    found.push({
      start: subject ? Math.min(subject.start, verbAt) : verbAt,
      end: text.length,
      modality:
        (continues && alike(previous.modality, text.slice(previous.predicateStart, verbAt))) ||
        negated(modality, inverted || (subject?.negative ?? false), text.slice(predicateStart)),
      actor: subject?.actor ?? (continues ? previous.actor : undefined),
      patient: undefined,
      predicate: '',
      predicateStart: modality === 'act' ? verbAt : predicateStart,
      verb: { start: verbAt, end: afterVerb },
      subject: subject && { start: subject.start, end: subject.end },
    });
  }
  return found.map((statement, index) => complete(text, mentions, statement, found[index + 1]));
};

const modalityOf = ({ groups }: RegExpMatchArray): Modality =>
  forms.find((_, index) => groups?.[`f${index}`] !== undefined)?.[1] ?? 'act';

const negated = (modality: Modality, negative: boolean, predicate: string): Modality => {
  if (!negative) return modality;
  if (modality === 'right') return 'prohibition';
  return modality === 'duty'
    ? /^[\s,]*(?:(?:under\s+any\s+circumstances?|in\s+any\s+(?:event|case)|at\s+any\s+time)[\s,]+)?(?:be\s+)?(?:liable|responsible|required|obliged|obligated|have\s+(?:any\s+)?(?:liability|obligation))/i.test(
        predicate,
      )
      ? 'relief'
      : 'prohibition'
    : modality;
};

/** "shall pay the rent and shall keep …": a verb without a subject of its own goes on with the one before. */
const joins = (text: string, from: number, verbAt: number): boolean =>
  joining.test(text.slice(Math.max(from, verbAt - 60), verbAt));
const joining = new RegExp(
  `(?:,|;|\\b(?:and|or|but|then))\\s*(?:\\(?[a-z\\d]{1,3}\\)\\s*)?(?:${adverbs},?\\s*)*$`,
  'i',
);

/** "Shall not assign, or agree to assign": what is joined to a prohibition by "or" is forbidden too. */
const alike = (before: Modality, between: string): Modality | undefined =>
  before === 'prohibition' && /\bn?or\s*$/i.test(between) ? before : undefined;

const complete = (
  text: string,
  mentions: readonly Mention[],
  statement: Statement,
  next: Statement | undefined,
): Statement => {
  // A subject that both verbs share stands before the first.
  const end = next ? (next.start > statement.verb.start ? next.start : next.verb.start) : text.length;
  const predicate = text.slice(statement.predicateStart, end);
  if (!passive.test(predicate)) return { ...statement, end, predicate };
  const agent = agentIn(text, mentions, statement.predicateStart, end);
  return { ...statement, end, predicate, actor: agent, patient: statement.actor };
};

/** Whether the actor is one side, not both. */
export const isOneSide = (actor: Actor | undefined, parties: readonly Party[]): actor is Actor =>
  actor !== undefined &&
  !actor.either &&
  actor.parties.length > 0 &&
  actor.parties.length < Math.max(2, parties.length);
