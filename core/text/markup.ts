/** HTML that may stand in a page as it is. Made by `html` alone. */
export type Markup = { readonly markup: string };

type Value = Markup | readonly Markup[] | string | number;

/**
 * A piece of HTML. Whatever is put into it is escaped, unless it is such a piece itself: text of a document can be text
 * in the page, or an attribute in quotes, and nothing else.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup => ({
  markup: parts.map((part, index) => (index === 0 ? part : `${written(values[index - 1] ?? '')}${part}`)).join(''),
});

export const nothing: Markup = { markup: '' };

const written = (value: Value): string => {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters have no place in HTML; a document may hold them. */
const escaped = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]/gu, '\ufffd').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
