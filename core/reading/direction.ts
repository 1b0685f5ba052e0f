import type { Party } from '../ports/detector.ts';
import type { Span } from '../text/span.ts';
import { type Mention, mentionsIn } from './mentions.ts';

/**
 * What a statement does: lays a duty on somebody, gives a right, forbids, frees from a duty or liability ("shall not be
 * liable", "need not"), or states an act or a fact ("hereby assigns", "warrants").
 */
export type Modality = 'duty' | 'right' | 'prohibition' | 'relief' | 'act';

/** Who bears a duty or enjoys a right. `either`: each side alike; then `parties` are all of them. */
export type Actor = { readonly parties: readonly Party[]; readonly either: boolean };

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
};

const adverbs =
  '(?:hereby|further|also|each|both|expressly|irrevocably|unconditionally|then|thereafter|accordingly|therefore|only|always|solely|promptly|immediately|nevertheless|otherwise|thereby|at\\s+all\\s+times|at\\s+any\\s+time|from\\s+time\\s+to\\s+time|at\\s+(?:its|their|his|her|your|our)\\s+(?:own\\s+|sole\\s+)?(?:expense|cost|option|discretion|election)(?:\\s+and\\s+(?:expense|cost))?|in\\s+(?:its|their|his|our|your)\\s+(?:sole\\s+)?(?:and\\s+absolute\\s+)?discretion)';
const attached =
  '(?:(?:,|and|or|and/or|its|their|his|our|your|any|of|the|all|each|respective|permitted|successors?|assigns?|assignees?|affiliates?|subsidiaries|employees|agents?|officers|directors|shareholders|members|representatives?|contractors|subcontractors|licensees|sublicensees|heirs|executors|administrators|personnel|designees?|guests|invitees|customers)\\b\\s*,?\\s*)*';

const attachedAfter = new RegExp(`^\\s*${attached}`, 'iu');

/** Words that make a statement, with what they make it. The subject stands directly before. */
const forms: readonly (readonly [words: string, modality: Modality])[] = [
  [
    '(?:shall|will|must|may|can)\\s+(?:have\\s+no|not\\s+have\\s+(?:any|a|the))\\s+(?:obligation|duty|liability|responsibility)',
    'relief',
  ],
  ['(?:shall|will)\\s+(?:have\\s+no|not\\s+have\\s+(?:any|a|the))\\s+right', 'prohibition'],
  [
    '(?:shall|will)\\s+not\\s+be\\s+(?:liable|responsible|required|obliged|obligated|bound|under\\s+any)|(?:is|are)\\s+not\\s+(?:liable|responsible|required|obliged|obligated|bound|under\\s+any)|need\\s+not|(?:has|have)\\s+no\\s+(?:obligation|duty|liability|responsibility)|accepts?\\s+no\\s+(?:liability|responsibility)|(?:do|does)\\s+not\\s+accept',
    'relief',
  ],
  [
    '(?:shall|will)\\s+not\\s+be\\s+(?:entitled|permitted|allowed|authori[sz]ed)|(?:is|are)\\s+not\\s+(?:entitled|permitted|allowed|authori[sz]ed)|(?:has|have)\\s+no\\s+(?:corresponding\\s+)?right|(?:shall|will|must|may|can)\\s*not|shall\\s+neither|agrees?\\s+not\\s+to|agrees?\\s+that\\s+(?:it|he|she|they|you)\\s+(?:shall|will)\\s+not|(?:shall|will)\\s+(?:at\\s+no\\s+time|never|refrain\\s+from)',
    'prohibition',
  ],
  [
    '(?:shall|will)\\s+(?:also\\s+)?(?:have\\s+(?:the|an?)\\s+(?:[\\w-]+\\s+){0,4}?(?:right|option|power|authority|discretion)s?|be\\s+(?:also\\s+)?(?:entitled|permitted|allowed|authori[sz]ed|free))|(?:is|are)\\s+(?:also\\s+|hereby\\s+)?(?:entitled|permitted|allowed|authori[sz]ed|free)|(?:has|have|reserves?|retains?)\\s+(?:the|an?)\\s+(?:[\\w-]+\\s+){0,4}?(?:right|option|power)s?|may|can|might',
    'right',
  ],
  [
    'shall|will|must|(?:is|are)\\s+(?:also\\s+|hereby\\s+|solely\\s+)?(?:required|obliged|obligated|bound|responsible|liable)|agrees?\\s+(?:to|that\\s+(?:it|he|she|they|you)\\s+(?:shall|will))|undertakes?\\s+to|covenants?\\s+(?:and\\s+agrees?\\s+)?(?:to|that\\s+it\\s+(?:shall|will))|(?:has|have|needs?)\\s+to|promises?\\s+to',
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

const nothingBetween = new RegExp(
  `^\\s*(?:\\([^()]{0,120}\\)\\s*)?(?:,?\\s*(?:which|who)\\s+)?${attached}(?:${adverbs},?\\s*)*(?:acknowledges?,?\\s+(?:understands?,?\\s+)?(?:and\\s+)?)?$`,
  'iu',
);
const insertedBetween = new RegExp(`^\\s*${attached}(?:,|\\()[^.;:]{1,220}(?:,|\\))\\s*(?:${adverbs},?\\s*)*$`, 'iu');
/** Before a subject: what it does is no statement of its own. */
const subordinate = /\b(?:whom|which|if|when|whenever|until|after|before|unless|once|whether|where)\s+(?:the\s+)?$/i;
/** What makes somebody no subject: "the obligations of Tenant shall". */
/** "Neither Orlo nor its parent nor Vera shall": others may stand between a negation and the verb. */
const neitherNor = /\b(?:neither|no|nor|none\s+of)\s+(?:the\s+)?$/i;
const governed =
  /\b(?:of|to|by|from|with|for|against|upon|on|between|among|under|in|than|including|without|behalf\s+of|through|via|toward|towards|into|over|notif(?:y|ies|ying)|giv(?:e|es|ing)|pay|paying|requir(?:e|es|ing))\s+(?:(?:the|such|each|any|an?|said)\s+)?$/i;
const never =
  /\b(?:in\s+no\s+(?:event|case|way|circumstances?)|under\s+no\s+circumstances?|at\s+no\s+time(?:\s[^.;:,]{1,60})?|neither|nor)\s*,?\s*$/i;
const clauseStart =
  /[.;:]\s|\b(?:provided,?\s+(?:however,?\s+)?that|if|unless|whereas|that|which|who|until|when|where)\s/gi;

/** The statements of a sentence, in order. `parties` are the document's. */
export const statementsOf = (text: string, parties: readonly Party[]): readonly Statement[] => {
  const mentions = mentionsIn(text, parties);
  const found: (Statement & { readonly verbAt: number })[] = [];
  let readTo = 0;
  for (const match of text.matchAll(modal)) {
    if (match.index < readTo) continue;
    const [, modality] = formOf(match);
    const verbAt = match.index;
    const afterVerb = verbAt + match[0].length;
    const inverted = modality !== 'act' && never.test(text.slice(0, verbAt));
    const subject = inverted
      ? subjectAfter(text, mentions, afterVerb)
      : subjectBefore(text, mentions, verbAt, found.at(-1)?.verbAt ?? 0);
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
      verbAt,
    });
  }
  return found.map((statement, index) => complete(text, mentions, statement, found[index + 1]));
};

const formOf = (match: RegExpMatchArray): readonly [string, Modality] =>
  forms.find((_, index) => match.groups?.[`f${index}`] !== undefined) ?? ['', 'act'];

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

type Subject = Span & { readonly actor: Actor; readonly negative: boolean };

/** Whoever stands before the verb as its subject, alone or joined with others. */
const subjectBefore = (
  text: string,
  mentions: readonly Mention[],
  verbAt: number,
  after: number,
): Subject | undefined => {
  const pronoun = spoken.exec(text.slice(Math.max(0, verbAt - 60), verbAt));
  if (pronoun) return antecedent(text, mentions, verbAt - pronoun[0].length, pronoun[0].length);
  const last = mentions.findLastIndex(({ end }) => end <= verbAt);
  const nearest = mentions[last];
  if (!nearest || nearest.possessive) return subjectAcross(text, mentions.slice(0, last), verbAt, after);
  const between = text.slice(nearest.end, verbAt);
  if (nothingBetween.test(between)) return chain(text, mentions.slice(0, last + 1));
  return subjectAcross(text, mentions.slice(0, last + 1), verbAt, after);
};

const spoken = new RegExp(`\\b(?:it|they|he|she)\\s+(?:${adverbs},?\\s*)*$`, 'i');
/** What stands before whoever a clause is about. */
const begins =
  /(?:^|[.;:,("]|\b(?:if|when|unless|that|where|and|or|because|until|as|whenever|should|case|provided))\s*(?:the\s+|such\s+|any\s+)?$/i;

/** Whom "it" means: whoever the clause before was about. undefined where nobody in the sentence fits. */
const antecedent = (text: string, mentions: readonly Mention[], at: number, length: number): Subject | undefined => {
  const from = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('; ', at));
  const meant = mentions.findLast(
    ({ start, end, possessive }) =>
      end <= at && start > from && !possessive && begins.test(text.slice(Math.max(0, start - 20), start)),
  );
  return meant && { start: at, end: at + length, actor: union([meant]), negative: false };
};

/** A subject with something put in before its verb: "Supplier, at the request of the Buyer, shall". */
const subjectAcross = (
  text: string,
  mentions: readonly Mention[],
  verbAt: number,
  after: number,
): Subject | undefined => {
  for (let index = mentions.length - 1; index >= Math.max(0, mentions.length - 4); index--) {
    const mention = mentions[index];
    if (!mention || mention.possessive) continue;
    const between = text.slice(mention.end, verbAt).replace(/\([^()]{0,200}\)/g, ' ');
    if (between.length > 240) return undefined;
    const negative =
      mention.start >= after && neitherNor.test(text.slice(Math.max(0, mention.start - 20), mention.start));
    if (
      negative &&
      /^\s*(?:,|\(|and|or|nor)\s[^.;:]{0,220}$/i.test(between) &&
      !/\b(?:shall|will|may|must|that|which|if)\b/i.test(between)
    ) {
      return chain(text, mentions.slice(0, index + 1));
    }
    if (
      insertedBetween.test(between) &&
      !startsClause(between) &&
      !governed.test(text.slice(Math.max(0, mention.start - 40), mention.start))
    ) {
      return chain(text, mentions.slice(0, index + 1));
    }
  }
  return undefined;
};

/** Whether a condition or another clause begins in what stands between, so that the subject before it is another's. */
const startsClause = (between: string): boolean =>
  [...between.matchAll(clauseStart)].some(({ 0: words }) => /[.;:]/.test(words)) ||
  /^\s*,?\s*(?:which|who|that)\b/i.test(between);

const subjectAfter = (text: string, mentions: readonly Mention[], from: number): Subject | undefined => {
  const first = mentions.findIndex(({ start }) => start >= from);
  const mention = mentions[first];
  if (!mention || mention.possessive || !/^\s*(?:the\s+)?$/i.test(text.slice(from, mention.start))) return undefined;
  let last = first;
  while (
    mentions[last + 1] &&
    /^\s*(?:,|and|or|nor)?\s*(?:the\s+)?$/i.test(text.slice(mentions[last]?.end, mentions[last + 1]?.start))
  )
    last++;
  const end = mentions[last]?.end ?? mention.end;
  const joined = attachedAfter.exec(text.slice(end))?.[0].trimEnd().length ?? 0;
  return { start: mention.start, end: end + joined, actor: union(mentions.slice(first, last + 1)), negative: true };
};

const joinedByWord = /^\s*,?\s*(?:and|or|nor|and\/or)\s*(?:the\s+)?$/i;
const joinedInList = /^\s*(?:,|and|or|nor|and\/or|,\s*(?:and|or))\s*(?:the\s+)?$/i;

/** The last mention together with those that are joined to it: "Landlord and Tenant". undefined where it is no subject. */
const chain = (text: string, mentions: readonly Mention[]): Subject | undefined => {
  let first = mentions.length - 1;
  const last = mentions[first];
  if (!last) return undefined;
  while (first > 0) {
    const before = mentions[first - 1];
    const between = before && text.slice(before.end, mentions[first]?.start);
    // A comma alone joins only what "and" or "or" joins further on: not "the control of Client, Provider may".
    const joined = first === mentions.length - 1 ? joinedByWord : joinedInList;
    if (!before || before.possessive || !joined.test(between ?? '')) break;
    first--;
  }
  const { start } = mentions[first] ?? last;
  if (governed.test(text.slice(Math.max(0, start - 40), start))) return undefined;
  const words = text.slice(Math.max(0, start - 12), last.end);
  const eachOf = /\beach\s+of\b[^.;:]{0,80}$/i.test(text.slice(Math.max(0, start - 100), start));
  return {
    start,
    end: last.end,
    actor: { ...union(mentions.slice(first)), ...(eachOf ? { either: true } : {}) },
    negative: /\b(?:neither|nor|no)\b/i.test(words),
  };
};

const union = (mentions: readonly Mention[]): Actor => ({
  parties: [...new Set(mentions.flatMap(({ parties }) => parties))],
  either: mentions.some(({ either }) => either),
});

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
  statement: Statement & { readonly verbAt: number },
  next: (Statement & { readonly verbAt: number }) | undefined,
): Statement => {
  const { verbAt, ...rest } = statement;
  // A subject that both verbs share stands before the first.
  const end = next ? (next.start > verbAt ? next.start : next.verbAt) : text.length;
  const predicate = text.slice(statement.predicateStart, end);
  if (!passive.test(predicate)) return { ...rest, end, predicate };
  const agent = agentIn(text, mentions, statement.predicateStart, end);
  return { ...rest, end, predicate, actor: agent, patient: statement.actor };
};

/** "be terminated", "be automatically renewed"; not "be liable". */
const passive =
  /^\s*(?:(?:also|only|not|at\s+any\s+time|thereupon)\s+)*be\s+(?:\w+ly\s+)?(?!entitled|required|obliged|obligated|permitted|allowed|authori[sz]ed|interested|limited\s+to|deemed|bound)\p{L}+(?:ed|en|own|ept|eld|aid|ade|orn|old|ent|one|ven|ought|et)\b/iu;
const agency =
  /\b(?:by|at\s+the\s+(?:sole\s+)?(?:option|election|discretion|request)\s+of|(?:up)?on\s+(?:written\s+)?(?:notice|request|demand)\s+(?:by|from|of))\s+(?:the\s+)?$/i;

/** Who does what is told in the passive voice: "by the Tenant", "at Landlord's option". */
const agentIn = (text: string, mentions: readonly Mention[], from: number, to: number): Actor | undefined => {
  const agents: Mention[] = [];
  for (const mention of mentions) {
    if (mention.start < from || mention.end > to) continue;
    const before = text.slice(Math.max(from, mention.start - 80), mention.start);
    const after = text.slice(mention.end, mention.end + 30);
    const last = agents.at(-1);
    const joined =
      last !== undefined && /^\s*(?:and|or|,)\s*(?:by\s+)?(?:the\s+)?$/i.test(text.slice(last.end, mention.start));
    const decides = mention.possessive
      ? (/\bat\s+(?:the\s+)?$/i.test(before) && /^\s*(?:sole\s+)?(?:option|election|discretion)/i.test(after)) ||
        /\bby\s+(?:the\s+)?(?:vote|resolution|decision)\s+of\s+(?:the\s+)?$/i.test(before)
      : agency.test(before) ||
        joined ||
        /\bby\s+(?:the\s+|a\s+)?(?:vote|resolution|decision)\b[^.;]{0,60}\bof\s+(?:the\s+)?$/i.test(before);
    if (decides) agents.push(mention);
  }
  return agents.length === 0 ? undefined : union(agents);
};

/** Whether the actor is one side, not both. */
export const isOneSide = (actor: Actor | undefined, parties: readonly Party[]): actor is Actor =>
  actor !== undefined &&
  !actor.either &&
  actor.parties.length > 0 &&
  actor.parties.length < Math.max(2, parties.length);

/** Where a text takes something out again: "except", "unless", "provided that". Spans of these words. */
export const exceptionsIn = (text: string): readonly Span[] =>
  [
    ...text.matchAll(
      /\b(?:except(?:ing)?|unless|other\s+than|save\s+(?:for|that|as)|excluding|provided,?\s+(?:however,?\s+)?that|subject\s+to|notwithstanding|but\s+not)\b/gi,
    ),
  ].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));

/** Whether the words at `at` stand under a negation in their clause: "shall not", "no", "without", "nothing". */
export const isNegated = (text: string, at: number): boolean =>
  /(?:\b(?:not|no|neither|nor|never|without|nothing|none|cannot)\b|n['’]t\b)[^.;:,()]{0,60}$/i.test(
    text.slice(Math.max(0, at - 80), at),
  );
