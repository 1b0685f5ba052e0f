import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { papers, words } from '../paper-words.ts';
import { adjectives } from './place-names.ts';
import { placesIn } from './places.ts';

const number =
  '[^\\p{L}]{0,12}(?:(?:article|section|clause|paragraph|para|art)\\b\\.?[\\s\\d.:]{0,10})?(?:[\\d.]{1,8}|[ivxlc]{1,5}|[a-z])?[^\\p{L}\\d]{0,6}';
const kind = '(?:governing|applicable|controlling|proper|choice\\s+of|substantive)';
/** "Article 18 (Applicable law)", "8. LAW.", "LAW AND FORUM –". */
const heading = `(?:(?:the\\s+)?(?:${kind}\\s+)?laws?\\b(?:\\s*(?:and|&|\\/|,|;)\\s*\\p{L}+(?:\\s\\p{L}+){0,2}\\s*)?\\s*[):.|–—-]+\\s*)`;
/** What goes before a law that is named: "otherwise", "as far as federal law does not apply,". */
const otherwise =
  '(?:(?:(?:to\\s+the\\s+extent|so\\s+far\\s+as|as\\s+far\\s+as|save\\s+(?:as|where|to)|except\\s+(?:as|where|to)|subject\\s+to|unless|where)\\b[^.;]{3,90},|[^.]{0,90}[;,]\\s*(?:otherwise|for\\s+the\\s+rest|in\\s+all\\s+(?:else|other\\s+(?:respects|things|matters|cases))|else|failing\\s+which)\\s*,?)\\s*)?';
const joining =
  '(?:the\\s+)?(?:(?:laws?|legislation)\\s+of\\s+(?:the\\s+)?)?(?:(?:state|commonwealth|province|republic|kingdom|emirate|canton)\\s+of\\s+(?:the\\s+)?)?';
const lead = new RegExp(`^${number}${heading}?${otherwise}${joining}$`, 'iu');
const headed = new RegExp(`^${number}${heading}`, 'iu');
const named = /\b(?:laws?|legislation)\s+of\s+(?:the\s+)?(?:\p{L}+\s+of\s+(?:the\s+)?)?$/iu;
/** Behind a place: "law", "'s, without resort to". */
const ofLaw = /^(?:['’]s)?\s+(?:(?:\p{L}+)\s+){0,2}?(?:laws?|legislation)\b/iu;
const closes =
  /^(?:['’]s)?\s*(?:[.;]|$|,\s*(?:without|excluding|save|except|not|in\s+particular|including|whatever|wherever|to\s+the\s+exclusion)\b|\((?:without|excluding|except)\b)/i;

/**
 * The place of a law that a clause names in so few words that no verb says what it does: "7. Delaware law.", "Article 18
 * (Applicable law) Japan.", "Federal law as to carriage; otherwise, the law of Nebraska."
 */
export const lawInFewWords = (text: string): string | undefined => {
  if (!/\blaws?\b|\blegislation\b|\b(?:is|be|as)\s+an?\s/i.test(text.slice(0, 260))) return undefined;
  for (const { start, end, name } of placesIn(text.slice(0, 260))) {
    const before = text.slice(0, start);
    if (!lead.test(before)) continue;
    const rest = text.slice(end);
    const adjective = /\b(?:laws?|legislation)$/i.test(text.slice(start, end));
    const law = ofLaw.exec(rest)?.[0] ?? '';
    const isLaw = adjective || law !== '' || named.test(before) || headed.test(before);
    if (isLaw && closes.test(rest.slice(law.length))) return name;
  }
  const label = headed.exec(text)?.[0] ?? '';
  const word = /^\s*(\p{L}+(?:\s\p{L}+)?)\s*[.;]?\s*$/u.exec(text.slice(label.length))?.[1];
  if (label !== '' && word !== undefined) return adjectives[word.toLowerCase()];
  return contractOf(text);
};

/** "This is a Texas contract", "shall be deemed to be a New Jersey contract". */
const contractOf = (text: string): string | undefined =>
  placesIn(text.slice(0, 260)).find(
    ({ start, end }) =>
      /\b(?:this|it)\b[^.;]{0,60}?\b(?:is|be)\s+(?:(?:deemed|considered|regarded|treated)\s+(?:(?:to\s+be|as)\s+)?)?an?\s+$/i.test(
        text.slice(0, start),
      ) && /^\s+(?:contract|agreement)\b/i.test(text.slice(end)),
  )?.name;

const done = '(?:accepted|made|signed|executed|concluded|entered\\s+into)';
/** "the law of the state where this Agreement is accepted". */
const whereDone = new RegExp(
  `\\blaws?\\s+of\\s+(?:the\\s+)?(?:state|place|country|province|jurisdiction)\\s+(?:where|in\\s+which)\\s+(?:it|this\\s+${words}{0,3}?${papers})\\s+(?:is|was|has\\s+been|shall\\s+be|shall\\s+have\\s+been)\\s+(${done})`,
  'iu',
);

/** The place of a law that is told by what was done there, where the document says where that was; all that it says must agree. */
export const lawWhereDone = (
  document: ReadDocument,
  text: string,
): { readonly place: string; readonly told: ReadUnit } | undefined => {
  const verb = whereDone.exec(text)?.[1];
  if (verb === undefined) return undefined;
  const was = new RegExp(`\\b${verb.replace(/\s+/g, '\\s+')}\\b[^.;]{0,80}?\\b(?:at|in)\\s+`, 'giu');
  const found = document.units.flatMap((told) => {
    const flat = told.text.replace(/\s/g, ' ');
    return [...flat.matchAll(was)].flatMap(({ index, 0: { length } }) => {
      const from = index + length;
      const place = placesIn(flat.slice(from, from + 60)).find(
        ({ start }) => !/[.;]/.test(flat.slice(from, from + start)),
      );
      return place === undefined ? [] : [{ place: place.name, told }];
    });
  });
  return new Set(found.map(({ place }) => place)).size === 1 ? found[0] : undefined;
};
