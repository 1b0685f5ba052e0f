import type { Party } from '../ports/detector.ts';
import type { Span } from '../text/span.ts';
import type { Mention } from './mentions.ts';

/** Who bears a duty or enjoys a right. `either`: each side alike; then `parties` are all of them. */
export type Actor = { readonly parties: readonly Party[]; readonly either: boolean };

/** Words that may stand between a subject and its verb, as the source of a pattern. */
export const adverbs =
  '(?:hereby|further|also|each|both|expressly|irrevocably|unconditionally|then|thereafter|accordingly|therefore|only|always|solely|promptly|immediately|nevertheless|otherwise|thereby|at\\s+all\\s+times|at\\s+any\\s+time|from\\s+time\\s+to\\s+time|at\\s+(?:its|their|his|her|your|our)\\s+(?:own\\s+|sole\\s+)?(?:expense|cost|option|discretion|election)(?:\\s+and\\s+(?:expense|cost))?|in\\s+(?:its|their|his|our|your)\\s+(?:sole\\s+)?(?:and\\s+absolute\\s+)?discretion)';
/** Who may be named along with a party: "Tenant and its employees". */
const attached =
  '(?:,\\b)?(?:(?:and|or|and/or|its|their|his|our|your|any|of|the|all|each|respective|permitted|successors?|assigns?|assignees?|affiliates?|subsidiaries|employees|staff|agents?|officers|directors|shareholders|members|representatives?|contractors|subcontractors|licensees|sublicensees|heirs|executors|administrators|personnel|designees?|suppliers|licensors|guests|invitees|customers)\\b\\s*(?:,\\s*)?)*';

const attachedAfter = new RegExp(`^\\s*${attached}`, 'iu');

const nothingBetween = new RegExp(
  `^\\s*(?:\\([^()]{0,120}\\)\\s*)?(?:,?\\s*(?:which|who)\\s+)?${attached}(?:${adverbs},?\\s*)*(?:acknowledges?,?\\s+(?:understands?,?\\s+)?(?:and\\s+)?)?$`,
  'iu',
);
const insertedBetween = new RegExp(`^\\s*${attached}(?:,|\\()[^.;:]{1,220}(?:,|\\))\\s*(?:${adverbs},?\\s*)*$`, 'iu');
/** "Neither Orlo nor its parent nor Vera shall": others may stand between a negation and the verb. */
const neitherNor = /\b(?:neither|no|nor|none\s+of)\s+(?:the\s+)?$/i;
/** What makes somebody no subject: "the obligations of Tenant shall". */
const governed =
  /\b(?:of|to|by|from|with|for|against|upon|on|between|among|under|in|than|including|without|behalf\s+of|through|via|toward|towards|into|over|notif(?:y|ies|ying)|giv(?:e|es|ing)|pay|paying|requir(?:e|es|ing))\s+(?:(?:the|such|each|any|an?|said)\s+)?$/i;
/** Where another clause begins, with a subject of its own. */
const clauseStart =
  /[.;:]\s|\b(?:provided,?\s+(?:however,?\s+)?that|if|unless|whereas|that|which|who|until|when|where)\s/gi;

/** Who stands as the subject of a verb, and whether a negation stands with them. */
export type Subject = Span & { readonly actor: Actor; readonly negative: boolean };

/** Whoever stands before the verb as its subject, alone or joined with others. */
export const subjectBefore = (
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
      !/\b(?:shall|will|may|must|that|which|if|(?<!\bwho\s)(?:is|are|was|were|has|have))\b/i.test(between)
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

/** Whoever follows a verb as its subject: "in no event shall Landlord". */
export const subjectAfter = (text: string, mentions: readonly Mention[], from: number): Subject | undefined => {
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

/** Everyone whom these mentions name, as one actor. */
export const union = (mentions: readonly Mention[]): Actor => ({
  parties: [...new Set(mentions.flatMap(({ parties }) => parties))],
  either: mentions.some(({ either }) => either),
});
