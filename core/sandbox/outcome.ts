import { DossierError, type ErrorDetails } from '../errors/error.ts';
import { type ErrorCode, isErrorCode } from '../errors/table.ts';
import type { ChildMessage } from './messages.ts';
import type { Ending } from './process.ts';

/** What a parser may say of a file. Any other code that it throws is reported as damaged. */
export const fileErrors: ReadonlySet<ErrorCode> = new Set([
  'encrypted',
  'damaged',
  'empty',
  'unsupported',
  'too_large',
  'too_many_pages',
  'too_much_text',
  'unpacks_too_large',
  'packed_too_tightly',
  'too_many_pixels',
  'too_many_cells',
  'nested_too_deep',
  'package_missing',
]);

/** Gives the child documents their bytes back; undefined when names, lengths and bytes do not fit together. */
export const attach = (
  document: unknown,
  lengths: readonly number[],
  payload: Uint8Array,
): readonly unknown[] | undefined => {
  if (typeof document !== 'object' || document === null) return undefined;
  const children = 'children' in document && Array.isArray(document.children) ? document.children : [];
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (children.length !== lengths.length || total !== payload.byteLength) return undefined;
  let offset = 0;
  return children.map((child: unknown, index) => {
    const end = offset + (lengths[index] ?? 0);
    const bytes = payload.slice(offset, end);
    offset = end;
    return { ...(typeof child === 'object' ? child : {}), bytes };
  });
};

/** A code and details from a process that has read hostile bytes: known codes, and details that cannot carry text. */
export const fileError = (
  { code, details }: Extract<ChildMessage, { type: 'error' }>,
  parser: string,
): DossierError => {
  if (code === 'parser_invalid') return new DossierError(code, { parser, problem: 'it is no plain data' });
  if (!isErrorCode(code) || !fileErrors.has(code)) return new DossierError('damaged');
  const safe: Record<string, string | number> = {};
  for (const name of ['bytes', 'limit', 'pages', 'pixels', 'media_type', 'package']) {
    const value = details[name];
    if (typeof value === 'number') safe[name] = value;
    if (typeof value === 'string' && /^[\w@.+/-]{1,100}$/.test(value)) safe[name] = value;
  }
  return new DossierError(code, safe satisfies ErrorDetails);
};

/** What the end of a process means for the file that it was reading. */
export const endingError = (
  ending: Ending,
  parser: string,
  limits: { readonly parseMegabytes: number },
): DossierError => {
  if (ending.cause === 'killed') return new DossierError('cancelled');
  if (ending.cause === 'memory') return new DossierError('parse_memory', { megabytes: limits.parseMegabytes });
  if (ending.cause === 'invalid') {
    return new DossierError('parser_invalid', { parser, problem: ending.problem ?? 'not a message' });
  }
  return new DossierError('parser_crashed', { parser });
};
