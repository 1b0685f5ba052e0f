import path from 'node:path';
import { z } from 'zod';
import { readJsonLines } from '../json-lines.ts';

export { type Half, halfOf, halves } from '../obligations/cases.ts';

const FILE = path.join(import.meta.dirname, 'cases.jsonl');

const duration = z.string().regex(/^P[1-9]\d*[DWMY]$/);

/** null: the excerpt does not say it, or it depends on what the excerpt does not say. */
const expected = z.strictObject({
  agreementDate: z.iso.date().nullable(),
  effectiveDate: z.iso.date().nullable(),
  expirationDate: z.union([z.iso.date(), z.literal('perpetual')]).nullable(),
  renewalTerm: duration.nullable(),
  noticePeriod: duration.nullable(),
  governingLaw: z.string().min(1).nullable(),
});
export type ExpectedTerms = z.infer<typeof expected>;

const caseSchema = z.strictObject({
  id: z.string(),
  /** What the end of the contract is a case of. */
  kind: z.string(),
  text: z.string(),
  expected,
});
export type Case = z.infer<typeof caseSchema>;

export const readCases = (): readonly Case[] => readJsonLines(FILE, caseSchema);
