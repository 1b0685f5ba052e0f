/** Cells beside one another; the first row is the head. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** A share as the tables show it: .812, or 1.000. Nothing for what was not measured. */
export const share = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : (Math.round(value * 1000) / 1000).toFixed(3).replace(/^0(?=\.)/, '');

export const strong = (text: string): string => (text === '' ? '' : `**${text}**`);

/** Words of a document, so that nothing in them is read as Markdown. */
export const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>|#&~$]/g, '\\$&');

/** 1 place, 2 places. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
