import type { ErrorEntry } from './entry.ts';

/** The data folder, and what is written beside it. */
export const storeErrors = {
  store_unusable: {
    kind: 'invalid',
    message: 'The data folder {path} cannot be used ({reason}).',
    hint: 'Check that it is a folder on a local disk that you may write to, or name another: --data DIR.',
  },
  store_locked: {
    kind: 'unavailable',
    message: 'The data folder is busy with another process.',
    hint: 'Wait until it has finished, or stop it.',
    retryable: true,
  },
  store_full: {
    kind: 'unavailable',
    message: 'There is no space left for the data folder.',
    hint: 'Free some space on its disk, then call again.',
    retryable: true,
  },
  store_newer: {
    kind: 'conflict',
    message: 'The data folder was written by a newer Dossier (schema {found}, this one knows {known}).',
    hint: 'Update Dossier, or restore a backup that this version made.',
  },
  store_damaged: {
    kind: 'internal',
    message: 'The data folder failed its integrity check ({problem}).',
    hint: 'Restore a backup: dossier restore FILE.',
  },
  backup_invalid: {
    kind: 'unprocessable',
    message: 'The backup cannot be restored: {problem}.',
    hint: 'Use another backup. The data folder was left as it was.',
  },
  backup_unreadable: {
    kind: 'unprocessable',
    message: 'The backup {path} cannot be read ({reason}).',
    hint: 'Check that you may read it.',
  },
  target_unusable: {
    kind: 'invalid',
    message: '{path} cannot be written ({reason}).',
    hint: 'Name a path in a folder that exists and that you may write to.',
  },
  target_not_empty: {
    kind: 'conflict',
    message: '{path} already exists.',
    hint: 'Name a path that does not exist yet, or add --force to replace it.',
  },
} as const satisfies Record<string, ErrorEntry>;
