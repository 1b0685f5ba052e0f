const MAX_LENGTH = 255;
/** Controls, line ends, and the marks that turn the direction of what follows: a name must not look like another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A name as it is shown and stored: without the folders of either kind of system, on one line, of bounded length. */
export const fileNameOf = (name: string): string => {
  const base = name
    .split(/[\\/]/)
    .map((part) => part.replace(UNSEEN, '').trim())
    .findLast((part) => part !== '' && part !== '.' && part !== '..');
  return base === undefined ? 'unnamed' : shortened(base);
};

/** Cut in the middle, so that the extension stays, and never inside a character. */
const shortened = (name: string): string => {
  const characters = [...name];
  if (characters.length <= MAX_LENGTH) return name;
  return [...characters.slice(0, MAX_LENGTH - 21), '…', ...characters.slice(-20)].join('');
};
