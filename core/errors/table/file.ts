import type { ErrorEntry } from './entry.ts';

/** A file that is no good. */
export const fileErrors = {
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
  reading_timeout: {
    kind: 'unprocessable',
    message: 'Reading what the document says took too long and was stopped.',
    hint: 'The document may be made to hold a reader up. Split it, or report it to the author of what reads it.',
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
} as const satisfies Record<string, ErrorEntry>;
