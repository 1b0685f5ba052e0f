const MAX_TARGET = 2000;
/** What a reader may follow. Everything else that names a scheme (javascript, data, vbscript, file, …) is dropped. */
const SCHEMES = new Set(['http', 'https', 'mailto', 'tel', 'ftp']);
/** Browsers drop these wherever they stand, so "java\nscript:" is a scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const DROPPED = /[\u0000-\u001f\u007f]+/g;

/**
 * Where a link leads, as the file says, or undefined where it leads nowhere that a reader could go: to a place in the
 * document itself, by a scheme that runs something, or longer than anyone writes one.
 */
export const linkTarget = (value: string | undefined): string | undefined => {
  if (value === undefined || value.length > MAX_TARGET * 2) return undefined;
  const target = value.replace(DROPPED, '').trim();
  if (target === '' || target.startsWith('#') || target.length > MAX_TARGET) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase();
  return scheme === undefined || SCHEMES.has(scheme) ? target : undefined;
};

/** The same for files that do not lie among others, where an address without a scheme leads nowhere. */
export const absoluteLink = (value: string | undefined): string | undefined => {
  const target = linkTarget(value);
  return target !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(target) ? target : undefined;
};
