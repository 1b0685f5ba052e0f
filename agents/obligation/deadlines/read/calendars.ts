import { placesIn } from '../../terms/read/law/places.ts';

/** Calendars of business days by city: "DE-HE" is Hesse, where Frankfurt is. */
const cities: Readonly<Record<string, string>> = {
  london: 'GB-ENG',
  manchester: 'GB-ENG',
  edinburgh: 'GB-SCT',
  glasgow: 'GB-SCT',
  belfast: 'GB-NIR',
  cardiff: 'GB-WLS',
  dublin: 'IE',
  frankfurt: 'DE-HE',
  munich: 'DE-BY',
  berlin: 'DE-BE',
  hamburg: 'DE-HH',
  stuttgart: 'DE-BW',
  cologne: 'DE-NW',
  düsseldorf: 'DE-NW',
  paris: 'FR',
  amsterdam: 'NL',
  brussels: 'BE',
  luxembourg: 'LU',
  zurich: 'CH-ZH',
  geneva: 'CH-GE',
  vienna: 'AT',
  milan: 'IT',
  rome: 'IT',
  madrid: 'ES-MD',
  barcelona: 'ES-CT',
  lisbon: 'PT',
  stockholm: 'SE',
  oslo: 'NO',
  copenhagen: 'DK',
  helsinki: 'FI',
  warsaw: 'PL',
  prague: 'CZ',
  tokyo: 'JP',
  'hong kong': 'HK',
  singapore: 'SG',
  sydney: 'AU-NSW',
  melbourne: 'AU-VIC',
  auckland: 'NZ',
  toronto: 'CA-ON',
  montreal: 'CA-QC',
  vancouver: 'CA-BC',
  'new york': 'US',
  chicago: 'US',
  boston: 'US',
  'san francisco': 'US',
  'los angeles': 'US',
  houston: 'US',
  dallas: 'US',
};
/** By place of law, as the terms name it; states of the United States keep the federal holidays, which banks observe. */
const places: Readonly<Record<string, string>> = {
  'England and Wales': 'GB-ENG',
  Wales: 'GB-WLS',
  Scotland: 'GB-SCT',
  'Northern Ireland': 'GB-NIR',
  'United Kingdom': 'GB-ENG',
  Ireland: 'IE',
  Germany: 'DE',
  France: 'FR',
  Netherlands: 'NL',
  Belgium: 'BE',
  Luxembourg: 'LU',
  Switzerland: 'CH',
  Austria: 'AT',
  Italy: 'IT',
  Spain: 'ES',
  Portugal: 'PT',
  Sweden: 'SE',
  Norway: 'NO',
  Denmark: 'DK',
  Finland: 'FI',
  Poland: 'PL',
  'Czech Republic': 'CZ',
  Japan: 'JP',
  Singapore: 'SG',
  'Hong Kong': 'HK',
  Canada: 'CA',
  Ontario: 'CA-ON',
  Quebec: 'CA-QC',
  'British Columbia': 'CA-BC',
  Alberta: 'CA-AB',
  Australia: 'AU',
  'New South Wales': 'AU-NSW',
  Victoria: 'AU-VIC',
  Queensland: 'AU-QLD',
  'New Zealand': 'NZ',
  India: 'IN',
  Brazil: 'BR',
  Mexico: 'MX',
  Israel: 'IL',
  'South Africa': 'ZA',
  Korea: 'KR',
  'United States': 'US',
};
const states =
  /^(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)$/;

const city = new RegExp(`(?<![\\p{L}])(${Object.keys(cities).join('|')})(?![\\p{L}])`, 'giu');
const target = /\bTARGET\s?2?\b|\bTrans-European\s+Automated\b/;
const byWord =
  /(?<![\p{L}.])(?:(U\.?S\.?A?\.?|American|federal)|(U\.?K\.?|English|British)|(German)|(French)|(Dutch)|(Swiss)|(Japanese))\s+(?:bank(?:ing)?|business|working|public|federal|legal)\b/giu;
const ofWord = ['US', 'GB-ENG', 'DE', 'FR', 'NL', 'CH', 'JP'];

/** Calendar of business days of a place of law: "Delaware" keeps that of the United States. */
export const calendarOfLaw = (law: string): string | undefined => (states.test(law) ? 'US' : places[law]);

/** The calendars that words about business days name, joined where all must be open; undefined where they name none. */
export const calendarIn = (text: string): string | undefined => {
  const found: { at: number; calendar: string }[] = [];
  if (target.test(text)) found.push({ at: text.search(target), calendar: 'TARGET' });
  for (const match of text.matchAll(city)) {
    found.push({ at: match.index, calendar: cities[(match[1] ?? '').toLowerCase()] ?? '' });
  }
  for (const match of text.matchAll(byWord)) {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    found.push({ at: match.index, calendar: ofWord[which] ?? '' });
  }
  for (const { start, name } of placesIn(text)) {
    const calendar = calendarOfLaw(name);
    if (calendar !== undefined && found.every(({ at }) => Math.abs(at - start) > 2))
      found.push({ at: start, calendar });
  }
  const calendars = [...new Set(found.toSorted((a, b) => a.at - b.at).map(({ calendar }) => calendar))];
  // "New York, United States", "Munich, Germany": the place within the country says more.
  const within = calendars.filter((one) => !calendars.some((other) => other !== one && other.startsWith(`${one}-`)));
  return within.length === 0 ? undefined : within.join('+');
};
