import { accessErrors } from './table/access.ts';
import type { ErrorEntry } from './table/entry.ts';
import { fileErrors } from './table/file.ts';
import { notifyErrors } from './table/notify.ts';
import { requestErrors } from './table/request.ts';
import { setupErrors } from './table/setup.ts';
import { storeErrors } from './table/store.ts';

const otherErrors = {
  timeout: {
    kind: 'unavailable',
    message: 'The call took longer than {seconds} seconds and was stopped.',
    hint: 'Ask for less at once, or call again.',
    retryable: true,
  },
  cancelled: {
    kind: 'cancelled',
    message: 'The work was cancelled.',
    hint: 'Start it again when you want it.',
  },
  internal: {
    kind: 'internal',
    message: 'Something went wrong inside Dossier.',
    hint: 'The log has the details under the request id. Please report it if it happens again.',
  },
} as const satisfies Record<string, ErrorEntry>;

/** Every coded error of Dossier, area by area. docs/errors.md is held against this table by a test. */
export const errorTable = {
  ...fileErrors,
  ...requestErrors,
  ...accessErrors,
  ...setupErrors,
  ...storeErrors,
  ...notifyErrors,
  ...otherErrors,
} as const;

export type ErrorCode = keyof typeof errorTable;
export const errorCodes = Object.keys(errorTable) as ErrorCode[];
export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorTable, value);
