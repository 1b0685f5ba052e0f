import { z } from 'zod';
import { type EvidenceView, evidenceView, evidenceViewSchema } from '../../../core/evidence/evidence-view.ts';
import { riskCategories, severities } from '../../../core/ports/detector.ts';
import { statuses } from '../decisions/records.ts';
import type { Standing } from '../decisions/standing.ts';
import { bearingReason } from './bearing.ts';
import type { FindingRecord } from './records.ts';

/** What a chat model made of a finding. */
const explanationSchema = z.object({
  text: z.string().describe('In plain words: sentences that their quotes bear out.'),
  by: z.string().describe('The chat model.'),
  evidence: z.array(evidenceViewSchema),
});

export const findingViewSchema = z.object({
  id: z.string().describe('The same as long as the detector and the words of the evidence are the same.'),
  detector: z.string(),
  detector_version: z.string(),
  kind: z
    .enum(['present', 'missing', 'conflict'])
    .describe(
      'A clause that is there and dangerous, a protection that is not there, or terms that contradict each other.',
    ),
  category: z.enum(riskCategories),
  title: z.string(),
  severity: z.enum(severities).describe('For those whom it hurts.'),
  falls_on: z
    .enum(['you', 'either', 'unclear'])
    .nullable()
    .describe(
      'Where a party was named: on that one and not on all, on either side, or on a party that was not recognised. What falls on others only is left out.',
    ),
  reasons: z.array(z.string()).describe('Why it is as severe as that, for the party that was named where one was.'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('Probability that this is there, or missing, as stated: an estimate of the detector.'),
  rationale: z.string().describe('Why it matters here.'),
  recommendation: z.string().describe('What to ask for instead.'),
  status: z.enum(statuses),
  hurts: z
    .array(z.string())
    .describe('Names of the parties whom it hurts; empty where it hurts whoever the reader is.'),
  evidence: z.array(evidenceViewSchema).describe('The most telling first; empty where a protection is missing.'),
  amended: z
    .array(evidenceViewSchema)
    .describe('Where an amendment of the same contract speaks of the clause: read it before you act on the finding.'),
  history: z
    .array(
      z.object({
        status: z.enum(statuses),
        reason: z.string().nullable(),
        by: z.string(),
        decided_at: z.string(),
        version: z.int().positive().describe('Of the document, when it was decided.'),
        severity: z.enum(severities).describe('Of the finding, when it was decided.'),
      }),
    )
    .describe('What was decided on it, by whom, when and why; the latest last.'),
  explanation: explanationSchema.optional().describe('Only where a chat model was asked and what it said holds.'),
});
export type FindingView = z.infer<typeof findingViewSchema>;

/** `nameOf` says what another document of the same contract is called; `fallsOn` is null where nobody said who reads. */
export const findingView = (
  record: FindingRecord,
  { status, history }: Standing,
  nameOf: (documentId: string) => string | undefined,
  fallsOn: FindingView['falls_on'] = null,
): FindingView => ({
  id: record.finding,
  detector: record.detector,
  detector_version: record.detectorVersion,
  kind: record.kind,
  category: record.category,
  title: record.title,
  severity: record.severity,
  falls_on: fallsOn,
  reasons: fallsOn === null ? record.reasons : [bearingReason[fallsOn], ...record.reasons],
  confidence: record.confidence,
  rationale: record.rationale,
  recommendation: record.recommendation,
  status,
  hurts: record.hurts,
  evidence: viewsOf(record.evidence, record.documentId, nameOf),
  amended: viewsOf(record.amended, record.documentId, nameOf),
  history: history.map(({ decidedAt, ...decision }) => ({ ...decision, decided_at: decidedAt })),
});

const viewsOf = (
  evidence: FindingRecord['evidence'],
  own: string,
  nameOf: (documentId: string) => string | undefined,
): EvidenceView[] =>
  evidence.map((each) => evidenceView(each, each.documentId === own ? undefined : nameOf(each.documentId)));

/** The worst first, of those what falls on the reader, then the surest, then by place. */
export const byWeight = (a: FindingView, b: FindingView): number =>
  severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
  Number(b.falls_on === 'you') - Number(a.falls_on === 'you') ||
  b.confidence - a.confidence ||
  (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) ||
  (a.id < b.id ? -1 : 1);
