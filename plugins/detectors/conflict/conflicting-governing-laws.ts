import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { type Contradiction, conflictDetector } from '../shared/conflict.ts';
import { unitsByPiece } from '../shared/pieces.ts';

/** Finds contracts that name two laws. */
export const plugin = definePlugin({
  name: 'conflicting-governing-laws',
  version: '1.0.0',
  summary: 'Finds contracts, and contracts with their amendments, that are governed by two laws.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Two governing laws',
      category: 'disputes',
      what: 'The contract is said to be governed by the law of two places.',
      why: 'Before anything else can be decided, a court has to decide which of the two laws counts.',
      ask: 'Ask that one of the two is deleted.',
      policy: z.object({}),
      find: ({ document, related }) => {
        const own = unitsByPiece(document).map((units) => lawsIn(units, document));
        const inside = own.flatMap((laws) => between(laws, laws, 0.75));
        if (inside.length > 0) return inside.slice(0, 1);
        const main = own.find((laws) => laws.length > 0) ?? [];
        return related
          .flatMap((other) =>
            between(
              main,
              unitsByPiece(other)
                .map((units) => lawsIn(units, other))
                .find((laws) => laws.length > 0) ?? [],
              0.8,
            ),
          )
          .slice(0, 1);
      },
    }),
  }),
});

type Law = { readonly unit: ReadUnit; readonly document: ReadDocument; readonly place: string };

const between = (laws: readonly Law[], others: readonly Law[], sure: number): Contradiction[] => {
  const [first] = laws;
  const other = first && others.find(({ place }) => place !== first.place);
  if (first === undefined || other === undefined) return [];
  return [
    {
      places: [first, other].map(({ unit: { start, end }, document }) => ({ start, end, document })),
      reason: `One passage names the law of ${first.place}, another the law of ${other.place}.`,
      severity: 'medium',
      sure,
    },
  ];
};

const governs =
  /\b(?:govern(?:ed|s|ing)?|constru(?:ed|ction)|interpret(?:ed|ation))\b.{0,200}\blaws?\b|\blaws?\b.{0,120}\b(?:govern(?:s|ed)?|appl(?:y|ies))\b/i;
const subject = /\b(?:agreement|contract|lease|licen[cs]e|terms|hereof|hereunder|amendment|policy)\b/i;
/** Laws that govern something else than the contract, or only some of it. */
const partly =
  /\b(?:if|where|in (?:the )?case|in the event|with respect to|as to|insofar|solely|only|except|to the extent|unless|patents?|trademarks?|real property|corporat(?:e|ion) law|internal affairs|arbitra\w+|bankruptcy|indenture|note|lease|guarant(?:y|ee)|escrow|franchise(?:e|or)?|such (?:dispute|action|proceeding|claim)s?|lenders?|plaintiff|defendant|respectively)\b/i;
const named =
  /\blaws?(?: \([^()]{0,80}\))?(?: and (?:the )?decisions of the courts)? of (?:the )?(?:(?:state|commonwealth|province|republic|kingdom|people's republic) of )?((?:\p{Lu}[\p{L}.]+)(?: (?:of |and )?\p{Lu}[\p{L}.]+){0,3})|\b(English|Scottish|Scots|German|French|Dutch|Swiss|Swedish|Norwegian|Danish|Irish|Japanese|Chinese|Israeli|Austrian|Italian|Spanish|New York|California|Delaware|Texas) law\b/gu;

const lawsIn = (units: readonly ReadUnit[], document: ReadDocument): readonly Law[] =>
  units.flatMap((unit) => {
    const text = unit.text.replace(/\s+/g, ' ');
    if (!governs.test(text) || !subject.test(text) || partly.test(text)) return [];
    const places = [...text.matchAll(named)].map(([, place, adjective]) => placeOf(place ?? adjective ?? ''));
    const known = [...new Set(places)].filter((place) => place !== '');
    return known.length === 1 ? [{ unit, document, place: known[0] ?? '' }] : [];
  });

const adjectives: Readonly<Record<string, string>> = {
  English: 'England',
  'England and Wales': 'England',
  Scottish: 'Scotland',
  Scots: 'Scotland',
  German: 'Germany',
  'Federal Republic of Germany': 'Germany',
  French: 'France',
  Dutch: 'Netherlands',
  Swiss: 'Switzerland',
  Swedish: 'Sweden',
  Norwegian: 'Norway',
  Danish: 'Denmark',
  Irish: 'Ireland',
  Japanese: 'Japan',
  Chinese: 'China',
  PRC: 'China',
  Israeli: 'Israel',
  Austrian: 'Austria',
  Italian: 'Italy',
  Spanish: 'Spain',
};

const placeOf = (written: string): string => {
  const place = written
    .replace(/\.$/, '')
    .replace(/^(?:State|Commonwealth|Province|Republic) of /, '')
    .trim();
  if (/^(?:United States|U\.?S|Federal|Such|This|That|Any|State|Country|Jurisdiction)/i.test(place)) return '';
  return adjectives[place] ?? place;
};
