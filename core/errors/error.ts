import { type ErrorKind, errorKinds } from './kinds.ts';
import { type ErrorCode, errorTable, isErrorCode } from './table.ts';

/** Values that fill an error's message: figures, ids, names of settings. Never document text, never secrets. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** How an error leaves the process, on every surface. */
export type ErrorBody = { code: ErrorCode; message: string; hint: string; details?: ErrorDetails };

/** The one error that Dossier throws on purpose. Anything else that is thrown is a defect and leaves as `internal`. */
export class DossierError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(fill(errorTable[code].message, details), options);
    this.name = 'DossierError';
    this.code = code;
    this.details = details;
  }

  get kind(): ErrorKind {
    return errorTable[this.code].kind;
  }

  get hint(): string {
    return fill(errorTable[this.code].hint, this.details);
  }

  get retryable(): boolean {
    return 'retryable' in errorTable[this.code];
  }

  get mapping(): (typeof errorKinds)[ErrorKind] {
    return errorKinds[this.kind];
  }

  toJSON(): ErrorBody {
    const body: ErrorBody = { code: this.code, message: this.message, hint: this.hint };
    return Object.keys(this.details).length > 0 ? { ...body, details: this.details } : body;
  }

  /** Any thrown value as a coded error; what has no code becomes `internal` with the original as its cause. */
  static from(thrown: unknown): DossierError {
    if (thrown instanceof DossierError) return thrown;
    if (thrown instanceof Error && thrown.name === 'AbortError')
      return new DossierError('cancelled', {}, { cause: thrown });
    return new DossierError('internal', {}, { cause: thrown });
  }

  /** The error that `toJSON` wrote, for example in another process. */
  static fromJSON(body: unknown): DossierError {
    if (typeof body !== 'object' || body === null || !('code' in body) || !isErrorCode(body.code)) {
      return new DossierError('internal');
    }
    const details = 'details' in body && typeof body.details === 'object' && body.details !== null ? body.details : {};
    return new DossierError(body.code, details as ErrorDetails);
  }
}

const fill = (template: string, details: ErrorDetails): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name];
    if (value === undefined) return name.replaceAll('_', ' ');
    return typeof value === 'object' ? value.join('; ') : String(value);
  });
