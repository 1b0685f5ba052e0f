import type { Random } from '../../../bench/material/random.ts';

/** Numbers at which arithmetic, allocation or a loop goes wrong. */
const NUMBERS = [
  '0',
  '-1',
  '1',
  '255',
  '256',
  '32767',
  '65535',
  '65536',
  '16777216',
  '2147483647',
  '-2147483648',
  '4294967295',
  '4294967296',
  '9007199254740993',
  '18446744073709551616',
  '1e308',
  '-1e308',
  '1e-320',
  'NaN',
  'Infinity',
  '0.0000001',
  '00000000000000000000000000000001',
  '',
] as const;

const INTEGERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

export const extremeNumber = (random: Random): string => random.pick(NUMBERS);
export const extremeInteger = (random: Random): number => random.pick(INTEGERS);

/** Texts on which a parser that takes care of neat ones stumbles. Each is a few bytes to 200 KB. */
export const extremeText = (random: Random): string => random.pick(TEXTS)(random);

const repeated = (unit: string) => (random: Random) => unit.repeat(random.pick([2, 50, 3000, 50_000]));

const TEXTS: readonly ((random: Random) => string)[] = [
  () => '',
  () => '\u0000',
  () => '\ufffe\uffff',
  () => '\u202e\u2066\u200f\u200b',
  () => '../../../../../../etc/passwd',
  () => 'file:///etc/passwd',
  () => 'javascript:alert(1)',
  () => '__proto__',
  () => 'constructor',
  () => '%00%ff%zz%',
  () => '&#0;&#x110000;&#xd800;&nosuch;',
  () => '\r\n\r\n',
  repeated(' '),
  repeated('\t'),
  repeated('\n'),
  repeated('a'),
  repeated('9'),
  repeated('('),
  repeated('['),
  repeated('>'),
  repeated('*_'),
  repeated('|'),
  repeated('"'),
  repeated('.'),
  repeated('a.'),
  repeated('1.1 '),
  repeated('\u{1f3e0}'),
  repeated('e\u0301\u0301\u0301'),
];
