/** Cities that contracts name and the time zone database does not, and names of zones in words. */
const named: Readonly<Record<string, string>> = {
  frankfurt: 'Europe/Berlin',
  munich: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  cologne: 'Europe/Berlin',
  düsseldorf: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  basel: 'Europe/Zurich',
  milan: 'Europe/Rome',
  barcelona: 'Europe/Madrid',
  edinburgh: 'Europe/London',
  manchester: 'Europe/London',
  'new york city': 'America/New_York',
  boston: 'America/New_York',
  philadelphia: 'America/New_York',
  washington: 'America/New_York',
  atlanta: 'America/New_York',
  miami: 'America/New_York',
  houston: 'America/Chicago',
  dallas: 'America/Chicago',
  austin: 'America/Chicago',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  montreal: 'America/Toronto',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  indian: 'Asia/Kolkata',
  beijing: 'Asia/Shanghai',
  osaka: 'Asia/Tokyo',
  japan: 'Asia/Tokyo',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
  'central european': 'Europe/Berlin',
  'eastern european': 'Europe/Athens',
  'western european': 'Europe/Lisbon',
  german: 'Europe/Berlin',
  french: 'Europe/Paris',
  dutch: 'Europe/Amsterdam',
  swiss: 'Europe/Zurich',
  british: 'Europe/London',
  uk: 'Europe/London',
  irish: 'Europe/Dublin',
  'greenwich mean': 'UTC',
  'coordinated universal': 'UTC',
  'universal coordinated': 'UTC',
};
/** Zones by their letters, as contracts mean them: "EST" in July is the time that New York has then. */
const letters: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  GMT: 'UTC',
  BST: 'Europe/London',
  CET: 'Europe/Berlin',
  CEST: 'Europe/Berlin',
  EET: 'Europe/Athens',
  EEST: 'Europe/Athens',
  WET: 'Europe/Lisbon',
  ET: 'America/New_York',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  CT: 'America/Chicago',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  MT: 'America/Denver',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  PT: 'America/Los_Angeles',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  JST: 'Asia/Tokyo',
  HKT: 'Asia/Hong_Kong',
  SGT: 'Asia/Singapore',
  AEST: 'Australia/Sydney',
  AEDT: 'Australia/Sydney',
};

let cities: ReadonlyMap<string, string> | undefined;
/** Zones of the time zone database by the city in their name: "lord howe" is Australia/Lord_Howe. */
const byCity = (): ReadonlyMap<string, string> => {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone')
      .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
      .map((zone) => [(zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(), zone]),
  );
  return cities;
};

const zoneOfPlace = (place: string): string | undefined => {
  const plain = place.trim().replace(/\s+/g, ' ').toLowerCase();
  return named[plain] ?? byCity().get(plain);
};

const inWords =
  /\b((?:\p{Lu}[\p{L}.]+|local|prevailing)(?:\s+\p{Lu}[\p{L}.]+){0,3}),?\s+(?:\(\p{L}+(?:\s\p{L}+)*\s?\)\s+)?(?:(?:[Ll]ocal|[Ss]tandard|[Dd]aylight|[Ss]ummer|[Ww]inter|[Pp]revailing)\s+)*[Tt]ime\b/gu;
const localIn = /\b(?:local|prevailing)\s+time\s+(?:in|at|of)\s+(\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+){0,2})/gu;
const inLetters = new RegExp(
  `(?<![\\p{L}])(${Object.keys(letters).join('|')})(?:\\s?([+-])\\s?(\\d{1,2}))?(?![\\p{L}])`,
  'gu',
);

/**
 * The time zone that a text names, IANA: "5:00 p.m. (New York City time)", "17:00 CET", "noon GMT+2". `hour`: whether the text
 * names an hour; without one, letters are none ("500 MT").
 */
export const zoneIn = (text: string, hour = true): string | undefined => {
  for (const [, place = ''] of text.matchAll(localIn)) {
    const zone = longestKnown(place, 'start');
    if (zone !== undefined) return zone;
  }
  for (const [, words = ''] of text.matchAll(inWords)) {
    const zone = longestKnown(words.replace(/\b(?:local|prevailing|standard|daylight|summer|winter)\b/gi, ' '), 'end');
    if (zone !== undefined) return zone;
  }
  if (!hour) return undefined;
  for (const [, name = '', sign, hours] of text.matchAll(inLetters)) {
    // A zone's name in the database counts the other way round: UTC+2 is Etc/GMT-2.
    if (sign !== undefined && hours !== undefined && /UTC|GMT/.test(name)) {
      return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
    }
    return letters[name];
  }
  return undefined;
};

const longestKnown = (words: string, kept: 'start' | 'end'): string | undefined => {
  const parts = words.trim().split(/\s+/);
  for (let length = parts.length; length > 0; length--) {
    const some = kept === 'end' ? parts.slice(-length) : parts.slice(0, length);
    const zone = zoneOfPlace(some.join(' ').replace(/\.$/, ''));
    if (zone !== undefined) return zone;
  }
  return undefined;
};
