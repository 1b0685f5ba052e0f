import { STATUS_CODES } from 'node:http';
import type { DossierError, ErrorDetails } from '../../core/errors/error.ts';

/** An error as RFC 9457 has it, with the code that programs look at and the hint that people need. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly hint: string;
  readonly request_id: string;
  readonly details?: ErrorDetails;
};

export const PROBLEM_TYPE = 'application/problem+json';

export const toProblem = (error: DossierError, requestId: string): Problem => {
  const { code, message, hint, details } = error.toJSON();
  const { status } = error.mapping;
  return {
    type: `urn:dossier:error:${code}`,
    title: STATUS_CODES[status] ?? 'Client Closed Request',
    status,
    detail: message,
    code,
    hint,
    request_id: requestId,
    ...(details ? { details } : {}),
  };
};
