import { type Span, trimSpan } from '../../../core/text/span.ts';

export type PhraseKind = 'condition' | 'trigger';
/** A stretch that says on what condition, or what sets it off. */
export type Phrase = Span & { readonly kind: PhraseKind };

const consent = '(?:consent|approval|permission|authori[sz]ation|agreement)';
const conditions = [
  'if(?!\\s+(?:any|applicable|required|necessary)\\b\\s*[,)])',
  'unless',
  'provid(?:ed|ing),?(?:\\s+(?:however|further|always),?)?\\s+that',
  '(?:so|as)\\s+long\\s+as',
  'on\\s+(?:the\\s+)?condition\\s+that',
  'subject\\s+to',
  'except(?:ing)?(?:\\s+(?:that|where|as|to\\s+the\\s+extent|for|with|in|when|if|by|upon))?',
  'save(?=\\s+(?:that|for|as|with|where|in|to)\\b)',
  'other\\s+than',
  `without\\s+(?:(?:first|the)\\s+)*(?:[\\w'-]+\\s+){0,6}?${consent}`,
  'without\\s+(?:first\\s+)?(?:obtaining|having)',
  'in\\s+(?:the\\s+)?event\\s+(?:of|that)',
  'in\\s+case\\s+(?:of|that|the|a|an|any|you|we)',
  "where(?=\\s+(?:the|a|an|any|such|it|they|you|we|its?|[A-Z][\\w'-]*)\\s)",
  'to\\s+the\\s+extent(?:\\s+that)?',
  'only\\s+(?:if|with|where)',
];
const occasion =
  '(?:\\s+(?:the|its|their|your|our|any|such|each|a|an))?(?:\\s+(?:prior|written|reasonable|first|proper|timely))*\\s+(?:receipt|receiving|request|demand|termination|expir\\w+|completion|delivery|occurrence|notice|signing|signature|execution|closing|being|becoming|payment|request)\\b';
const triggers = [
  'upon(?!\\s+(?:which|it|them|him|her|each|any\\s+land)\\b)',
  `on(?=${occasion})`,
  'following(?=\\s+(?:the|a|an|any|such|receipt|each|completion|expir\\w+|termination|notice|its|their)\\b)',
  'after(?!-|\\s+(?:tax|which|sales?)\\b)',
  'when(?:ever)?(?!\\s+due\\b)',
  'once(?!\\s*,|\\s+(?:a|per|every|each|in|or)\\b)',
  'as\\s+soon\\s+as(?!\\s+(?:reasonably\\s+|commercially\\s+|is\\s+)?(?:practic|possib))',
];
const starter = new RegExp(
  `(?<![\\p{L}\\p{N}'-])(?:(?<condition>${conditions.join('|')})|(?<trigger>${triggers.join('|')}))(?![\\p{L}\\p{N}'-])`,
  'giu',
);
/** "Look after", "agreed upon", "the day when": no phrase of their own. */
const notOpening =
  /\b(?:look(?:ing|s|ed)?|agreed?|rel(?:y|ied|iance)|insist|impos(?:e|ed)|based|depend(?:s|ent)?|call(?:ed)?|day|date|time|conferred|levied|acted|placed|located)\s*$/i;

/**
 * Conditions and triggers in a stretch, in order, each up to the next one or the end of its clause. `days` are the words
 * that say by when; `ahead`: the stretch stands before the subject, and what begins there goes on to the subject.
 */
export const phrasesIn = (
  text: string,
  { start: from, end: to }: Span,
  days: readonly Span[],
  ahead: boolean,
): readonly Phrase[] => {
  const found: Phrase[] = [];
  for (const match of text.slice(from, to).matchAll(starter)) {
    const at = from + match.index;
    const before = text.slice(from, at);
    const last = found.at(-1);
    if (isBracketed(before)) continue;
    if (days.some(({ start, end }) => at > start && at < end) || notOpening.test(before.slice(-24))) continue;
    if (last && at < last.end) {
      // What begins inside another phrase belongs to it, unless a comma parts them.
      if (!parted.test(before)) continue;
      found[found.length - 1] = { ...last, end: at };
    }
    // "may, if the Licensee becomes insolvent, end the licence": put in, it ends with its comma.
    const inserted = !ahead && /^[\s,]*(?:(?:also|then)\s+)?(?:\w+\s*,\s*)?$|\b(?:and|or|but)\s*$/i.test(before);
    const kind = match[1] === undefined ? 'trigger' : 'condition';
    found.push({ start: at, end: endOf(text, at, to, days, { inserted, ahead }), kind });
  }
  return found
    .map(({ kind, ...span }) => ({ ...trimSpan(text, span), kind }))
    .filter(({ start, end }) => end - start > 4);
};

/** What stands in brackets is an aside of its own. */
const isBracketed = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')');

const parted = /[,;]\s*(?:(?:and|or|but|then)\s+)?$/;
/** "…, each of them agrees that": what stands between a phrase and its subject and is no part of either. */
const agreeing = /,[^,]*\b(?:agrees?|acknowledges?|covenants?|undertakes?)\b[^,]*$/i;

const endOf = (
  text: string,
  at: number,
  to: number,
  days: readonly Span[],
  { inserted, ahead }: { readonly inserted: boolean; readonly ahead: boolean },
): number => {
  const words = text.slice(at, to);
  const comma = inserted ? /^[^,;:.]{3,200}(?=,\s)/.exec(words) : null;
  const agreement = ahead ? agreeing.exec(words) : null;
  const stop = at + (comma?.[0].length ?? agreement?.index ?? words.search(/[;:](?=\s|$)|\.\s|$/));
  const day = days.find(({ start }) => start > at && start < stop && parted.test(text.slice(at, start)));
  return day?.start ?? stop;
};

/** Whether days in the phrase are those of what happens, and not of what is then to be done. */
export const holdsDays = (text: string, { start, end, kind }: Phrase): boolean =>
  kind === 'trigger' || /^(?:if|unless|in\s|where|to\s|except|so\s|as\s|only)/i.test(text.slice(start, end));
