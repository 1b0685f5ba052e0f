import test from 'ava';
import { isSpace, readable } from '../../../../plugins/parsers/pdf/characters.ts';

test('spells ligatures out, so that a search finds them, and leaves other signs alone', (t) => {
  t.is(readable(0xfb01), 'fi');
  t.is(readable(0xfb03), 'ffi');
  t.is(readable('²'.codePointAt(0) ?? 0), '²');
  t.is(readable('½'.codePointAt(0) ?? 0), '½');
  t.is(readable(0x1f600), '😀');
});

test('drops what no reader sees', (t) => {
  for (const code of [0, 1, 0x1b, 0x7f, 0x85, 0x200b, 0x202e, 0x2066, 0xfeff, 0xd800, 0xe0041, 0x110000]) {
    t.is(readable(code), '', code.toString(16));
  }
  t.is(readable(0x200d), '\u200d', 'a joiner that scripts need');
});

test('knows bullets from symbol fonts, and every kind of space', (t) => {
  t.is(readable(0xf0b7), '•');
  t.true([0x20, 0xa0, 0x2009, 0x3000, 0x0d, 0x0a].every(isSpace));
  t.false(isSpace(0x41));
});
