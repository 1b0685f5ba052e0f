import type { Party } from '../../../core/ports/detector.ts';
import type { Statement } from '../../../core/reading/direction.ts';
import { passive } from '../../../core/reading/passive.ts';
import type { Span } from '../../../core/text/span.ts';
import { lastBreak, leads } from './main-clause.ts';

/**
 * The words between `from` and the verb that say to what it is done, of one claim or of `another` in its sentence; undefined where they stand in the middle of another claim, as in
 * "pay the costs which shall be borne by the Tenant".
 */
export const undergoerOf = (
  text: string,
  from: number,
  { verb, subject }: Pick<Statement, 'verb' | 'subject'>,
  another: boolean,
): Span | undefined => {
  const stretch = text.slice(from, verb.start);
  if (subject) {
    const the = /\b(?:the|each|such|any|either)\s+$/i.exec(text.slice(0, subject.start))?.[0].length ?? 0;
    return { start: subject.start - the, end: verb.start };
  }
  const sentence = lastBreak(stretch, /[.;]\s+/g);
  const neither = stretch.slice(sentence).search(/\bneither\b/i);
  if (neither >= 0) return { start: from + sentence + neither, end: verb.start };
  const own = stretch.slice(sentence);
  const agreed = /\b(?:agrees?|acknowledges?)\s+that\s+/i.exec(own);
  const titled = /^.{0,60}\b\d{1,2}\.\d{1,2}\.?\s+(?=\p{Lu})/u.exec(own)?.[0].length ?? 0;
  const cut = another
    ? lastBreak(
        stretch,
        /(?:[,;:.]\s+(?:(?:and|but|or)\s+)?|\b(?:and|but)\s+(?=(?:the|all|any|each|such|no|\p{Lu})))/giu,
      )
    : agreed
      ? sentence + agreed.index + agreed[0].length
      : leads.test(own.slice(titled))
        ? lastBreak(stretch, /(?:[,;:.]\s+(?:(?:and|but)\s+)?|^\s*(?:and|but|or)\s+)/gi)
        : lastBreak(stretch, /[;:.]\s+(?:(?:and|but)\s+)?|^\s*(?:and|but|or)\s+/gi) + titled;
  if (another && cut === 0) return undefined;
  // Between the last stop and the verb nothing may say "which": "records, which and all copies of which shall be kept".
  const clause = stretch.slice(lastBreak(stretch.slice(0, cut), /[.;,]\s+(?=[^.;,]*[.;,]?\s*$)/g));
  const under = ruled.exec(stretch.slice(cut))?.[0].length ?? 0;
  if (relativePronoun.test(clause) || relativePronoun.test(stretch.slice(cut))) return undefined;
  // "This Agreement sets out everything and may be changed": its subject ends with its first verb.
  const shared = /\b(?:and|or|but)\s*$/i.test(stretch) ? stretch.slice(cut).search(finiteVerb) : -1;
  const end = shared > 0 ? from + cut + shared : verb.start;
  return { start: from + cut + under, end };
};

/** "Under Section 5 of the lease the certificate must be sent". */
const ruled = /^\s*(?:under|pursuant\s+to|in\s+accordance\s+with)\s.{3,60}\s(?=(?:the|all|any|each|no)\s)/i;
const finiteVerb =
  /\b(?:is|are|was|has|have|contains?|constitutes?|sets?|represents?|shall|will|may|must|supersedes?)\b/i;
const relativePronoun =
  /^\s*(?:and\s+)?(?:which|that|who|if|when|where|unless|as|provided)\b|\b(?:which|that|who)\s*$/i;

const otherAct =
  /(?:\b(?:receipt|request|notice|approval|acceptance|delivery|payment|breach|termination|performance|failure|use|set\s+forth|made|given|written)|\p{L}{2,}(?:ed|en))\s+by\s+(?:the\s+|such\s+|each\s+|either\s+|any\s+)?$/iu;

/** Whether the one named with "by" does what the predicate says, and not something else: "within 5 days after receipt by the Tenant". */
export const isAgent = (predicate: string, agent: Party): boolean => {
  for (const name of [agent.name, ...agent.aliases, 'Party', 'Parties']) {
    const at = predicate.search(
      new RegExp(`(?<=\\bby\\s+(?:(?:the|such|each|either|any)\\s+)?)${RegExp.escape(name)}`, 'i'),
    );
    if (at < 0) continue;
    const before = predicate.slice(0, at);
    return (
      !otherAct.test(before) || passive.exec(before)?.[0].length === before.replace(/\s+by\s+(?:\w+\s+)?$/i, '').length
    );
  }
  return true;
};
