import { createHash } from 'node:crypto';
import { z } from 'zod';
import { noticeKinds } from '../ports/notifications.ts';
import type { Collection, Stored } from '../ports/records.ts';

/** Kind of the jobs that send; their key is the delivery's id. */
export const NOTIFY = 'notify';

const instant = z.iso.datetime();

/** Words to people about the service itself, beside what agents notify of. */
export const serviceKinds = ['channel-off', 'undelivered', 'proof', 'test'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

const itemSchema = z.object({
  title: z.string(),
  label: z.string().exactOptional(),
  party: z.string().exactOptional(),
  due: z.object({ date: z.iso.date(), words: z.string() }).exactOptional(),
  obligationId: z.string().exactOptional(),
  document: z.object({ id: z.string(), name: z.string() }),
  quote: z.string().exactOptional(),
  page: z.int().positive().exactOptional(),
});

/** What a word about the service is about; no address in full, no code. */
const subjectSchema = z.object({
  /** Id of the channel. */
  channel: z.string(),
  /** "E-mail a…@example.com". */
  name: z.string(),
  reason: z.string(),
});
export type ServiceSubject = z.infer<typeof subjectSchema>;

const noticeSchema = z.object({
  key: z.string().min(1).max(500),
  kind: z.enum([...noticeKinds, ...serviceKinds]),
  person: z.string(),
  title: z.string(),
  /** Their quotes are taken out once every delivery has ended. */
  items: z.array(itemSchema),
  lateSince: instant.nullable(),
  subject: subjectSchema.nullable(),
  /** `kind-off`: the person wants no notices of this kind. Of all but the first and the last, another try may be made. */
  state: z.enum(['accepted', 'paused', 'kind-off', 'no-channel', 'withdrawn']),
  createdAt: instant,
});
export type NoticeRecord = z.infer<typeof noticeSchema>;
export type StoredNotice = Stored<NoticeRecord>;

export const notices: Collection<NoticeRecord> = {
  name: 'core.notices',
  schema: noticeSchema,
  indexes: [{ fields: ['key'], unique: true }, { fields: ['person', 'createdAt'] }],
};

export const deliveryStates = ['waiting', 'sending', 'sent', 'failed', 'withdrawn'] as const;

const deliverySchema = z.object({
  /** Id of the notice. */
  notice: z.string(),
  noticeKey: z.string(),
  kind: z.enum([...noticeKinds, ...serviceKinds]),
  person: z.string(),
  /** Id of the channel. */
  channelId: z.string(),
  /** The notifier's name: "email". */
  channel: z.string(),
  /** As lists show it. */
  address: z.string(),
  /** `sending` while an attempt is on its way, and after one of which nobody knows how it came out. */
  state: z.enum(deliveryStates),
  /** Attempts begun. */
  attempts: z.int().nonnegative(),
  /** Of the last attempt, or why there is none. */
  reason: z.string().nullable(),
  /** No attempt before it. */
  nextAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  sentAt: instant.nullable(),
  /** The channel's own id of the message. */
  reference: z.string().nullable(),
});
export type DeliveryRecord = z.infer<typeof deliverySchema>;
export type StoredDelivery = Stored<DeliveryRecord>;

export const deliveries: Collection<DeliveryRecord> = {
  name: 'core.deliveries',
  schema: deliverySchema,
  indexes: [{ fields: ['notice'] }, { fields: ['noticeKey'] }, { fields: ['channelId'] }, { fields: ['reference'] }],
};

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** One notice for a key, whoever stores it first. */
export const noticeId = (key: string): string => `ntc_${digest(key)}`;

/** Also the idempotency key that goes out with the message, so it holds the workspace: the other side serves several. */
export const deliveryId = (workspace: string, key: string, channelId: string): string =>
  `dlv_${digest(workspace, key, channelId)}`;

export const hasEnded = ({ state }: DeliveryRecord): boolean => state !== 'waiting' && state !== 'sending';

/** As it is kept once nothing of it can go out any more: words of documents are kept with the documents. */
export const withoutQuotes = (notice: NoticeRecord): NoticeRecord => ({
  ...notice,
  items: notice.items.map(({ quote: _, ...item }) => item),
});
