import { z } from 'zod';

const offsetUnits = ['hour', 'day', 'business-day', 'week', 'month', 'quarter', 'year'] as const;

const isoDay = z.iso.date();

/** How far from its anchor: 90 days before, at the least. */
const offsetSchema = z.object({
  value: z.number().nonnegative(),
  unit: z.enum(offsetUnits),
  direction: z.enum(['before', 'after']),
  /** "at least 90 days before" ends on the day that is 90 days before; "within 30 days after" on the thirtieth day. */
  bound: z.enum(['least', 'most', 'exact']),
});
export type Offset = z.infer<typeof offsetSchema>;

/** What a relative deadline counts from. */
const anchorSchema = z.object({
  /** In the document's words: "receipt of the invoice", "the expiration of the Term". */
  event: z.string(),
  /** Name of the term that dates it: "expirationDate"; null for an event that the document does not date. */
  term: z.string().nullable(),
  /** Its day, where it is known. */
  date: isoDay.nullable(),
  /** Who knows: the document's terms, or the user who said when it happened. */
  source: z.enum(['terms', 'user', 'unknown']),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** By when. Every field is there, null where it says nothing. */
export const deadlineSchema = z.object({
  kind: z.enum(['absolute', 'relative', 'recurring', 'none']),
  /** The last day on which it is in time; of a recurring one the next, as of the day that was asked for. null while something is missing. */
  date: isoDay.nullable(),
  /** "17:00" where the document gives an hour. */
  time: z.string().nullable(),
  anchor: anchorSchema.nullable(),
  offset: offsetSchema.nullable(),
  /**
   * RFC 5545, without "RRULE:", DTSTART and UNTIL: it speaks of whole days. Where there is an offset as well, the rule names
   * the days that it counts from ("within 45 days after the end of each quarter"): ask `occurrences` for the days on which
   * something falls due.
   */
  rrule: z.string().nullable(),
  /** First and last day of a recurring one, where known. */
  starts: isoDay.nullable(),
  until: isoDay.nullable(),
  /**
   * Of business days: "US", "GB-ENG", "DE-BY", "TARGET", several joined where all must be open ("GB-ENG+US"), or "weekdays"
   * where none is named.
   */
  calendar: z.string().nullable(),
  /** IANA. */
  timezone: z.string(),
  /** The arithmetic for people: "expiration 2027-03-01 − 90 days". */
  explanation: z.string(),
  /** What must be known before there is a date: "the day on which the invoice is received". */
  needs: z.string().nullable(),
});
export type Deadline = z.infer<typeof deadlineSchema>;

/**
 * By when, as a document says it: nothing looked up, nothing reckoned. What is kept of a deadline, so that it can be
 * resolved anew when terms, answers or the day change; a `Deadline` is one as well.
 */
export const statedDeadlineSchema = deadlineSchema.extend({
  /** null where the document names none: the reader's. */
  timezone: z.string().nullable(),
  /** What was taken for granted, in words: "business days taken to be those of England". */
  notes: z.array(z.string()).optional(),
  /** Where the document moves a day on which nobody works: to the next business day, or to the one before. */
  roll: z.enum(['following', 'preceding']).optional(),
  /** Of a recurring one: the day of its anchor is not the first of its days, as with an anniversary. */
  afterAnchor: z.boolean().optional(),
});
export type StatedDeadline = z.infer<typeof statedDeadlineSchema>;

export const noDeadline = (timezone: string): Deadline => ({
  kind: 'none',
  date: null,
  time: null,
  anchor: null,
  offset: null,
  rrule: null,
  starts: null,
  until: null,
  calendar: null,
  timezone,
  explanation: '',
  needs: null,
});
