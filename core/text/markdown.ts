/**
 * Text on one line in which nothing is markup: what Markdown reads as such is escaped, and so is what GitHub makes a
 * mention or a formula of. Readers that make links of addresses in plain text may still do so: they lead to what they
 * say. Marks that turn the direction of writing are left out, for they reach beyond the text.
 */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&$@]/g, '\\$&')
    .replace(/^([+=-])|^(\d+)([.)])/g, (_, sign: string | undefined, digits: string, end: string) =>
      sign === undefined ? `${digits}\\${end}` : `\\${sign}`,
    )
    .replace(/:(?=\/\/)|\.(?=[\p{L}\p{N}])(?<=\bwww\.)/giu, '\\$&');
