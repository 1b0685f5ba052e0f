import type { ErrorEntry } from './entry.ts';

/** Telling people. */
export const notifyErrors = {
  not_delivered: {
    kind: 'unavailable',
    message: 'The message did not go out by {channel} ({reason}).',
    hint: 'dossier notifications log says what was tried. Check the settings of the plugin for this channel, and the address.',
    retryable: true,
  },
} as const satisfies Record<string, ErrorEntry>;
