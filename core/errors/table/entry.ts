import type { ErrorKind } from '../kinds.ts';

/** One row of the table of errors. */
export type ErrorEntry = {
  kind: ErrorKind;
  /** What happened and why. `{name}` is filled from the error's details; details never hold document text or secrets. */
  message: string;
  /** What to do next. */
  hint: string;
  /** Whether the same call can succeed later without a change. */
  retryable?: true;
};
