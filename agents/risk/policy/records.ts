import { z } from 'zod';
import type { Collection } from '../../../core/ports/records.ts';

const detectorPolicySchema = z.object({
  enabled: z.boolean().optional(),
  /** Thresholds that differ from the detector's defaults, by name. */
  thresholds: z.record(z.string(), z.json()),
});

/** What a workspace has changed. One record per workspace. */
const policyRecordSchema = z.object({
  detectors: z.record(z.string(), detectorPolicySchema),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type PolicyRecord = z.infer<typeof policyRecordSchema>;

export const policies: Collection<PolicyRecord> = { name: 'risk.policies', schema: policyRecordSchema, indexes: [] };

/** The record's id; each workspace has its own. */
export const POLICY_ID = 'policy';
