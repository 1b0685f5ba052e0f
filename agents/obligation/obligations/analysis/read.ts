import { amendedAt, amendmentsOf } from '../../../../core/contracts/amended.ts';
import type { Documents } from '../../../../core/document/documents.ts';
import type { EvidenceRecord } from '../../../../core/evidence/evidence-record.ts';
import { verifyPlace } from '../../../../core/evidence/verify-place.ts';
import type { Principal } from '../../../../core/identity/principal.ts';
import type { ReadDocument } from '../../../../core/ports/detector.ts';
import { identify } from '../identity.ts';
import type { Found } from '../read/found.ts';
import { isContinual, type Reading } from '../records.ts';

type Checked = { readonly found: readonly Reading[]; readonly dropped: number };

/**
 * What was read, as far as its evidence stands in the stored text, each under its name. One with a quote that does not
 * stand there is dropped.
 */
export const checkedReadings = async (
  documents: Pick<Documents, 'verify'>,
  principal: Principal,
  subject: { readonly document: ReadDocument; readonly related: readonly ReadDocument[] },
  found: readonly Found[],
  decided: readonly Pick<Reading, 'obligation' | 'key' | 'words' | 'ordinal' | 'action'>[],
): Promise<Checked> => {
  const { document, related } = subject;
  const { documentId, version } = document;
  const amendments = amendmentsOf(document, related);
  const checked: Omit<Reading, 'obligation' | 'key' | 'words' | 'ordinal'>[] = [];
  for (const { places, ...each } of found) {
    const evidence: (EvidenceRecord | undefined)[] = [];
    for (const place of places) evidence.push(await verifyPlace(documents, principal, document, related, place));
    const standing = evidence.filter((quote) => quote !== undefined);
    if (standing.length === 0 || standing.length < evidence.length) continue;
    const amended = await amendedAt(documents, principal, subject, amendments, standing);
    checked.push({ ...each, documentId, version, evidence: standing, amended, tier: tierOf(each) });
  }
  return { found: identify(checked, decided), dropped: found.length - checked.length };
};

const tierOf = ({ deadline, periods }: Found | Omit<Found, 'places'>): Reading['tier'] => {
  if (isContinual(deadline)) return 'none';
  if (periods.length > 0 || deadline.date !== null) return 'dated';
  if (deadline.kind === 'none') return 'none';
  return deadline.kind === 'recurring' && deadline.needs === null ? 'dated' : 'open';
};
