import type { Block, Link, ParseWarning } from '../../../../core/document/parsed.ts';

/** One line of the header as a reader sees it: "From", "Jane Doe <jane@example.com>". */
export type HeaderLine = { readonly label: string; readonly value: string };

/** A piece of the body, read: offsets are those of its own text, all on page 1. */
export type BodyText = {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  readonly warnings?: readonly ParseWarning[];
};

export type Attachment = {
  /** As the message gives it, decoded; '' where it gives none. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Stands in the text, as a picture does: it is not listed, and kept only where it shows something. */
  readonly inText: boolean;
};

/** A message of either format, ready to be put together as a document. */
export type MailMessage = {
  readonly subject: string;
  readonly headers: readonly HeaderLine[];
  readonly bodies: readonly BodyText[];
  readonly attachments: readonly Attachment[];
  readonly warnings: readonly ParseWarning[];
};
