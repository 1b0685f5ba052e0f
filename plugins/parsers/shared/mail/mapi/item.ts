import type { Properties } from './properties.ts';

/** A message of Outlook's, from a .msg file or from TNEF. */
export type MapiItem = {
  readonly properties: Properties;
  /** Of the HTML body, as the item states it. */
  readonly recipients: readonly Properties[];
  readonly attachments: readonly MapiAttachment[];
};

export type MapiAttachment = {
  readonly properties: Properties;
  /** A message that is kept inside as an item of its own, not as a file. */
  readonly embedded: boolean;
  /** Extension of a file that holds it, where it is embedded. */
  readonly extension: string;
  /** undefined where it is kept elsewhere and only referred to. */
  content(): Uint8Array | undefined;
};
