import { z } from 'zod';
import { evidenceRecordSchema } from '../../../core/evidence/evidence-record.ts';
import type { Collection } from '../../../core/ports/records.ts';
import { type Deadline, deadlineSchema, statedDeadlineSchema } from '../model/deadline.ts';
import { modalities } from '../model/reading.ts';

const day = z.iso.date();

/** What is to be done every day is no deadline: nobody wants to hear of it each morning. */
export const isContinual = ({ kind, rrule }: Pick<Deadline, 'kind' | 'rrule'>): boolean =>
  kind === 'recurring' && rrule !== null && /(?:^|;)FREQ=DAILY(?:;|$)/.test(rrule) && !/INTERVAL/.test(rrule);

/** What lies in the way of whom: a day, an event that nobody has dated yet, or nothing. */
export const tiers = ['dated', 'open', 'none'] as const;
export type Tier = (typeof tiers)[number];

/** A day, and how it was reckoned. */
const datedSchema = z.object({ date: day, explanation: z.string() });
export type Dated = z.infer<typeof datedSchema>;

/** What one version of a document obliges somebody to, as it was read. */
export const readingSchema = z.object({
  documentId: z.string(),
  version: z.int().positive(),
  /** The obligation's id: the same for the same evidence in every version of the document. */
  obligation: z.string(),
  /** What the id is made of, without the ordinal: document, party, modality and the words of the evidence. */
  key: z.string(),
  /** Of the words of the evidence alone: finds it again where the party is called otherwise. */
  words: z.string(),
  /** 0-based, among those with one key. */
  ordinal: z.int().nonnegative(),
  /** A sentence that states it, or the terms of the contract from which it follows. */
  origin: z.enum(['sentence', 'terms']),
  party: z.string(),
  modality: z.enum(modalities),
  /** "pay the rent". */
  action: z.string(),
  counterparty: z.string().nullable(),
  condition: z.string().nullable(),
  trigger: z.string().nullable(),
  /** As it came out when the version was read: with the terms and with what was said of events by then. */
  deadline: deadlineSchema,
  /** As the sentence has it; null where it follows from the terms. */
  stated: statedDeadlineSchema.nullable(),
  /** Of what follows from the terms: its day in each period of the contract, in order. Empty for everything else. */
  periods: z.array(datedSchema),
  evidence: z.array(evidenceRecordSchema).min(1),
  /** Where amendments speak of the clause that it stands in. */
  amended: z.array(evidenceRecordSchema).default([]),
  confidence: z.number().min(0).max(1),
  tier: z.enum(tiers),
});
export type Reading = z.infer<typeof readingSchema>;

/** By `version:obligation`, so that those of a version on its way do not replace those of the one that is live. */
export const readings: Collection<Reading> = {
  name: 'obligation.readings',
  schema: readingSchema,
  indexes: [{ fields: ['documentId'] }, { fields: ['obligation'] }, { fields: ['tier'] }],
};

/** That a version was read, by what, and with what. */
const analysisSchema = z.object({
  documentId: z.string(),
  version: z.int().positive(),
  /** Of all that decides what is read. */
  fingerprint: z.string(),
  parties: z.array(z.object({ name: z.string(), aliases: z.array(z.string()) })),
  /** Amendments of the same contract that were read with it, and whether there are any: queries cannot look into the list. */
  related: z.array(z.object({ documentId: z.string(), version: z.int().positive() })),
  beside: z.boolean(),
  /** null without one, "failed" where it could not read the document. */
  clauseModel: z.string().nullable(),
  /** How many obligations are in each tier. */
  counts: z.object({ dated: z.int().nonnegative(), open: z.int().nonnegative(), none: z.int().nonnegative() }),
  /** Readings whose evidence does not stand in the text; they were left out. */
  dropped: z.int().nonnegative(),
  /** What decided on a later reading that took too long and was stopped: it is not tried again with the same. */
  tooLong: z.string().nullable().default(null),
  analysedAt: z.string(),
});
export type Analysis = z.infer<typeof analysisSchema>;

export const analyses: Collection<Analysis> = {
  name: 'obligation.analyses',
  schema: analysisSchema,
  indexes: [{ fields: ['documentId'] }, { fields: ['beside'] }],
};
