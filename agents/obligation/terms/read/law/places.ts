import { adjectives, countries, states } from './place-names.ts';

const spaced = (names: string): string => names.replaceAll(' ', '\\s+').replaceAll("'", "['’]");
const notJoined = '(?<![\\p{L}\\p{N}])';
const place = new RegExp(`${notJoined}(?:(${spaced(states)})|(${spaced(countries)}))(?![\\p{L}\\p{N}])`, 'giu');
const adjective = new RegExp(
  `${notJoined}(${Object.keys(adjectives)
    .toSorted((a, b) => b.length - a.length)
    .join(
      '|',
    )})\\s+(?:(?:substantive|internal|domestic|material|national|private|civil|municipal|positive|contract|common|federal|commercial|statute|statutory)\\s+){0,2}(?:law|legislation)`,
  'giu',
);

export type NamedPlace = {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly country: boolean;
};

const written = new Map([...states.split('|'), ...countries.split('|')].map((name) => [name.toLowerCase(), name]));
const short: Readonly<Record<string, string>> = {
  prc: "People's Republic of China",
  uk: 'United Kingdom',
  usa: 'United States',
  'u.s.': 'United States',
  'u.s.a.': 'United States',
  'u.s.a': 'United States',
  'united states of america': 'United States',
  england: 'England and Wales',
  'england & wales': 'England and Wales',
  québec: 'Quebec',
  'd.c.': 'District of Columbia',
  'washington d.c.': 'District of Columbia',
  'washington, d.c.': 'District of Columbia',
  'washington, d.c': 'District of Columbia',
  'washington, dc': 'District of Columbia',
};

const nameOf = (found: string): string => {
  const plain = found.replace(/\s+/g, ' ').replaceAll('’', "'").toLowerCase();
  return short[plain] ?? written.get(plain) ?? found;
};

/** An I that a scan reads as an l: "lllinois". */
const misread = /(?<![\p{L}\p{N}])l(?=(?:llinois|ndiana|owa|daho|reland|ndia|srael|taly|celand)(?![\p{L}\p{N}]))/gu;

/** Jurisdictions named in a text, in order; a law named by its adjective among them ("English law"). */
export const placesIn = (written: string): readonly NamedPlace[] => {
  const text = written.replace(misread, 'I');
  return [
    ...[...text.matchAll(place)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      name: nameOf(match[0]),
      country: match[1] === undefined,
    })),
    ...[...text.matchAll(adjective)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      name: adjectives[(match[1] ?? '').toLowerCase()] ?? '',
      country: false,
    })),
  ].toSorted((a, b) => a.start - b.start);
};
