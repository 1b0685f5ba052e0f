import type { Span } from '../../../core/text/span.ts';
import { verbOf } from './verbs.ts';

const longest = 400;

const passive =
  /^\s*(?:(?:also|only|then|at\s+all\s+times)\s+)*be\s+(?<how>(?:\w+ly\s+)*)(?<others>(?:\p{L}+(?:ed|en)\s*,\s*)*\p{L}+(?:ed|en)\s*,?\s+(?:and|or)\s+(?:\w+ly\s+)?)?(?<participle>\p{L}+)(?<particle>\s+(?:out|up|off|down|over|back|(?:for|to|with|upon)(?=\s+by\b))\b)?(?<rest>[\s\S]*)$/iu;
const agent = /\s+by\s+(?:the\s+|either\s+|each\s+|any\s+)?[^,;.]*$/i;

/** What is done, in the active voice: "The Rent shall be paid by the Tenant monthly" is "pay the Rent monthly". */
export const activeOf = (undergoer: string, predicate: string, agents: readonly string[]): string => {
  const match = passive.exec(predicate);
  if (!match?.groups) return `${undergoer.trim()} ${predicate.trim()}`;
  const { participle = '', particle = '', how = '', rest = '', others = '' } = match.groups;
  const verbs = `${others.replace(/\p{L}+(?:ed|en)\b/gu, verbOf)}${verbOf(participle)}`;
  return wordsOfAction(
    `${verbs}${particle} ${beginsSmall(withoutNo(undergoer.trim()))} ${how}${withoutAgent(rest, agents)}`,
  );
};

const withoutNo = (words: string): string => words.replace(/^no\b/i, 'any').replace(/^neither\b/i, 'either');
export const beginsSmall = (words: string): string =>
  /^(?:the|all|any|each|every|such|this|these|those|that|an?|its|their|his|her|your|our|no|both|written|travel)\b/i.test(
    words,
  )
    ? `${words.charAt(0).toLowerCase()}${words.slice(1)}`
    : words;

const withoutAgent = (rest: string, agents: readonly string[]): string => {
  for (const name of agents) {
    const own = new RegExp(`\\s+by\\s+(?:(?:the|such|either|each)\\s+)?${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'iu');
    if (own.test(rest)) return rest.replace(own, '');
  }
  return agents.length === 0 ? rest : rest.replace(agent, (words) => (words.length < 40 ? '' : words));
};

/** The words of a span without the spans that are told elsewhere and stand at its ends. */
export const withoutEnds = (text: string, { start, end }: Span, told: readonly Span[]): Span => {
  let from = start;
  let to = end;
  for (let changed = true; changed; ) {
    changed = false;
    for (const span of told) {
      if (span.start >= from && span.end <= to && /^[\s,;.]*$/.test(text.slice(span.end, to)) && span.start > from) {
        to = span.start;
        changed = true;
      } else if (span.end <= to && span.end > from && /^[\s,]*$/.test(text.slice(from, Math.max(from, span.start)))) {
        from = span.end;
        changed = true;
      }
    }
  }
  return { start: from, end: to };
};

/** Where something else is said of somebody else: "…; and the deposit shall lapse", ", and such information shall be accurate". */
const another =
  /;\s+(?!\(|\w{1,3}[.)])|[,;]?\s*\bwhereupon\b|[,;]?\s+(?:and|but)\s+(?:the|such|any|all|no|each|these|this|none|in\s+such\s+(?:case|event))\b(?:(?!\b(?:which|that|who|whom)\b)[^.;]){0,120}?\b(?:shall|will|may|must)\b/i;

/** The span up to where another clause begins. */
export const firstClause = (text: string, { start, end }: Span): Span => {
  const at = text.slice(start, end).search(another);
  return at > 0 ? { start, end: start + at } : { start, end };
};

/** On one line, without what joins it to other words. */
export const wordsOfAction = (words: string): string => {
  let action = words.replace(/\s+/g, ' ').trim();
  for (let before = ''; before !== action; ) {
    before = action;
    action = action
      .replace(/^,?\s*but\s+not\s+(?:the|an)\s+(?:obligation|duty)\s*,?\s*(?=to\b)/i, '')
      .replace(/^(?:[,;:.]|(?:to|that|hereby|also|then|and|or|either|no\s+longer)\b(?!\s*$))\s*/i, '')
      .replace(/[\s,;:.]+$/, '')
      .replace(/\s+(?:and|or|but|in which (?:case|event)|except|then|and\/or)$/i, '')
      .replace(/[\s([]+$/, '')
      .trim();
  }
  if ((action.match(/"/g)?.length ?? 0) % 2 === 1) action = action.replace(/[.,;]?"$|^"/, '');
  if (action.length <= longest) return action;
  const cut = action.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))} …`;
};
