import type { ErrorKind } from './kinds.ts';

type ErrorEntry = {
  kind: ErrorKind;
  /** What happened and why. `{name}` is filled from the error's details; details never hold document text or secrets. */
  message: string;
  /** What to do next. */
  hint: string;
  /** Whether the same call can succeed later without a change. */
  retryable?: true;
};

/** Every coded error of Dossier. docs/errors.md is held against this table by a test. */
export const errorTable = {
  // A file that is no good
  encrypted: {
    kind: 'unprocessable',
    message: 'The file is protected by a password.',
    hint: 'Save a copy without the password and ingest that.',
  },
  damaged: {
    kind: 'unprocessable',
    message: 'The file is damaged: its contents do not follow its format.',
    hint: 'Open it in the program that made it, save it again, and ingest the new file.',
  },
  empty: {
    kind: 'unprocessable',
    message: 'The file is empty.',
    hint: 'Check that the file was copied or downloaded completely.',
  },
  unsupported: {
    kind: 'unsupported',
    message: 'No parser reads this kind of file ({media_type}).',
    hint: 'Convert it to a supported format (see docs/parsers.md), or install a parser plugin for it.',
  },
  too_large: {
    kind: 'too-large',
    message: 'The file has {bytes} bytes; the limit is {limit}.',
    hint: 'Split the file, or raise limits.max_bytes in the configuration.',
  },
  too_many_pages: {
    kind: 'too-large',
    message: 'The file has {pages} pages; the limit is {limit}.',
    hint: 'Split the file, or raise limits.max_pages in the configuration.',
  },
  too_much_text: {
    kind: 'too-large',
    message: 'The file holds more than {limit} characters of text.',
    hint: 'Split the file, or raise limits.max_characters in the configuration.',
  },
  unpacks_too_large: {
    kind: 'too-large',
    message: 'The file unpacks to more than {limit} bytes.',
    hint: 'If you trust the file, raise limits.max_unpacked_bytes in the configuration.',
  },
  packed_too_tightly: {
    kind: 'too-large',
    message: 'A part of the file unpacks to more than {limit} times its size, as only files made to do harm do.',
    hint: 'Open it in the program that made it, save it again, and ingest the new file.',
  },
  too_many_pixels: {
    kind: 'too-large',
    message: 'The picture has {pixels} pixels; the limit is {limit}.',
    hint: 'Scale it down (300 dpi is enough to read a page), or raise limits.max_pixels in the configuration.',
  },
  too_many_cells: {
    kind: 'too-large',
    message: 'The file has more than {limit} cells.',
    hint: 'Split the file, or raise limits.max_cells in the configuration.',
  },
  nested_too_deep: {
    kind: 'too-large',
    message: 'Parts of the file stand in one another more than {limit} levels deep.',
    hint: 'Save it again in the program that made it, or raise limits.max_nesting in the configuration.',
  },
  parse_timeout: {
    kind: 'unprocessable',
    message: 'Reading the file took longer than {seconds} seconds and was stopped.',
    hint: 'Split the file, or raise limits.parse_seconds in the configuration.',
  },
  parse_memory: {
    kind: 'unprocessable',
    message: 'Reading the file needed more than {megabytes} MB of memory and was stopped.',
    hint: 'Split the file, or raise limits.parse_megabytes in the configuration.',
  },
  parser_crashed: {
    kind: 'unprocessable',
    message: 'The parser {parser} stopped while it read the file.',
    hint: 'The file may be damaged or hostile. Save it again in the program that made it, then ingest the new file.',
  },
  parser_invalid: {
    kind: 'unprocessable',
    message: 'The parser {parser} returned a result that breaks the contract: {problem}.',
    hint: 'Report this to the author of the parser.',
  },
  unreadable: {
    kind: 'unprocessable',
    message: 'The file could not be read from disk ({reason}).',
    hint: 'Check that it still exists and that you may read it.',
  },

  // What was asked for
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
    hint: 'List what there is (documents list, threads list, risks) and use an id from there.',
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
  conflict: {
    kind: 'conflict',
    message: 'The {what} was changed by someone else in the meantime.',
    hint: 'Load it again and repeat the change.',
    retryable: true,
  },

  // Who asks
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

  // Set-up
  config_invalid: {
    kind: 'invalid',
    message: 'The configuration is not valid: {problems}.',
    hint: 'Correct the named settings; dossier config --help lists them all.',
  },
  plugins_invalid: {
    kind: 'invalid',
    message: 'The plugins cannot be loaded: {problems}.',
    hint: 'Correct or remove the named plugins in the configuration.',
  },
  parsers_unavailable: {
    kind: 'unavailable',
    message: 'No process for parsers starts ({reason}).',
    hint: 'Check the installation. Packages that are links to other folders are out of reach for parsers; npm ci puts them in place.',
    retryable: true,
  },
  parser_not_started: {
    kind: 'unavailable',
    message: 'The parser {parser} does not start: {problem}.',
    hint: 'Correct it, or remove it from plugins.external.',
  },
  address_unusable: {
    kind: 'unavailable',
    message: 'Nothing can be served at {address} ({reason}).',
    hint: 'Stop what uses it, or choose another address: dossier serve --port 0 takes a free port.',
  },
  package_missing: {
    kind: 'unavailable',
    message: 'This needs the optional package {package}, which is not installed.',
    hint: 'Install it: npm install {package}.',
  },
  model_missing: {
    kind: 'unavailable',
    message: 'The model {model} was not found in {folder}.',
    hint: 'Put the model there, or point the setting at the folder that holds it.',
  },
  model_unreachable: {
    kind: 'unavailable',
    message: 'The model endpoint did not answer ({reason}).',
    hint: 'Check the endpoint and its address, then call again.',
    retryable: true,
  },
  model_refused: {
    kind: 'unavailable',
    message: 'The model endpoint refused the request (status {status}).',
    hint: 'Check the key, the name of the model and the quota at the provider.',
  },
  model_invalid: {
    kind: 'unavailable',
    message: 'The model endpoint answered with something that cannot be used: {problem}.',
    hint: 'Check that the endpoint speaks the OpenAI protocol and that the model fits the task.',
  },
  clauses_missing: {
    kind: 'unavailable',
    message: 'No clause model runs.',
    hint: 'Name one in the setting clauses; dossier plugins list says which there are and why one does not run.',
  },
  clauses_failed: {
    kind: 'unavailable',
    message: 'The clause model {model} could not read the document: {problem}.',
    hint: 'Report this to the author of the plugin. The document is searched without what the model knows.',
  },

  // The store
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

  // The rest
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

export type ErrorCode = keyof typeof errorTable;
export const errorCodes = Object.keys(errorTable) as ErrorCode[];
export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorTable, value);
