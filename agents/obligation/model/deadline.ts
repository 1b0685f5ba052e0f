import { z } from 'zod';

export const offsetUnits = ['hour', 'day', 'business-day', 'week', 'month', 'quarter', 'year'] as const;

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
  /** RFC 5545, without "RRULE:" and without DTSTART. */
  rrule: z.string().nullable(),
  /** First day of a recurring one, where known. */
  starts: isoDay.nullable(),
  /** Of business days: "US", "GB-ENG", "DE-BY", or "weekdays" where none is named. */
  calendar: z.string().nullable(),
  /** IANA. */
  timezone: z.string(),
  /** The arithmetic for people: "expiration 2027-03-01 − 90 days". */
  explanation: z.string(),
  /** What must be known before there is a date: "the day on which the invoice is received". */
  needs: z.string().nullable(),
});
export type Deadline = z.infer<typeof deadlineSchema>;

export const noDeadline = (timezone: string): Deadline => ({
  kind: 'none',
  date: null,
  time: null,
  anchor: null,
  offset: null,
  rrule: null,
  starts: null,
  calendar: null,
  timezone,
  explanation: '',
  needs: null,
});
