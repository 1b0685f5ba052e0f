/** One thing that is due, as a message shows it. */
export type LetterItem = {
  readonly title: string;
  /** "Tenant"; undefined where it is not known, or stays inside. */
  readonly party: string | undefined;
  readonly due:
    | {
        /** "Friday 26 March 2027, Europe/Berlin". */
        readonly words: string;
        /** "in 30 days", "today", "3 days ago". */
        readonly distance: string;
        readonly overdue: boolean;
      }
    | undefined;
  /** "Office lease.pdf, page 3". */
  readonly place: string;
  readonly quote: string | undefined;
  readonly url: string | undefined;
};

/** What a message says, before it is plain text or HTML: both say the same. */
export type Letter = {
  /** One line. */
  readonly subject: string;
  readonly heading: string;
  /** Above everything, where it comes late. */
  readonly late: string | undefined;
  readonly lead: readonly string[];
  readonly items: readonly LetterItem[];
  /** A code to be typed in. */
  readonly code: string | undefined;
  readonly closing: readonly string[];
  /** Why it came, and what to do about it. */
  readonly footer: readonly string[];
  readonly unsubscribeUrl: string | undefined;
};
