import { repeatedLetters, roman } from '../shared/numerals.ts';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя';
const GANADA = '가나다라마바사아자차카타파하';
const CHICAGO = '*†‡§';
const ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
]);
const HAN = '〇一二三四五六七八九';

/**
 * A number as ST_NumberFormat (ECMA-376-1, 17.18.59) writes it; formats that are not known here come as digits.
 * `language` is the document's, as a BCP 47 tag: ordinal numbers follow it.
 */
export const formatNumber = (number: number, format: string, language = 'en'): string => {
  if (format === 'none' || format === 'bullet') return '';
  if (number < 1) return format === 'decimalZero' ? `0${number}` : String(number);
  switch (format) {
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperLetter':
      return repeatedLetters(number, LATIN).toUpperCase();
    case 'lowerLetter':
      return repeatedLetters(number, LATIN);
    case 'russianUpper':
      return repeatedLetters(number, RUSSIAN).toUpperCase();
    case 'russianLower':
      return repeatedLetters(number, RUSSIAN);
    case 'ganada':
      return repeatedLetters(number, GANADA);
    case 'chicago':
      return repeatedLetters(number, CHICAGO);
    case 'ordinal':
      return ordinal(number, language);
    case 'cardinalText':
      return capital(words(number));
    case 'ordinalText':
      return capital(ordinalWords(number));
    case 'hex':
      return number.toString(16).toUpperCase();
    case 'numberInDash':
      return `- ${number} -`;
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return within(number, 20, 0x2460);
    case 'decimalEnclosedParen':
      return within(number, 20, 0x2474);
    case 'decimalEnclosedFullstop':
      return within(number, 20, 0x2488);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return String(number).replace(/\d/g, (digit) => HAN.charAt(Number(digit)));
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return han(number);
    default:
      return zeroPadded(number, format);
  }
};

const within = (number: number, most: number, first: number): string =>
  number <= most ? String.fromCharCode(first + number - 1) : String(number);

/** Word's own formats are written by example: "001, 002, 003, ...". */
const zeroPadded = (number: number, format: string): string => {
  const first = /^(0+)1,/.exec(format)?.[1];
  return String(number).padStart((first?.length ?? 0) + 1, '0');
};

const ordinal = (number: number, language: string): string => {
  const main = language.slice(0, 2).toLowerCase();
  if (main === 'es' || main === 'it' || main === 'pt') return `${number}º`;
  if (main === 'fr') return number === 1 ? '1er' : `${number}e`;
  if (main !== 'en') return `${number}.`;
  const teen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
};

const capital = (value: string): string => value.charAt(0).toUpperCase() + value.slice(1);

const words = (number: number): string => {
  if (number < 20) return ONES[number] ?? '';
  if (number < 100) return TENS[Math.floor(number / 10)] + (number % 10 === 0 ? '' : `-${ONES[number % 10]}`);
  if (number < 1000)
    return `${ONES[Math.floor(number / 100)]} hundred${number % 100 === 0 ? '' : ` ${words(number % 100)}`}`;
  if (number >= 1_000_000) return String(number);
  return `${words(Math.floor(number / 1000))} thousand${number % 1000 === 0 ? '' : ` ${words(number % 1000)}`}`;
};

const ordinalWords = (number: number): string => {
  const cardinal = words(number);
  const last = /[a-z]+$/.exec(cardinal)?.[0] ?? '';
  const regular = last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`;
  return cardinal.slice(0, cardinal.length - last.length) + (IRREGULAR.get(last) ?? regular);
};

const han = (number: number): string => {
  if (number >= 10_000) return String(number);
  let result = '';
  let gap = false;
  for (const [unit, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / unit) % 10;
    if (digit === 0) gap = result !== '';
    else {
      if (gap) result += HAN.charAt(0);
      gap = false;
      result += (unit === 10 && digit === 1 && result === '' ? '' : HAN.charAt(digit)) + sign;
    }
  }
  return result;
};
