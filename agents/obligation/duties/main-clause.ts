import type { Statement } from '../../../core/reading/direction.ts';

/** Words after which a clause with a modal lays no duty on anybody by itself: "amounts that the Tenant must pay". */
const subordinate =
  /\b(?:whom|which|that|if|when|whenever|until|till|after|before|unless|once|whether|where|wherever|as|than|because|what|whatever|while|since|whose|how|why|though|although)\s+(?:and\s+)?(?:(?:the|such|any|either|each|said)\s+)?$/i;
/** But for these, after which it does. */
const main =
  /\b(?:provided,?(?:\s+(?:however|further|always),?)?|agrees?|agreed|acknowledges?|confirms?|understood|understands?|undertakes?|covenants?|except|save|condition)\s+that\s+(?:(?:the|such|any|either|each)\s+)?$/i;
/** "Acknowledges that it will learn secrets" tells what is so. */
const known = /\b(?:acknowledges?|understands?|recogni[sz]es?)\b(?!,?\s+and\s+agrees?)[^.;]*\bthat\b[^.;]*$/i;
const perfect =
  /^\s*(?:not\s+|also\s+)?have\s+(?:(?:\w+ly|yet|previously|already|first)\s+)?(?:been|had|\w+(?:ed|en|de|id|lt|nt|ne))\b/i;
/** "Rights that it may have": nothing that somebody may do. */
const possession =
  /^\s*(?:have\b(?!\s+(?:the|its|his|her|their|your|our|an?|such|access|its?)\b)|be\s+(?:required|obliged|liable|subject|entitled|responsible|due|necessary|able)\b|become\b|wish\b|elect\s*[,.;]|deem\b|require\s*[,.;]|reasonably\s+(?:require|request)\s*[,.;])/i;

/** "Insurance that it carries or is required to carry". */
const sharedRelative = /\b(?:it|they|which|that|who)\s[^,;.]{0,40}\b(?:or|and)\s*$/i;

/** Whether the statement is a clause of its own, and not one that only says which, when or whether. */
export const isMain = (text: string, { modality, predicate, subject, verb, start }: Statement): boolean => {
  if (modality === 'act' || perfect.test(predicate)) return false;
  if (/^(?:may|might|can)$/i.test(text.slice(verb.start, verb.end)) && possession.test(predicate)) return false;
  const before = text.slice(Math.max(0, start - 120), start);
  if (before.lastIndexOf('(') > before.lastIndexOf(')')) return false;
  if (/\bwill\b/i.test(text.slice(verb.start, verb.end)) && known.test(text.slice(0, start))) return false;
  if (main.test(before)) return true;
  if (subordinate.test(before)) return false;
  if (subject === undefined && sharedRelative.test(before)) return false;
  return subject === undefined || !(isRelative(text, subject.start) || isHypothetical(text, subject.start));
};

/** Words with which a phrase ahead of a subject begins. */
export const leads =
  /^\W*(?:(?:and|or|but|then|also)\b[\s,]*)?(?:upon|on|within|after|following|before|prior|if|when|where|whenever|by|at|in|during|for|from|until|no\s+later|not\s+(?:later|less|more)|each|every|as|except|save|notwithstanding|subject|unless|once|with|without|under|pursuant|to|provided|further|should|while|thereafter|thereupon|accordingly|therefore|otherwise|neither|nor|no|such|both|immediately|promptly|not|under|again|nevertheless|however|beginning|commencing|starting|all|only|failing|throughout|unless|due|in|quarterly|monthly|annually)\b/i;

/** "Sums the Landlord may ask for": a clause that only says which, with no word between the noun and its subject. */
const isRelative = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 400), at);
  const clause = before
    .replace(/\([^()]*\)/g, ' ')
    .slice(lastBreak(before.replace(/\([^()]*\)/g, ' '), /[.;:,()"\]—–-]/g))
    .replace(/\b(?:the|such|any|each|either|an?)\s*$/i, '');
  if (clause.trim() === '' || leads.test(clause)) return false;
  if (/(?:\b(?:and|or|but|then|that|hereby|therefore|however|event|case|circumstances)|\))\s*$/i.test(clause))
    return false;
  // A title that runs into its clause: "4.1 Use of the Premises The Tenant shall".
  return (
    /\s\p{Ll}{3,}\s+$/u.test(` ${clause}`) &&
    !/^\s*(?:[\d.]+\s+)?(?:\p{Lu}[\p{L}'-]*\s+|of\s+|and\s+|the\s+|for\s+|to\s+)+$/u.test(clause)
  );
};

const hypothesis =
  /^\W*(?:(?:and|or|but|that)\s+)?(?:if|when|whenever|unless|where|once|until|to\s+the\s+extent|in\s+the\s+event)\b(?<rest>.*)$/is;
const finite =
  /\b(?:is|are|was|were|has|have|does|do|fails?|occurs?|arises?|requests?|becomes?|elects?|wish(?:es)?|\w+ed|not)\b/i;

/** "If more than one defaulting Seller is responsible": the subject's own clause says on what condition. */
const isHypothetical = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 200), at);
  const rest = hypothesis.exec(before.slice(lastBreak(before, /[.;:,()"\]—–]/g)))?.groups?.['rest'];
  return rest !== undefined && rest.trim().split(/\s+/).length <= 6 && !finite.test(rest);
};

/** Where the last match ends, 0 where there is none. */
export const lastBreak = (stretch: string, pattern: RegExp): number =>
  Math.max(0, ...[...stretch.matchAll(pattern)].map(({ index, 0: all }) => index + all.length));
