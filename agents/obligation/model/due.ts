/**
 * Something that a person confirmed and that falls due: one occurrence of an obligation. What reminders, calendar and
 * timeline are made from. Only what is neither done nor dismissed is one.
 */
export type Due = {
  readonly obligationId: string;
  /** Its day as the rule or the document has it: names the occurrence even when it is moved. ISO 8601. */
  readonly occurrence: string;
  /** What is to be done, for people: "Give notice of non-renewal". */
  readonly title: string;
  /** The same without a word of the document: "Last day to give notice". */
  readonly label: string;
  readonly party: string;
  readonly document: { readonly id: string; readonly name: string };
  /** Last day on which it is in time, in `timezone`; ISO 8601. */
  readonly date: string;
  /** "17:00", undefined for the end of the day. */
  readonly time: string | undefined;
  /** IANA. */
  readonly timezone: string;
  readonly quote: string;
  /** Where the quote stands: the document itself, or what amends it. */
  readonly quotedIn: { readonly id: string; readonly name: string };
  /** Of that one; 1-based. */
  readonly page: number;
  /** Whom to remind: who confirmed it, unless it was given to somebody else. */
  readonly person: string;
  /** Days before the day, where the obligation has its own; undefined for the person's. */
  readonly leadDays: readonly number[] | undefined;
  /** When it was confirmed, reopened or last given another day (RFC 3339): what would have gone out before is not made up for. */
  readonly since: string;
  /** Nothing is sent before this instant (RFC 3339): it was snoozed. */
  readonly snoozedUntil: string | undefined;
};
