/** Units in which contracts go on, for use inside a larger pattern. */
export const period = '(?:year|month|week|quarter|season|day)';
/** "a further term of two years follows", "a new term begins". */
export const newTerm = String.raw`(?:new|further|additional|second|renewed|fresh)\s+(?:terms?|periods?)\b[^.;]{0,60}\b(?:begins?|starts?|follows?|commences?|applies)`;
const several = String.raw`(?:consecutive|successive|dependent|additional|further|annual)(?:,?\s+[\w-]+){0,2}\s+options?\s+(?:of|for)\s+(?:up\s+to\s+)?[\w-]+\s+(?:\(\w+\)\s+)?(?:more\s+|further\s+)?${period}s?`;
const one = String.raw`options?(?:,[^,.;]{1,50},)?\s+(?:of|for)\s+(?:up\s+to\s+)?(?:an?\s+|one\s+)?(?:further|additional|another|extra|(?:[\w-]+\s+)(?:\(\w+\)\s+)?(?:more|further|additional|extra))\b[^,.;]{0,20}\b${period}s?`;
/** "three consecutive options of one year each", "with an option, exercisable by the Owner, of a further 12 months". */
export const optionsOf = `(?:${several}|${one})`;
