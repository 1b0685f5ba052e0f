/** Stands where a function was that parsers must not have. */
export const refuse = (): never => {
  throw Object.assign(new Error('Not available to parsers.'), { code: 'ERR_ACCESS_DENIED' });
};
