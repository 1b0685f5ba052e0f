import type { ParsedDocument } from '../../../../core/document/parsed.ts';
import type { ErrorCode } from '../../../../core/errors/table.ts';

/** A file that someone made to do harm, and what has to come of it under the limits that Dossier has by default. */
export type Attack = {
  /** What the file tries, as the title of its test. */
  readonly tries: string;
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** The code that it is refused with; 'ready' where it does no harm and is read. */
  readonly expected: 'ready' | ErrorCode;
  /** What has to hold of a file that is read, beside that nothing of this machine is in it. */
  readonly holds?: (document: ParsedDocument) => boolean;
};
