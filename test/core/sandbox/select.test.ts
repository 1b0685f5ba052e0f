import test from 'ava';
import type { Parser, SniffedFile } from '../../../core/ports/parser.ts';
import { chooseParser, type LoadedParser } from '../../../core/sandbox/select.ts';

const file: SniffedFile = { mediaType: 'text/plain', extension: 'txt', byteLength: 1, head: new Uint8Array(1) };
const parser = (plugin: string, score: () => number, external = false): LoadedParser => ({
  module: { plugin, version: '1.0.0', module: 'file:///none', options: {}, external },
  parser: { score, parse: () => Promise.reject(new Error('not read here')) } satisfies Parser,
});
const chosen = (...parsers: LoadedParser[]): string | undefined => chooseParser(parsers, file)?.loaded.module.plugin;

test('the best score wins, an external parser wins a tie, then the first that is listed', (t) => {
  t.is(
    chosen(
      parser('a', () => 0.5),
      parser('b', () => 0.9),
    ),
    'b',
  );
  t.is(
    chosen(
      parser('a', () => 0.9),
      parser('b', () => 0.9, true),
    ),
    'b',
  );
  t.is(
    chosen(
      parser('a', () => 0.9, true),
      parser('b', () => 0.9),
    ),
    'a',
  );
  t.is(
    chosen(
      parser('a', () => 0.9),
      parser('b', () => 0.9),
    ),
    'a',
  );
  t.is(
    chosen(
      parser('a', () => 0.9),
      parser('b', () => 0.8, true),
    ),
    'a',
  );
});

test('a parser that throws, or says what is no score, does not get the file', (t) => {
  const broken = [
    parser('throws', () => {
      throw new Error('no');
    }),
    ...[Number.NaN, 2, -1, '1' as unknown as number].map((score) => parser(`says ${score}`, () => score)),
  ];
  t.is(
    chosen(
      ...broken,
      parser('sane', () => 0.1),
    ),
    'sane',
  );
  t.is(chosen(...broken), undefined);
});
