import type { BodyText } from './message.ts';

export type Choice = {
  readonly shown: 'html' | 'plain';
  /** The two do not say the same. */
  readonly differ: boolean;
};

/** HTML with less of this share of the plain text's words is a stub ("view this message in a browser"). */
const STUB_SHARE = 0.2;
/** Words of the plain text that HTML lacks where it says the same: converters drop and add link texts and rules. */
const DIFFERENT_SHARE = 0.25;
const FEW_WORDS = 20;

/**
 * Which of two versions of a body a reader sees. Mail programs show the HTML; the plain text counts where there is
 * no HTML to speak of. They differ where more than a quarter of the plain text's words, or any number of two digits
 * and more, do not come in the HTML.
 */
export const chooseAlternative = (html: BodyText, plain: BodyText): Choice => {
  const inPlain = words(plain.text);
  const inHtml = words(html.text);
  if (inHtml.length === 0) return { shown: 'plain', differ: false };
  if (inPlain.length === 0) return { shown: 'html', differ: false };
  if (inPlain.length >= FEW_WORDS && inHtml.length < inPlain.length * STUB_SHARE)
    return { shown: 'plain', differ: true };
  const known = new Set(inHtml);
  const missing = inPlain.filter((word) => !known.has(word));
  const numbers = missing.some((word) => /^\p{N}{2,}$/u.test(word));
  return { shown: 'html', differ: numbers || missing.length > inPlain.length * DIFFERENT_SHARE };
};

/** Words and numbers, without addresses of pages and pictures, which only one of the two shows. */
const words = (text: string): string[] =>
  text
    .replace(/(?:https?:\/\/|mailto:|cid:|www\.)[^\s<>\])]+/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
