import type { ErrorEntry } from './entry.ts';

/** Telling people. */
export const notifyErrors = {
  not_delivered: {
    kind: 'unavailable',
    message: 'The message did not go out by {channel} ({reason}).',
    hint: 'dossier notifications log says what was tried. Check the settings of the plugin for this channel, and the address.',
    retryable: true,
  },
  code_wrong: {
    kind: 'invalid',
    message: 'This is not the code that was sent; {left} more may be tried.',
    hint: 'Type the code of the latest message, or have a new one sent: dossier notifications channels on ID.',
  },
  code_expired: {
    kind: 'conflict',
    message: 'No code for {address} is waited for: it is too old, or was tried too often.',
    hint: 'Have a new one sent: dossier notifications channels on ID.',
  },
  too_many_codes: {
    kind: 'limited',
    message: 'Codes were sent to {address} several times within the hour.',
    hint: 'Look for them where unwanted mail goes, or try again in an hour.',
    retryable: true,
  },
  channel_not_on: {
    kind: 'conflict',
    message: 'The channel {address} is {state}.',
    hint: 'Switch it on first: dossier notifications channels on ID.',
  },
} as const satisfies Record<string, ErrorEntry>;
