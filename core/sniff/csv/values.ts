export type ValueKind = 'number' | 'date' | 'boolean' | 'text';

const MAX_TYPED = 40;
const NUMBER =
  /^[-+(]?\s?(?:[$€£¥₹]|[A-Z]{3}\s)?\s?[-+]?(?:\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+|\d+)?(?:[.,]\d+)?(?:e[-+]?\d{1,3})?\s?(?:%|[$€£¥₹]|[A-Z]{3})?\)?$/i;
const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2}[ .-]{1,2}[A-Za-z]{3,9}\.?[ ,-]{1,2}\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2}, \d{4})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const TIME = /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?$/i;
const BOOLEAN = /^(?:true|false|yes|no|y|n|ja|nein|oui|non|wahr|falsch)$/i;

/** What a written value is; everything that is nothing else is text. */
export const valueKind = (value: string): ValueKind => {
  if (value.length > MAX_TYPED) return 'text';
  if (/\d/.test(value)) {
    if (DATE.test(value) || TIME.test(value)) return 'date';
    return NUMBER.test(value) ? 'number' : 'text';
  }
  return BOOLEAN.test(value) ? 'boolean' : 'text';
};
