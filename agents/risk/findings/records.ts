import { z } from 'zod';
import { evidenceRecordSchema } from '../../../core/evidence/evidence-record.ts';
import { documentKinds, riskCategories, severities } from '../../../core/ports/detector.ts';
import type { Collection } from '../../../core/ports/records.ts';

/** What a detector found in one version of a document. */
const findingRecordSchema = z.object({
  documentId: z.string(),
  version: z.int().positive(),
  /** The finding's id: the same for the same evidence in every version of the document. */
  finding: z.string(),
  /** What the id is made of, without the ordinal: findings with one key have the same words as evidence. */
  key: z.string(),
  /** 0-based, by place, among the findings with this key, and how many these are. */
  ordinal: z.int().nonnegative(),
  of: z.int().positive(),
  detector: z.string(),
  detectorVersion: z.string(),
  kind: z.enum(['present', 'missing', 'conflict']),
  category: z.enum(riskCategories),
  title: z.string(),
  severity: z.enum(severities),
  reasons: z.array(z.string()),
  confidence: z.number().min(0).max(1),
  rationale: z.string(),
  recommendation: z.string(),
  hurts: z.array(z.string()),
  evidence: z.array(evidenceRecordSchema),
  /** Where amendments of the same contract speak of the clause, checked like the evidence. */
  amended: z.array(evidenceRecordSchema),
});
export type FindingRecord = z.infer<typeof findingRecordSchema>;

/** By `version:finding`, so that the findings of a version on its way do not replace those of the one that is live. */
export const findings: Collection<FindingRecord> = {
  name: 'risk.findings',
  schema: findingRecordSchema,
  indexes: [{ fields: ['documentId'] }, { fields: ['finding'] }],
};

/** That a version was looked through, by what, and with what. */
const analysisRecordSchema = z.object({
  documentId: z.string(),
  version: z.int().positive(),
  /** Of all that decides what is found: detectors, thresholds, clause model, related documents. */
  fingerprint: z.string(),
  kind: z.enum(documentKinds),
  kindProbability: z.number().min(0).max(1),
  parties: z.array(z.object({ name: z.string(), aliases: z.array(z.string()) })),
  /** The clause model that was used; null without one, "failed" where it could not read the document. */
  clauseModel: z.string().nullable(),
  /** Documents of the same contract that were read with it, oldest first. */
  related: z.array(z.object({ documentId: z.string(), version: z.int().positive() })),
  /** Whether there are any; queries cannot look into the list. */
  beside: z.boolean(),
  /** Detectors that stopped with an error or said what could not be checked, and how many findings that cost. */
  troubles: z.array(z.object({ detector: z.string(), problem: z.string() })),
  analysedAt: z.string(),
});
export type AnalysisRecord = z.infer<typeof analysisRecordSchema>;

export const analyses: Collection<AnalysisRecord> = {
  name: 'risk.analyses',
  schema: analysisRecordSchema,
  indexes: [{ fields: ['documentId'] }, { fields: ['beside'] }],
};
