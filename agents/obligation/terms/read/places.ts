const states =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Puerto Rico|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|' +
  'Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Newfoundland|Nova Scotia|Ontario|Prince Edward Island|Quebec|Québec|Saskatchewan|' +
  'New South Wales|Queensland|South Australia|Tasmania|Victoria|Western Australia|Hong Kong|Macau|Scotland|Northern Ireland|England and Wales|England & Wales|England|Wales|Jersey|Guernsey|Dubai|Abu Dhabi|DIFC';
const countries =
  "People's Republic of China|Republic of China|PRC|United States of America|United States|U\\.S\\.A\\.?|U\\.S\\.|USA|United Kingdom|UK|Argentina|Australia|Austria|Bahamas|Barbados|Belgium|Bermuda|Brazil|British Virgin Islands|Bulgaria|Canada|Cayman Islands|Chile|China|Colombia|Costa Rica|Croatia|Cyprus|Czech Republic|Denmark|Egypt|Estonia|Finland|France|Germany|Gibraltar|Greece|Hungary|Iceland|India|Indonesia|Ireland|Isle of Man|Israel|Italy|Japan|Kenya|Korea|Latvia|Liechtenstein|Lithuania|Luxembourg|Malaysia|Malta|Marshall Islands|Mauritius|Mexico|Monaco|Morocco|Netherlands|New Zealand|Nigeria|Norway|Pakistan|Panama|Papua New Guinea|Peru|Philippines|Poland|Portugal|Romania|Russia|Russian Federation|Saudi Arabia|Serbia|Singapore|Slovakia|Slovenia|South Africa|South Korea|Spain|Sri Lanka|Sweden|Switzerland|Taiwan|Thailand|Turkey|Ukraine|United Arab Emirates|Uruguay|Venezuela|Vietnam";

const adjectives: Readonly<Record<string, string>> = {
  english: 'England and Wales',
  scottish: 'Scotland',
  scots: 'Scotland',
  german: 'Germany',
  french: 'France',
  dutch: 'Netherlands',
  swiss: 'Switzerland',
  swedish: 'Sweden',
  norwegian: 'Norway',
  danish: 'Denmark',
  finnish: 'Finland',
  irish: 'Ireland',
  japanese: 'Japan',
  chinese: 'China',
  prc: "People's Republic of China",
  israeli: 'Israel',
  austrian: 'Austria',
  belgian: 'Belgium',
  italian: 'Italy',
  spanish: 'Spain',
  portuguese: 'Portugal',
  polish: 'Poland',
  indian: 'India',
  canadian: 'Canada',
  australian: 'Australia',
  korean: 'Korea',
  singaporean: 'Singapore',
};

const spaced = (names: string): string => names.replaceAll(' ', '\\s+').replaceAll("'", "['’]");
const notJoined = '(?<![\\p{L}\\p{N}])';
const place = new RegExp(`${notJoined}(?:(${spaced(states)})|(${spaced(countries)}))(?![\\p{L}\\p{N}])`, 'giu');
const adjective = new RegExp(`${notJoined}(${Object.keys(adjectives).join('|')})\\s+law`, 'giu');

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
};

const nameOf = (found: string): string => {
  const plain = found.replace(/\s+/g, ' ').replaceAll('’', "'").toLowerCase();
  return short[plain] ?? written.get(plain) ?? found;
};

/** Jurisdictions named in a text, in order; a law named by its adjective among them ("English law"). */
export const placesIn = (text: string): readonly NamedPlace[] =>
  [
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
