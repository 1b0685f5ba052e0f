import { z } from 'zod';
import { type NoticeKind, noticeKinds } from '../../ports/notifications.ts';
import type { Collection, Stored } from '../../ports/records.ts';
import { isTimeZone } from '../../time/days.ts';

/** Ids of people: what a principal's `user` is, or what an owner calls somebody. */
export const personId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/, 'Expected letters, digits and . _ @ -, at most 64')
  .refine((id) => !['none', 'system'].includes(id.toLowerCase()), 'This name is taken');

export const FOREVER = 'forever';

/** "22:00": hours and minutes of a day. */
export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Expected a time of day: 07:30');

export const timezone = z.string().refine(isTimeZone, 'Expected an IANA time zone: Europe/Berlin');

export const quietHours = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from !== to, 'The quiet hours end when they begin');

export const leadDays = z
  .array(z.int().min(0).max(366))
  .max(30)
  .refine((days) => new Set(days).size === days.length, 'The same day is named twice')
  .transform((days) => days.toSorted((a, b) => b - a));

/** All channels that are on, or these; none where the list is empty. */
const wantedChannels = z.union([z.literal('all'), z.array(z.string().min(1).max(64)).max(20)]);
export type WantedChannels = z.infer<typeof wantedChannels>;

/** What somebody has set; what is absent is as the defaults have it. */
const settingsSchema = z.strictObject({
  timezone: timezone.exactOptional(),
  /** null for none. */
  quietHours: quietHours.nullable().exactOptional(),
  remindAt: timeOfDay.exactOptional(),
  leadDays: leadDays.exactOptional(),
  digest: z.enum(['single', 'daily']).exactOptional(),
  pausedUntil: z.union([z.iso.date(), z.literal(FOREVER)]).exactOptional(),
  quotes: z.boolean().exactOptional(),
  escalation: z.strictObject({ person: personId, afterDays: z.int().min(0).max(366) }).exactOptional(),
  channels: z.partialRecord(z.enum(noticeKinds), wantedChannels).exactOptional(),
});
export type Settings = z.infer<typeof settingsSchema>;

const personSchema = z.strictObject({
  /** As others see it: "Anna Berg". */
  name: z.string().nullable(),
  settings: settingsSchema,
  createdBy: z.string(),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
});
export type PersonRecord = z.infer<typeof personSchema>;
export type StoredPerson = Stored<PersonRecord>;

/** Under the person's id. Whoever has set nothing has no record. */
export const people: Collection<PersonRecord> = { name: 'core.people', schema: personSchema, indexes: [] };

/**
 * What is set, once a channel is gone; undefined where it is not named. A kind of notice that was to go by it alone goes by
 * all that are on: the channel was taken away, and not the wish to be told.
 */
export const withoutChannel = (settings: Settings, id: string): Settings | undefined => {
  const left = Object.entries(settings.channels ?? {}).flatMap(([kind, wanted]) => {
    if (wanted === 'all' || !wanted.includes(id)) return [];
    const others = wanted.filter((each) => each !== id);
    return [[kind, others.length === 0 ? ('all' as const) : others]];
  });
  return left.length === 0
    ? undefined
    : { ...settings, channels: { ...settings.channels, ...Object.fromEntries(left) } };
};

export const channelsFor = (settings: Settings, kind: NoticeKind): WantedChannels => settings.channels?.[kind] ?? 'all';
