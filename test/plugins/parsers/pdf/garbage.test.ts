import test from 'ava';
import { languageTexts } from '../../../../bench/encodings/texts.ts';
import { agreement, looksLikeGarbage } from '../../../../plugins/parsers/pdf/garbage.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
const coded = (text: string, code: (at: number, character: string) => number): string[] =>
  words(text.replace(/\S/g, (character) => String.fromCharCode(code(character.charCodeAt(0), character))));

const clause = `The Tenant shall pay the rent on or before the first day of each month without notice or demand. If the rent is not
  paid within five days, the Landlord may charge a late fee and end this lease by written notice to the Tenant.`;

test('no language is taken for garbage, nor is a list of figures and codes', (t) => {
  for (const { language, text } of languageTexts) t.false(looksLikeGarbage(words(text)), language);
  const list = Array.from({ length: 40 }, (_, row) => `Bracket AB-${row}/8 [***] ${1000 + row * 7}x ${row}.50`).join(
    ' ',
  );
  t.false(looksLikeGarbage(words(list)));
  t.false(looksLikeGarbage(words('Total 1,204.00 980.50 12% 31.12.2025')));
  t.false(looksLikeGarbage([]));
});

test('codes that stand for other characters are', (t) => {
  t.true(looksLikeGarbage(coded(clause, (code) => Math.max(33, code - 29))), 'glyph numbers of TrueType for codes');
  t.true(looksLikeGarbage(coded(clause, (code) => code + 1)), 'shifted by one');
  t.true(looksLikeGarbage(coded(clause, (code) => 0xf000 + code)), 'private use');
  const seen: string[] = [];
  const firstSeen = coded(clause, (_, character) => {
    if (!seen.includes(character)) seen.push(character);
    return 33 + seen.indexOf(character);
  });
  t.true(looksLikeGarbage(firstSeen), 'numbered as a subset font holds them');
});

test('agreement is the part of a layer that the page shows', (t) => {
  t.is(agreement(['The', 'rent', 'is', 'due.'], ['the', 'RENT', 'is', 'due']), 1);
  t.is(agreement(['7KH', 'UHQW'], ['The', 'rent']), 0);
  t.is(agreement(['rent', 'UHQW'], ['The', 'rent']), 0.5);
});
