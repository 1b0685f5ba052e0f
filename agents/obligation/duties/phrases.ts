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
  'once(?!\\s+(?:a|per|every|each|in|or)\\b)',
  'as\\s+soon\\s+as(?!\\s+(?:reasonably\\s+|commercially\\s+|is\\s+)?(?:practic|possib))',
];
const starter = new RegExp(
  `(?<![\\p{L}\\p{N}'-])(?:(?<condition>${conditions.join('|')})|(?<trigger>${triggers.join('|')}))(?![\\p{L}\\p{N}'-])`,
  'giu',
);
/** "Look after", "agreed upon", "the day when": no phrase of their own. */
const notOpening =
  /\b(?:look(?:ing|s|ed)?|agreed?|rel(?:y|ied|iance)|insist|impos(?:e|ed)|based|depend(?:s|ent)?|call(?:ed)?|day|date|time|conferred|levied|acted|placed|located)\s*$/i;

/** Conditions and triggers in a stretch, in order, each up to the next one or the end of its clause. `taken` holds words that say by when. */
export const phrasesIn = (text: string, from: number, to: number, taken: readonly Span[]): readonly Phrase[] => {
  const starts: { at: number; kind: PhraseKind; bracketed: boolean }[] = [];
  for (const match of text.slice(from, to).matchAll(starter)) {
    const at = from + match.index;
    if (taken.some(({ start, end }) => at > start && at < end)) continue;
    if (notOpening.test(text.slice(Math.max(from, at - 24), at))) continue;
    starts.push({
      at,
      kind: match[1] === undefined ? 'trigger' : 'condition',
      bracketed: /,\s*$/.test(text.slice(from, at)),
    });
  }
  const found: Phrase[] = [];
  for (const [index, { at, kind, bracketed }] of starts.entries()) {
    if (found.some(({ end }) => at < end)) continue;
    const next = starts[index + 1]?.at ?? to;
    const end = endOf(text, at, Math.max(next, at), to, bracketed, from);
    const span = trimSpan(text, { start: at, end });
    if (span.end - span.start > 4) found.push({ ...span, kind });
  }
  return found;
};

/** "may, if the Licensee becomes insolvent, end the licence": put in between commas it ends with the second. */
const endOf = (text: string, at: number, next: number, to: number, bracketed: boolean, from: number): number => {
  const words = text.slice(at, to);
  const inserted = bracketed || at === from || text.slice(from, at).trim() === '';
  const comma = inserted ? /^[^,;:.]{3,200}(?=,\s)/.exec(words) : null;
  const stop = comma ? at + comma[0].length : at + (words.search(/[;:](?=\s|$)|\.\s|$/) ?? words.length);
  // What begins inside another phrase belongs to it, unless a comma parts them.
  return next < stop && /[,;]\s*(?:and\s+|or\s+)?$/.test(text.slice(at, next)) ? next : stop;
};
