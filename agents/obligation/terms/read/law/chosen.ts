import { type NamedPlace, placesIn } from './places.ts';

const kind = String.raw`(?:(?:forum\s+)?state|commonwealth|province|republic|kingdom|federal\s+republic|territory|country|jurisdiction|emirate|sultanate|canton|principality|duchy|grand\s+duchy|free\s+state|special\s+administrative\s+region|island)`;
/** What is named beside laws, and from where both are: "the laws and public policies of". */
const besides = String.raw`(?:\s*,?\s*(?:and|or)\s+(?:\w+\s+){0,3}(?:decisions|regulations|statutes|rules|codes?|polic(?:y|ies)|jurisprudence|customs?|usages?|practices?|ordinances|precedents?))?`;
/** Before the place, the law that is chosen: "the laws of the State of". */
const lawOf = new RegExp(
  String.raw`\b(?:laws?|legislation)\b(?:\s*\([^()]{0,120}\))?(?:\s*,[^,]{0,80},)?${besides}(?:\s+(?:(?:from\s+time\s+to\s+time|for\s+the\s+time\s+being)\s+)?(?:in\s+(?:force|effect)|prevailing|applicable|applied|as\s+applied)(?:\s+(?:from\s+time\s+to\s+time|for\s+the\s+time\s+being))?)?\s*(?:of|in|from|to)\s*(?:the\s*)?(?:(?:courts?|judges?)\s+of\s+(?:the\s+)?)?(${kind}s?\s*(?:of|in)?\s*(?:the\s+)?)?`,
  'gi',
);
/** "securities laws of the United States": of one field, whatever law the contract is under. */
const field =
  /\b(?:securities|blue\s+sky|export|import|tax|copyright|patent|trademark|antitrust|competition|labou?r|employment|immigration|environmental|bankruptcy|insolvency|corruption|bribery|privacy|customs|corporate|corporation|companies|usury|lien|zoning|criminal)\s+$/i;
const ownPlace = /^(?:\p{Lu}[\p{L}.'’-]*)(?:\s+(?:of\s+|and\s+)?\p{Lu}[\p{L}.'’-]*){0,3}/u;
/** Sides of any dispute or contract: "the State of the Plaintiff" is no place. */
const side =
  /^(?:plaintiff|defendant|claimant|respondent|party|parties|landlord|tenant|lessor|lessee|licensor|licensee|owner|buyer|seller|company|employer|employee|franchisor|franchisee|contractor|lender|borrower|customer|supplier|vendor|client|provider|purchaser|distributor|manufacturer|agent)\b/i;

export type Around = {
  /** The sentence before, where that may be pointed back to; else empty. */
  readonly before: string;
  /** What the contract calls its parties, in lower case. */
  readonly roles: ReadonlySet<string>;
};

/** The place whose law a sentence chooses: a state before its country ("the laws of the United States and of the State of Texas"). */
export const chosenPlace = (text: string, { before, roles }: Around): string | undefined => {
  const places = placesIn(text);
  const named = namedPlaces(text, places, roles);
  if (named.length > 0) return (named.find(({ country }) => !country) ?? named[0])?.name;
  const adjective = places.find(
    ({ end }) =>
      /\b(?:laws?|legislation)$/i.test(text.slice(0, end)) ||
      /^(?:['’]s)?\s+(?:(?:internal|substantive|domestic|state|civil|contract)\s+){0,2}(?:laws?|legislation)\b/i.test(
        text.slice(end),
      ),
  );
  return adjective?.name ?? placeMeant(text, places, before);
};

const namedPlaces = (
  text: string,
  places: readonly NamedPlace[],
  roles: ReadonlySet<string>,
): readonly { readonly name: string; readonly country: boolean }[] => {
  const after: { name: string; country: boolean }[] = [];
  for (const match of text.matchAll(lawOf)) {
    if (field.test(text.slice(Math.max(0, match.index - 20), match.index))) continue;
    const at = match.index + match[0].length;
    // "of the Canton of Uri, Switzerland": what has a name of its own comes before its country.
    const near = places.filter(
      ({ start }) =>
        start >= at && start - at < 8 && (match[1] === undefined || !/\p{Lu}/u.test(text.slice(at, start))),
    );
    const [first] = near;
    if (first === undefined) {
      const name = match[1] === undefined ? undefined : unlisted(text.slice(at), match[1], roles);
      if (name === undefined) continue;
      const within = places.find(({ start }) => /^,?\s$/.test(text.slice(at + name.length, start)));
      after.push({ name: within === undefined ? name : `${name}, ${within.name}`, country: false });
      continue;
    }
    after.push(first);
    // "of the United States and the State of Texas", "of Ontario and the laws of Canada".
    const joined = places.find(
      ({ start, country }) =>
        !country &&
        start > first.end &&
        /^,?\s*(?:and|,)\s+(?:of\s+)?(?:the\s+)?(?:laws\s+of\s+(?:the\s+)?)?(?:state|commonwealth|province)?\s*(?:of\s+)?(?:the\s+)?$/i.test(
          text.slice(first.end, start),
        ),
    );
    if (first.country && joined !== undefined) after.push(joined);
  }
  return after;
};

/** A place that no list has, by its own name: "the Canton of Uri". `lead`: what it is said to be. */
const unlisted = (text: string, lead: string, roles: ReadonlySet<string>): string | undefined => {
  const written = ownPlace.exec(text)?.[0].replace(/[\s.]+$/, '');
  if (written === undefined || /\bthe\s+$/i.test(lead) || /['’]s?(?:\s|$)/.test(written)) return undefined;
  if (/^(?:State|This|That|Such|Any)\b/.test(written) || side.test(written) || roles.has(written.toLowerCase()))
    return undefined;
  return written;
};

/** "the laws of said State", "the laws thereof", "by its laws": of a place that was named before. */
const pointing = new RegExp(
  String.raw`\b(?:laws?|legislation)\b${besides}\s+(?:of|in)\s+(?:the\s+)?(?:said|such|that|this|same|aforesaid|aforementioned|foregoing)\s+${kind}\b|\blaws?\s+thereof\b|\b(?:by|with|under|to)\s+its\s+(?:own\s+)?(?:\w+\s+)?laws\b`,
  'i',
);
/** "the law of the state in which the Premises are, which is Ohio". */
const described = new RegExp(
  String.raw`\b(?:laws?|legislation)\s+of\s+(?:the\s+)?${kind}\s+(?:in\s+which|where)\b[^.;]{0,80}?(?:,\s*(?:which\s+is|being|namely|to\s+wit)|,?\s*i\.\s?e\.,?|\(\s*(?:currently|presently|which\s+is|being|i\.\s?e\.,?)?)\s*(?:currently\s+)?(?:the\s+)?(?:${kind}\s+of\s+)?$`,
  'i',
);

/** The place that a sentence means without naming it behind its law. */
const placeMeant = (text: string, places: readonly NamedPlace[], before: string): string | undefined => {
  const told = places.find(({ start }) => described.test(text.slice(0, start)));
  if (told !== undefined) return told.name;
  const back = pointing.exec(text);
  if (back === null) return undefined;
  const own = places.filter(({ end }) => end <= back.index);
  const [first, ...more] = own.length > 0 ? own : placesIn(before);
  // Of several nobody can tell, save a state and its country, where it is the state.
  const states = new Set([first, ...more].flatMap((one) => (one === undefined || one.country ? [] : [one.name])));
  return states.size > 1 ? undefined : ([...states][0] ?? (more.length === 0 ? first?.name : undefined));
};
