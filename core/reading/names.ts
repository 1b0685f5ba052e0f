import type { Span } from '../text/span.ts';

/** What ends the name of a firm: its legal form. */
const form =
  'Inc(?:orporated)?|Incorporation|LLC|L\\.\\s?L\\.\\s?C|L\\.?T\\.?C|LLP|L\\.L\\.P|LP|L\\.\\s?P|LLLP|Ltd|Limited|Corp(?:oration)?|Co|Company|PLC|P\\.L\\.C|N\\.\\s?A|N\\.?V|' +
  'B\\.?V|S\\.?A(?:\\.?S)?|S\\.?p\\.?A|S\\.?r\\.?l|S\\.?[àÀ]\\.?\\s?r\\.?l|SARL|GmbH|gGmbH|AG|KGaA|KG|OHG|SE|AB|ApS|A/S|ASA|AS|Oyj?|Pty|Pte|K\\.?K|' +
  'FSB|F\\.S\\.B|P\\.?C|MHC|Sdn|Bhd|S\\.?L|a\\.s|s\\.r\\.o|d\\.o\\.o|sp\\.?\\s?z\\.?\\s?o\\.?\\s?o|Aktiengesellschaft|Cooperative';
const formAtStart = new RegExp(`^(?:${form})\\.?(?![\\p{L}\\p{N}])`, 'iu');
const formAnywhere = new RegExp(`(?<![\\p{L}\\p{N}])(?:${form})\\.?(?![\\p{L}\\p{N}])`, 'iu');
const institution =
  /\b(?:Bank|Trust|Fund|University|College|School|Institute|Foundation|Association|Society|Center|Centre|Council|Ministry|Department|Authority|Partnership|Partners|Group|Holdings?|Agency|Board|Museum|Hospital|Church|Union|Municipality|Club|Firm|Enterprises|Industries|Technologies|Systems|Estates|Laborator(?:y|ies)|Pharmaceuticals?|Bancorp|Cit(?:y|ies)\s+of|Town\s+of|County\s+of|State\s+of)\b/i;

/** Whether a name ends with a legal form: "Inc.", "LLP", "GmbH". */
export const hasLegalForm = (name: string): boolean => formAnywhere.test(name);
/** Whether a name is that of a firm or another body rather than of a person, as far as it says so. */
export const namesBody = (name: string): boolean => hasLegalForm(name) || institution.test(name);

const lead = new RegExp(
  `^(?:${[
    '[\\s,;:.\\-–—_*•|]+',
    '(?:[Aa]nd|AND|or|[Bb]y|BY|[Bb]etween|BETWEEN|[Aa]mong(?:st)?|AMONG|with|each\\s+of|made|on\\s+the\\s+(?:one|other)\\s+(?:hand|part)|' +
      'of\\s+the\\s+(?:first|second|third|one|other)\\s+part|as\\s+follows|the\\s+(?:following\\s+)?(?:(?:two|three)\\s+)?(?:parties|companies)(?:\\s+below)?|' +
      "[Tt]he\\s+undersigned|PARTIES|Messrs\\.?)(?![\\p{L}\\p{N}'’])",
    '&',
    '(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\\s)',
    '\\((?:\\d{1,2}|[a-z]|[ivx]{1,4}|[A-D])\\)',
    '(?:First|Second|Other)\\s+Party\\s*:',
    'P(?:arty|ARTY)\\s+(?:[A-D]|One|Two)\\s*:',
  ].join('|')})+`,
  'u',
);

const word = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’®™!+/­]|[.&-](?=[\p{L}\p{N}]))*/u;
/** A full stop that belongs to the word before: of an initial, a title or a short form. */
const shortened = /^(?:\p{L}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Bros|Intl|Int|Mfg|Assoc|Nat|No)$/u;
const joining = /^(?:of|and|the|for|de|du|des|da|do|di|van|von|der|den|la|le|y|e|und|et|&|-|–|in)(?=\s)/;
/** Upper case, or a trade name in lower case: "i-on", "deltathree.com", "i3". */
const startsName = (token: string): boolean =>
  /^[\p{Lu}\p{N}]/u.test(token) || /^\p{Ll}[\p{L}]*(?:[.-]\p{L}{2,}|\p{N}|\p{Lu})/u.test(token);

const longest = 140;

/**
 * The name at the beginning of `text.slice(start, end)`, without what introduces it ("and", "(2)") and without what
 * describes it ("a Delaware corporation", an address); what somebody is may stand before it ("professional golfer, …")
 * where `described`. undefined where no name begins there.
 */
export const nameAt = (text: string, start: number, end: number, described = true): Span | undefined => {
  const part = text.slice(start, Math.min(end, start + 400));
  let at = skipLead(part, described);
  const begin = at;
  let last = at;
  let closed = false;
  while (at < part.length && at - begin < longest) {
    const rest = part.slice(at);
    const gap = /^[^\S\n]{0,3}(?:\n[^\S\n]*)?/.exec(rest)?.[0].length ?? 0;
    const next = rest.slice(gap);
    const taken = take(next, { closed, first: last === begin });
    if (taken === 0) break;
    at += gap + taken;
    const token = next.slice(0, taken);
    if (/[\p{L}\p{N}.)!]$/u.test(token) && !joining.test(`${token} `)) last = at;
    closed ||= formAtStart.test(token.replace(/^,\s*/, ''));
  }
  const name = part.slice(begin, last).replace(/(?<!\b(?:Inc|Ltd|Co|Corp|[A-Za-z]))\.$/i, '');
  if (
    !/\p{L}.*\p{L}/su.test(name) ||
    !/\p{Lu}|^\S*\p{L}[.-]\p{L}/u.test(name.replace(/^The\s/, '')) ||
    name.length > longest
  ) {
    return undefined;
  }
  return { start: start + begin, end: start + begin + name.length };
};

/** Where the name begins: after connecting words, and after up to six words that say what somebody is ("professional golfer,"). */
const skipLead = (part: string, described: boolean): number => {
  let at = lead.exec(part)?.[0].length ?? 0;
  if (!described) return at;
  const words = /^(?:the\s+)?(?:[\p{Ll}-]+,?\s+){1,6}(?=\p{Lu})/u.exec(part.slice(at))?.[0];
  if (words !== undefined && !startsName(words) && !/\b(?:a|an|its|having|with|whose|located)\b/.test(words)) {
    at += words.length;
  }
  return at;
};

/** Length of what belongs to the name at the beginning of `rest`; 0 where the name is over. */
const take = (rest: string, { closed, first }: { closed: boolean; first: boolean }): number => {
  const comma = /^,\s*/.exec(rest)?.[0];
  if (comma !== undefined) return first ? 0 : afterComma(rest, comma.length);
  const place = /^\((?:[A-Z][\p{L}. ]{1,40})\)(?=,?\s*\p{Lu})/u.exec(rest)?.[0];
  if (place !== undefined && !first) return place.length;
  const bare = word.exec(rest)?.[0] ?? (/^&/.test(rest) ? '&' : '');
  const token = rest.charAt(bare.length) === '.' && shortened.test(bare) ? `${bare}.` : bare;
  if (token === '' || /^A(?:ND|nd)$/.test(token)) return 0;
  if (/^\d+\.\d/.test(token)) return 0;
  // "2205925 Ontario Limited" is a name, "24 December" is none.
  if (first && /^\d/.test(token) && !formAnywhere.test(/^[^,;("\n]*(?:,[^,;("\n]*)?/.exec(rest)?.[0] ?? '')) return 0;
  if (formAtStart.test(token)) return formAtStart.exec(rest)?.[0].length ?? 0;
  if (closed) return /^(?:&\s*Co\b|of\s+(?:the\s+)?\p{Lu}[\p{L}]+(?!\s*,\s*\p{Lu}))/u.exec(rest)?.[0].length ?? 0;
  if (joining.test(rest)) return !first && /^\S+\s+(?:the\s+|of\s+)?["'(]?[\p{Lu}]/u.test(rest) ? token.length : 0;
  return startsName(token) || (first && /^[\p{L}.-]+,\s*Inc\b/iu.test(rest))
    ? token.length
    : lowercaseOfTrade(rest, token);
};

/** "i-on interactive, Inc.", "JVLS, inc": a word in lower case belongs to the name where its legal form follows. */
const lowercaseOfTrade = (rest: string, token: string): number =>
  formAtStart.test(rest.slice(token.length).replace(/^,?\s+/, '')) && !/^(?:a|an|the|as)$/.test(token)
    ? token.length
    : 0;

const afterComma = (rest: string, comma: number): number => {
  const following = rest.slice(comma);
  const suffix = formAtStart.exec(following)?.[0];
  if (suffix !== undefined && !/^(?:as|co|sa|se|ag)$/.test(suffix)) return comma + suffix.length;
  // "Keefe, Bruyette & Woods, Inc.": a list of names that one legal form ends.
  const list = /^(?:\p{Lu}[\p{L}'’.-]*,?\s+){1,3}(?:&|and)\s+\p{Lu}[\p{L}'’.-]*/u.exec(following)?.[0];
  if (list !== undefined && formAtStart.test(following.slice(list.length).replace(/^(?:-\p{L}+)?,?\s+/u, '')))
    return comma + list.length;
  return 0;
};
