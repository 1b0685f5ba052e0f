import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { documentKinds } from '../../core/ports/detector.ts';
import { readJsonLines } from '../json-lines.ts';

const FILE = path.join(import.meta.dirname, 'sentences.jsonl');

const offset = z.strictObject({
  value: z.number().nonnegative(),
  unit: z.enum(['hour', 'day', 'business-day', 'week', 'month', 'quarter', 'year']),
  direction: z.enum(['before', 'after']),
  bound: z.enum(['least', 'most', 'exact']),
});
const words = z.array(z.string().min(1)).min(1);

/** What is not given is not held against the deadline that was read, but for a relative one: it has an offset. */
const deadline = z.strictObject({
  kind: z.enum(['absolute', 'relative', 'recurring', 'none']),
  /** null: it must stay open. */
  date: z.iso.date().nullable().optional(),
  time: z.string().optional(),
  timezone: z.string().optional(),
  offset: offset.optional(),
  /** Words of what it counts from. */
  event: words.optional(),
  term: z.string().optional(),
  rrule: z.string().optional(),
  starts: z.iso.date().optional(),
  calendar: z.string().optional(),
  /** Something must be known before there is a date. */
  needs: z.literal(true).optional(),
});
export type ExpectedDeadline = z.infer<typeof deadline>;

const duty = z.strictObject({
  /** `name` of one of the case's parties. */
  party: z.string(),
  modality: z.enum(['obligation', 'prohibition', 'entitlement', 'permission']),
  /** Words that the action must hold, in any form. */
  action: words,
  counterparty: z.string().optional(),
  condition: words.optional(),
  trigger: words.optional(),
  deadline,
});
export type ExpectedDuty = z.infer<typeof duty>;

const caseSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  document: z.enum(documentKinds),
  text: z.string(),
  parties: z.array(z.strictObject({ name: z.string(), aliases: z.array(z.string()) })).min(1),
  /** The day that it is when the next date of a recurring deadline is asked for. */
  asOf: z.iso.date(),
  timezone: z.string(),
  /** What the document's terms come to, by their names: `{ expirationDate: '2027-03-31' }`. */
  terms: z.record(z.string(), z.string()),
  /** Days that the user has given, with words of the event. */
  known: z.array(z.strictObject({ event: words, date: z.iso.date() })).optional(),
  expected: z.array(duty),
});
export type Case = z.infer<typeof caseSchema>;

export const halves = ['development', 'held-out'] as const;
export type Half = (typeof halves)[number];

/** Fixed by the case's id, so that a new case falls into its half without anybody choosing. */
export const halfOf = ({ id }: Pick<Case, 'id'>): Half =>
  (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'development' : 'held-out';

export const readCases = (): readonly Case[] => readJsonLines(FILE, caseSchema);
