import { type EvidenceView, evidenceView } from '../../core/evidence/evidence-view.ts';
import { verifyPlace } from '../../core/evidence/verify-place.ts';
import type { Principal } from '../../core/identity/principal.ts';
import type { ReadDocument } from '../../core/ports/detector.ts';
import type { Source } from './model/terms.ts';
import type { ObligationPorts } from './ports.ts';

/** What stands at the places, each checked against the stored text; what does not stand there is left out. */
export const verifiedEvidence = async (
  { documents }: Pick<ObligationPorts, 'documents'>,
  principal: Principal,
  read: readonly ReadDocument[],
  sources: readonly Source[],
): Promise<EvidenceView[]> => {
  const [own, ...others] = read;
  if (own === undefined) return [];
  const views: EvidenceView[] = [];
  for (const source of sources) {
    const evidence = await verifyPlace(documents, principal, own, others, source);
    if (evidence === undefined) continue;
    views.push(evidenceView(evidence, others.find(({ documentId }) => documentId === evidence.documentId)?.name));
  }
  return views;
};
