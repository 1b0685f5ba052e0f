import { createHash } from 'node:crypto';
import { DossierError } from '../../core/errors/error.ts';
import { type ErrorCode, isErrorCode } from '../../core/errors/table.ts';
import type { ParseResult } from '../../core/sandbox/worker.ts';

/** What became of one file. */
export type Outcome = {
  /** undefined where the file was read. */
  readonly code: ErrorCode | undefined;
  /** The same for the same text, pages and blocks; the code where the file was refused. */
  readonly digest: string;
  /** What happened that must not, whatever the file is. */
  readonly defect?: string;
};

/** No file may lead to these: they say that our own code is wrong, or that nothing can be read any more. */
const OURS: ReadonlySet<ErrorCode> = new Set(['internal', 'parser_invalid', 'parsers_unavailable', 'cancelled']);

/** These depend on what else the machine does, and on what files before left behind. */
const UNSTEADY: ReadonlySet<string> = new Set(['parse_timeout', 'parse_memory', 'parser_crashed']);

export const isSteady = ({ digest }: Outcome): boolean => !UNSTEADY.has(digest);

/** Waits for a file to be read or refused and judges it. Never throws. */
export const outcomeOf = async (reading: Promise<ParseResult>): Promise<Outcome> => {
  try {
    return { code: undefined, digest: digestOf(await reading) };
  } catch (thrown) {
    if (!(thrown instanceof DossierError) || !isErrorCode(thrown.code)) {
      return { code: 'internal', digest: 'internal', defect: `threw ${String(thrown)}` };
    }
    const { code, message } = thrown;
    return { code, digest: code, ...(OURS.has(code) ? { defect: `${code}: ${message}` } : {}) };
  }
};

const digestOf = ({ parser, document }: ParseResult): string => {
  const hash = createHash('sha256');
  const { text, pages, blocks, links, warnings, children } = document;
  hash.update(parser.plugin).update(text);
  for (const { kind, charStart, charEnd } of blocks) hash.update(`${kind} ${charStart} ${charEnd} `);
  for (const { charStart, words } of pages) hash.update(`${charStart} ${words?.length} `);
  for (const { target } of links) hash.update(target);
  for (const { code } of warnings) hash.update(code);
  for (const { name, bytes } of children) hash.update(name).update(bytes);
  return hash.digest('hex');
};
