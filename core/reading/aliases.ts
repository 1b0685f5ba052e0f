import type { Span } from '../text/span.ts';
import { isRole, rolePattern } from './roles.ts';

/** Words that a document says it will use: what stands in one pair of brackets, or after "hereinafter". */
export type Definition = Span & {
  /** Terms for what stands before it. */
  readonly own: readonly string[];
  /** Terms for it together with others, and the words that name the others. */
  readonly shared: readonly { readonly term: string; readonly others: string }[];
};

const quoted =
  /(?:["“”„«]{1,2}|``|''|‘‘)\s*(?:the\s+)?([^"“”„«»()]{1,60}?)[\s,.]*(?:["“”»]{1,2}|''|’’)|(?<![\p{L}\p{N}])['‘](?:the\s+)?(\p{Lu}[^"'‘’]{1,50}?)[,.]?['’](?!\p{L})/gu;
const bracketed = /\(((?:[^()]|\([^()]{0,80}\)){1,500})\)/g;
const hereinafter =
  /\b(?:herein(?:after|below)?|hereafter|together|both|jointly|collectively)\s*,?\s*(?:(?:individually|collectively|jointly|also|sometimes)\s+)?(?:called|known\s+as|defined\s+as|designated\s+as|(?:individually\s+|collectively\s+)?(?:to\s+be\s+)?referred\s+to(?:\s+herein(?:after)?)?(?:\s+individually|\s+collectively)?\s+as)?\s*:?\s*(?:the\s+)?/gi;
const unquoted = new RegExp(
  `^(?:herein(?:after)?|hereafter)\\b.{0,60}?\\b(?:as|called|the)\\s+(?:the\\s+)?(\\p{Lu}[\\p{L}\\p{N}&.' -]{1,40})$|^(?:the\\s+)?(${rolePattern})$|^(\\p{Lu}[\\p{L}\\p{N}.&-]{1,14})$`,
  'u',
);

/** Last words of terms that are defined in brackets and are never a party. */
const thing =
  /(?:^|\s)(?:part(?:y|ies)|agreements?|contract|lease|licen[cs]e|amendment|dates?|periods?|term|territory|products?|services?|property|premises|building|works?|act|code|plan|program(?:me)?|project|site|software|systems?|materials?|marks?|trademarks?|patents?|shares|securities|notes?|offering|purpose|field|fees?|order|exhibit|schedule|addendum|business|transactions?|letter|statement|court|commission|website|technology|data|information|know-how|equipment|loan|stock|units?|rules|merger|facility|state|events?|deposit|rent|goods|assets|months?|days?|years?|quarter|forecasts?|price|accounts?|contributions?|distribution|warranty|notice|indemnitees?|contacts?|members?\s+of|trials?|payments?|obligations?|rights?|claims?|law|laws|quantity|quantities|penalty|force|area|location|store|restaurant|event|content|deliverables?|intellectual property|documents?|documentation|employees|affiliates?|personnel|representatives?|insolvent|dollars?|closing|effective|master|certificates?|policy|rate|index|tax|vat|gaap|manual|franchise|permit|regulations?|standards?|specifications?|ships?|vessel|vehicle|invoices?)\.?$/i;
const place = /^(?:PRC|USA?|U\.S\.(?:A\.)?|UK|U\.K\.|EU|SEC|FDA|IRS|FDIC|SAIF|OTS|NYSE|NASD|NASDAQ|FINRA)$/;

/** Whether a defined term can stand for a party. */
export const canBeParty = (term: string): boolean =>
  term.length > 1 &&
  /\p{L}/u.test(term) &&
  !place.test(term) &&
  (isRole(term) || !thing.test(term)) &&
  !/[:;]|\d{4}/.test(term);

/** Everything in the stretch that gives words for a party, in order. */
export const definitionsIn = (text: string, from: number, to: number): readonly Definition[] => {
  const part = text.slice(from, to);
  const found: Definition[] = [];
  for (const match of part.matchAll(bracketed)) {
    const definition = read(match[1] ?? '');
    if (definition) found.push({ ...definition, start: from + match.index, end: from + match.index + match[0].length });
  }
  for (const match of part.matchAll(hereinafter)) {
    const at = match.index + match[0].length;
    if (found.some(({ start, end }) => from + at > start && from + at <= end)) continue;
    const next = part.slice(at, at + 70);
    const term = [...next.matchAll(quoted)].find(({ index }) => index === 0);
    const bare =
      /^herein|^hereaf/i.test(match[0]) && / as\s*:?\s*(?:the\s+)?$| called\s+(?:the\s+)?$/i.test(match[0])
        ? /^(?:\p{Lu}[\p{L}\p{N}&.'-]*[^\S\n]?){1,4}/u.exec(next)
        : null;
    const name = cleanTerm(term ? (term[1] ?? term[2] ?? '') : (bare?.[0] ?? ''));
    if (!canBeParty(name)) continue;
    const end = from + at + (term?.[0] ?? bare?.[0] ?? '').length;
    found.push({ start: from + match.index, end, own: [name], shared: [] });
  }
  return found.toSorted((a, b) => a.start - b.start);
};

const cleanTerm = (term: string): string =>
  term
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|each|a|an)\s+/i, '')
    .replace(/[\s,.;]+$/, (tail) => (tail === '.' ? tail : ''))
    .trim();

const read = (inside: string): Pick<Definition, 'own' | 'shared'> | undefined => {
  const own: string[] = [];
  const shared: { term: string; others: string }[] = [];
  let after = 0;
  for (const match of inside.matchAll(quoted)) {
    const term = cleanTerm(match[1] ?? match[2] ?? '');
    const before = inside.slice(after, match.index);
    after = match.index + match[0].length;
    if (!canBeParty(term)) continue;
    const others =
      /\b(?:together|collectively|jointly)\b(.*)$/is.exec(before)?.[0] ??
      (/\beach\b/i.test(before) ? before : undefined);
    const list = /^(.{3,}?)\b(?:are|is|being)\b/is.exec(before)?.[1];
    if (others !== undefined && (own.length > 0 || list !== undefined || /\bwith\b/.test(others))) {
      shared.push({ term, others: list ?? others });
    } else if (list !== undefined && own.length === 0 && /\p{Lu}/u.test(list)) {
      shared.push({ term, others: list });
    } else own.push(term);
  }
  if (own.length === 0 && shared.length === 0) {
    const plain = unquoted.exec(inside.trim());
    const term = cleanTerm(plain?.[1] ?? plain?.[2] ?? plain?.[3] ?? '');
    const initials = plain?.[3] !== undefined;
    if (!canBeParty(term) || (initials && (term.match(/\p{Lu}/gu) ?? []).length < 2)) return undefined;
    return { own: [term], shared: [] };
  }
  return { own, shared };
};
