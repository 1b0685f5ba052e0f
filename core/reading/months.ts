/** Names of months and how they are shortened, as alternatives of a pattern: "march", "sept". */
export const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** The same with the full stop of what is shortened. */
export const monthPattern = `(?:${monthNames})\\.?`;

/** The same, also where the first letter came apart from the rest, as in some text layers: "A ugust", "J anuary". */
export const monthApart = `(?:${monthPattern}|j\\s(?:anuary|une|uly)|f\\sebruary|m\\sarch|a\\s(?:pril|ugust)|s\\september|o\\sctober|n\\sovember|d\\secember)`;

const order = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** 1 to 12; 0 for what names no month. */
export const monthOf = (name: string): number => order.indexOf(name.toLowerCase().replace(/\s/, '').slice(0, 3)) + 1;
