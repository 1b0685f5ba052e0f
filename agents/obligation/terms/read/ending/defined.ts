import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { flat } from '../units.ts';
import { isDated, type Read } from './read.ts';

/** What a sentence ends with by name: "until the Expiration Date", "through the last day of the Supply Period". */
const named =
  /^(?:the\s+)?(?:(?:end|last\s+day|close|expir(?:ation|y)|conclusion|completion)\s+of\s+)?(?:the\s+|such\s+|its\s+)?["“]?((?:\p{Lu}[\p{L}\p{N}-]*\s+){0,4}(?:Date|Term|Period|Day|Season|Phase))\b["”]?(?!\s+(?:of|for)\s+(?:each|every|the\s+(?:relevant|applicable|last|final)))/u;

export const endNamedAt = (text: string): string | undefined => named.exec(text)?.[1]?.replace(/\s+/g, ' ').trim();

/** Where the document says what a name stands for: those words, and the unit that they stand in. */
type Definition = { readonly unit: ReadUnit; readonly words: string };

/** The end that a name stands for, where one of its definitions says it; `read` reads the words of a definition. */
export const definedEnding = (
  document: ReadDocument,
  name: string,
  own: ReadUnit,
  read: (words: string, unit: ReadUnit) => Read | undefined,
): Read | undefined => {
  for (const { unit, words } of definitionsOf(document, name, own)) {
    const found = read(`ends on: ${words}`, unit);
    if (found === undefined || !isDated(found)) continue;
    return { ...found, more: [unit, ...found.more] };
  }
  return undefined;
};

function* definitionsOf(document: ReadDocument, name: string, own: ReadUnit): Generator<Definition> {
  const written = RegExp.escape(name).replaceAll('\\x20', '\\s+').replaceAll(' ', '\\s+');
  const means = new RegExp(
    `["“']\\s*(?:the\\s+)?${written}\\s*["”']\\s*\\)?\\s*(?:means?|shall\\s+mean|is|shall\\s+be|will\\s+be|has\\s+the\\s+meaning|:)\\s*`,
    'i',
  );
  const label = new RegExp(
    `^\\W*(?:[\\d.]+\\s+)?(?:the\\s+)?${written}\\s*(?::|[|\\t]|\\s{2,}|is\\b|(?:shall|will)\\s+be\\b|means\\b)\\s*`,
    'i',
  );
  const brackets = new RegExp(
    `\\(\\s*(?:(?:the|this|such\\s+period,?)\\s+)*["“']\\s*(?:the\\s+)?${written}\\s*["”']`,
    'i',
  );
  const first = name.toLowerCase().split(' ')[0] ?? '';
  for (const unit of document.units) {
    if (unit === own || !unit.text.toLowerCase().includes(first)) continue;
    const text = flat(unit.text);
    const after = means.exec(text) ?? label.exec(unit.text);
    if (after !== null) yield { unit, words: text.slice(after.index + after[0].length) };
    const bracket = brackets.exec(text);
    if (bracket !== null && bracket.index > 20) yield { unit, words: text.slice(0, bracket.index) };
  }
}
