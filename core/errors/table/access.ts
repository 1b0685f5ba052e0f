import type { ErrorEntry } from './entry.ts';

/** Who asks may not, or asks too often. */
export const accessErrors = {
  unauthenticated: {
    kind: 'unauthenticated',
    message: 'The request carries no valid key.',
    hint: 'Send the header Authorization: Bearer KEY. dossier serve prints where the key is kept.',
  },
  forbidden: {
    kind: 'forbidden',
    message: 'This needs the scope {scope}.',
    hint: 'Use a key that has the scope.',
  },
  owner_only: {
    kind: 'forbidden',
    message: 'Only an owner of the workspace may see or change {what}.',
    hint: 'Ask an owner, or leave out the person to mean yourself.',
  },
  host_not_allowed: {
    kind: 'forbidden',
    message: 'The request came for a host name that this server does not serve.',
    hint: 'Call it by its loopback address, or add the name to server.allowed_hosts.',
  },
  rate_limited: {
    kind: 'limited',
    message: 'Too many requests at once.',
    hint: 'Wait a moment and call again.',
    retryable: true,
  },
} as const satisfies Record<string, ErrorEntry>;
