import { lengthsIn } from '../lengths.ts';
import type { GoingOn } from './words.ts';

const kinds =
  'later|further|renewal|following|subsequent|succeeding|successive|additional|extension|extended|roll-?over|option(?:al)?';
/** "IV. LATER TERMS.", "Further periods:", "| Prolongation |": a heading or label, and what parts it from its value. */
const label = new RegExp(
  String.raw`^\W*(?:(?:item\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXL]{1,5}|[A-Za-z])[.)]?\s+)?(?:the\s+|any\s+)?(?:automatic\s+)?(?:(?:${kinds})\s+(?:terms?|periods?)|prolongations?|continuations?)\s*(?:[.:：|=]|\s[–—-]\s)[\s|]*`,
  'iu',
);
const heading = new RegExp(
  String.raw`^\W*(?:[\w.]{1,6}[.)]?\s+)?(?:(?:${kinds})\s+(?:terms?|periods?)|renewals?|extensions?|prolongations?|continuations?)\W*$`,
  'i',
);
const byItself =
  /\b(?:automatic\w*|tacit\w*|by\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|unless|follows?|without|nothing\s+to|(?:does|do)\s+not\s+(?:want|wish|desire)|if\s+neither)\b/i;
const byChoice =
  /\b(?:may|options?|optional|consents?|agree(?:s|d|ment)?|elects?|requests?|wishes|chooses?|exercis\w+)\b/i;

/**
 * Where a line or paragraph is headed by later terms and says how long each is: "Further periods: two years each". Whether
 * they come by themselves is told there, or `behind`. `under`: the heading that it stands under.
 */
export const labelledGoingOn = (text: string, behind: string, under = ''): GoingOn | undefined => {
  const at = label.exec(text)?.[0].length ?? (heading.test(under) ? 0 : undefined);
  if (at === undefined) return undefined;
  const first = lengthsIn(text.slice(at))[0];
  if (first === undefined || first.start > (at === 0 ? 10 : 60)) return undefined;
  const words = byItself.test(text.slice(at)) || byChoice.test(text.slice(at)) ? text.slice(at) : behind;
  const automatic = byItself.test(words) && !byChoice.test(words);
  return { at, automatic, choice: !automatic, endless: false, what: 'contract' };
};
