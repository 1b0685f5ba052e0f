import { DossierError } from '../../core/errors/error.ts';

// https://www.sqlite.org/rescode.html: the low byte is the primary code.
const codes = { busy: 5, locked: 6, corrupt: 11, full: 13, constraint: 19, notADatabase: 26 } as const;

const primaryCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

export const isBusy = (error: unknown): boolean => {
  const code = primaryCode(error);
  return code === codes.busy || code === codes.locked;
};

export const isConstraint = (error: unknown): boolean => primaryCode(error) === codes.constraint;

/** What the operating system calls it, for a message: "EACCES". */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** SQLite's error as one of ours. Its message may quote data, so it only goes along as the cause. */
export const toStoreError = (error: unknown): DossierError => {
  switch (primaryCode(error)) {
    case codes.corrupt:
      return new DossierError('store_damaged', { problem: 'dossier.db is corrupt' }, { cause: error });
    case codes.notADatabase:
      return new DossierError('store_damaged', { problem: 'dossier.db is not a database' }, { cause: error });
    case codes.full:
      return new DossierError('store_full', {}, { cause: error });
    default:
      return DossierError.from(error);
  }
};
