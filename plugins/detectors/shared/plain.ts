/** A text on one line, with plain apostrophes: patterns need not know of any other white space or apostrophe. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('’', "'");
