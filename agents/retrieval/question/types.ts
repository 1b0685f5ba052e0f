/** What kind of answer a question asks for. */
export const queryTypes = [
  'who',
  'when',
  'where',
  'why',
  'how',
  'how-much',
  'how-many',
  'how-long',
  'yes-no',
  'definition',
  'list',
  'clause',
  'fact',
  'statement',
] as const;
export type QueryType = (typeof queryTypes)[number];
