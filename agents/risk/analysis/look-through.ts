import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { type Amendments, amendedAt, amendmentsOf } from '../../../core/contracts/amended.ts';
import type { Documents } from '../../../core/document/documents.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { type Place, verifyPlace } from '../../../core/evidence/verify-place.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { type ReadDocument, severities } from '../../../core/ports/detector.ts';
import type { Logger } from '../../../core/ports/logger.ts';
import { readingLimit, withinTime } from '../../../core/reading/within-time.ts';
import { identify } from '../findings/identity.ts';
import type { AnalysisRecord, FindingRecord } from '../findings/records.ts';
import type { EffectiveDetector } from '../policy/effective.ts';

export type Trouble = AnalysisRecord['troubles'][number];

export type LookedThrough = { readonly found: readonly FindingRecord[]; readonly troubles: readonly Trouble[] };

type Subject = { readonly document: ReadDocument; readonly related: readonly ReadDocument[] };
type Reading = Subject & { readonly amendments: Amendments };

type Context = {
  readonly documents: Pick<Documents, 'verify'>;
  readonly principal: Principal;
  readonly log: Logger;
  readonly signal: AbortSignal;
};

/**
 * Everything that the detectors find in a document, as far as its evidence stands in the stored text. A detector that
 * fails costs its own findings only, and is named.
 */
export const lookThrough = async (
  subject: Subject,
  detectors: readonly EffectiveDetector[],
  context: Context,
): Promise<LookedThrough> => {
  const found: Found[] = [];
  const troubles: Trouble[] = [];
  // Nobody misses a protection in a picture that could not be read.
  if (subject.document.units.length === 0) return { found: [], troubles };
  const reading = { ...subject, amendments: amendmentsOf(subject.document, subject.related) };
  for (const each of detectors) {
    context.signal.throwIfAborted();
    if (!each.enabled || !appliesTo(each, subject.document)) continue;
    // Detectors do not wait for anything: without a pause a long document would hold up everybody else.
    await breathe();
    const { findings, problems } = await findingsOf(each, reading, context);
    found.push(...findings);
    troubles.push(...problems.map((problem) => ({ detector: each.id, problem })));
  }
  return { found: identify(found), troubles };
};

type Found = Omit<FindingRecord, 'finding' | 'key' | 'ordinal' | 'of'>;

const appliesTo = ({ detector }: EffectiveDetector, { kind }: ReadDocument): boolean =>
  detector.appliesTo === undefined || detector.appliesTo.includes(kind);

const findingsOf = async (
  { id, version, detector, policy }: EffectiveDetector,
  { amendments, ...subject }: Reading,
  context: Context,
): Promise<{ findings: readonly Found[]; problems: readonly string[] }> => {
  const seen = detectedBy(() =>
    withinTime(
      () => detector.detect({ ...subject, policy: policy as never }),
      readingLimit(subject.document.text.length),
    ),
  );
  if (!('detected' in seen)) {
    context.log.warn({ detector: id, err: seen.cause }, 'detector failed');
    return { findings: [], problems: [seen.problem] };
  }
  const { document } = subject;
  const findings: Found[] = [];
  let dropped = 0;
  for (const { evidence: places, ...detected } of seen.detected) {
    const evidence = await evidenceOf(places, detector.kind, subject, context);
    if (evidence === undefined) {
      dropped++;
      continue;
    }
    findings.push({
      documentId: document.documentId,
      version: document.version,
      detector: id,
      detectorVersion: version,
      kind: detector.kind,
      category: detector.category,
      title: detector.title,
      ...detected,
      hurts: detected.hurts.map((name) => partyNamed(document, name)),
      evidence,
      amended: await amendedAt(context.documents, context.principal, subject, amendments, evidence),
    });
  }
  if (dropped === 0) return { findings, problems: [] };
  context.log.warn({ detector: id, dropped }, 'evidence that is not in the document');
  return { findings, problems: [`${dropped} of its findings had evidence that is not in the document`] };
};

/** undefined where a finding cannot be shown to be so. */
const evidenceOf = async (
  places: readonly Place[],
  kind: FindingRecord['kind'],
  { document, related }: Subject,
  { documents, principal }: Context,
): Promise<FindingRecord['evidence'] | undefined> => {
  if (places.length === 0) return kind === 'missing' ? [] : undefined;
  const checked = await Promise.all(places.map((place) => verifyPlace(documents, principal, document, related, place)));
  const evidence = checked.filter((each) => each !== undefined);
  return evidence.length === places.length ? evidence : undefined;
};

const sentence = z.string().trim().min(1).max(2000);

/** What a detector may say; one of a third party may say anything. */
const detectedSchema = z.array(
  z.object({
    evidence: z.array(z.object({ start: z.int(), end: z.int(), documentId: z.string().optional() })).max(20),
    severity: z.enum(severities),
    reasons: z.array(sentence).max(20),
    confidence: z.number().min(0).max(1),
    rationale: sentence,
    recommendation: sentence,
    hurts: z.array(z.string().min(1)).max(20),
  }),
);

type Seen =
  | { readonly detected: z.output<typeof detectedSchema> }
  | { readonly problem: string; readonly cause: unknown };

const detectedBy = (detect: () => unknown): Seen => {
  try {
    const checked = detectedSchema.safeParse(detect());
    return checked.success
      ? { detected: checked.data }
      : { problem: 'it returned something that is no finding', cause: checked.error };
  } catch (thrown) {
    const { code, cause } = DossierError.from(thrown);
    const problem = code === 'reading_timeout' ? 'it took too long and was stopped' : 'it stopped with an error';
    return { problem, cause: cause ?? thrown };
  }
};

/** The name of whom a detector may have called by an alias. */
const partyNamed = ({ parties }: ReadDocument, name: string): string =>
  parties.find((party) => party.name === name || party.aliases.includes(name))?.name ?? name;
