import type { ErrorEntry } from './entry.ts';

/** What was asked for cannot be had. */
export const requestErrors = {
  invalid_input: {
    kind: 'invalid',
    message: 'The input is not valid: {problems}.',
    hint: 'Correct the named fields and call again.',
  },
  unknown_command: {
    kind: 'invalid',
    message: 'There is no command "{command}".',
    hint: '{suggestion}See dossier --help.',
  },
  route_not_found: {
    kind: 'not-found',
    message: 'Nothing is served at {path}.',
    hint: 'GET /openapi.json lists every path.',
  },
  feed_not_found: {
    kind: 'not-found',
    message: 'There is no calendar feed {id}.',
    hint: 'Take an id from calendar feeds list.',
  },
  method_not_allowed: {
    kind: 'wrong-method',
    message: '{path} does not take {method}.',
    hint: 'The Allow header lists the methods that it takes; GET /openapi.json describes them.',
  },
  body_unsupported: {
    kind: 'unsupported',
    message: 'The request body is not {expected}.',
    hint: 'Send the body in that form, with the Content-Type header that says so.',
  },
  body_too_large: {
    kind: 'too-large',
    message: 'The request body is larger than {limit} bytes.',
    hint: 'Send less at once.',
  },
  not_found: {
    kind: 'not-found',
    message: 'There is no {what} {id} in this workspace.',
    hint: 'List what there is (documents list, threads list, risks, obligations, notifications channels) and use an id from there.',
  },
  path_not_found: {
    kind: 'not-found',
    message: 'There is no file or folder at {path}.',
    hint: 'Check the path; relative paths start at the current folder.',
  },
  path_not_allowed: {
    kind: 'forbidden',
    message: 'The path {path} is outside the folders that may be read here.',
    hint: 'Ask the user to add the folder: dossier mcp --allow FOLDER.',
  },
  not_ready: {
    kind: 'conflict',
    message: 'The document {id} is still being read ({state}).',
    hint: 'Wait until its state is ready, then call again.',
    retryable: true,
  },
  document_failed: {
    kind: 'conflict',
    message: 'The document {id} could not be read ({code}).',
    hint: 'documents show {id} says why and what to do; documents retry {id} tries again.',
  },
  unknown_party: {
    kind: 'invalid',
    message: 'No single party of these documents is called "{party}".',
    hint: 'Give a name, or a word that the documents use for one: {known}.',
  },
  no_such_occurrence: {
    kind: 'invalid',
    message: 'The obligation {id} does not fall due then, or is not done then.',
    hint: 'obligations show {id} lists the days that count.',
  },
  snoozed_too_long: {
    kind: 'invalid',
    message: 'The obligation {id} would sleep past {date}, the last day on which it is in time.',
    hint: 'Snooze it until that day at the latest, or say with obligations edit {id} --date that it has another one.',
  },
  obligation_closed: {
    kind: 'conflict',
    message: 'The obligation {id} is {status}.',
    hint: 'Take that back first: obligations reopen {id}.',
  },
  no_anchor: {
    kind: 'invalid',
    message: 'The deadline of the obligation {id} counts from nothing that is still open.',
    hint: 'Give the day itself: obligations edit {id} --date DAY.',
  },
  conflict: {
    kind: 'conflict',
    message: 'The {what} was changed by someone else in the meantime.',
    hint: 'Load it again and repeat the change.',
    retryable: true,
  },
} as const satisfies Record<string, ErrorEntry>;
