import { DossierError } from '../../../core/errors/error.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { Logger } from '../../../core/ports/logger.ts';
import type { Model } from '../../../core/ports/model.ts';
import { passagesOf } from '../../../core/reading/passages-of.ts';
import { byWeight, type FindingView } from '../findings/view.ts';
import { type DocumentText, textsOf } from '../overview/texts.ts';
import type { DocumentRisks } from '../overview/view.ts';
import type { EffectiveDetector } from '../policy/effective.ts';
import type { RiskPorts } from '../ports.ts';
import type { Candidate } from './candidate.ts';
import { candidatesIn } from './candidates.ts';
import type { Claim } from './claims.ts';
import { explanationsOf } from './explanations.ts';
import { furtherSources } from './sources.ts';

type Ports = Pick<RiskPorts, 'documents' | 'passages' | 'model'>;

export type ExplainContext = {
  readonly detectors: readonly EffectiveDetector[];
  /** In the words of who asks. */
  readonly party: string | undefined;
  readonly log: Logger;
  readonly signal: AbortSignal;
};

/** Findings of one document that are explained, and documents that are spoken of in one call. */
const MOST_FINDINGS = 20;
const MOST_DOCUMENTS = 10;

/**
 * The documents with what the chat model has to say: explanations of findings, and risks that it proposes. What it
 * fails to say costs nothing of the rest and is noted.
 */
export const explained = async (
  ports: Ports,
  principal: Principal,
  views: readonly DocumentRisks[],
  context: ExplainContext,
): Promise<readonly DocumentRisks[]> => {
  const model = ports.model.current();
  if (model === undefined)
    return views.map((view) =>
      noted(view, 'No chat model is configured (the setting model names one): nothing is explained.'),
    );
  let failure: string | undefined;
  const done: DocumentRisks[] = [];
  for (const [index, view] of views.entries()) {
    if (failure !== undefined) done.push(noted(view, failure));
    else if (index >= MOST_DOCUMENTS)
      done.push(noted(view, `The chat model was asked of the first ${MOST_DOCUMENTS} documents only.`));
    else {
      const said = await explainDocument(ports, principal, model, view, context);
      failure = said.failure;
      done.push(said.view);
    }
  }
  return done;
};

const noted = (view: DocumentRisks, note: string): DocumentRisks => ({ ...view, notes: [...view.notes, note] });

type Said = { readonly view: DocumentRisks; readonly failure: string | undefined };

const explainDocument = async (
  ports: Ports,
  principal: Principal,
  model: Model,
  view: DocumentRisks,
  { detectors, party, log, signal }: ExplainContext,
): Promise<Said> => {
  const documents = await textsOf(ports, principal, view);
  const all = [...view.findings, ...view.missing].sort(byWeight);
  const quoted = all.filter(({ evidence }) => evidence.length > 0).slice(0, MOST_FINDINGS);
  let explanations: ReadonlyMap<string, readonly Claim[]> = new Map();
  let candidates: readonly Candidate[] = [];
  let failure: string | undefined;
  try {
    const setting = { documents, detectors, reader: party, signal };
    explanations = await explanationsOf(ports, principal, model, quoted, setting);
    const sources = await furtherIn(ports, principal, view, documents);
    candidates = await candidatesIn(ports, principal, model, sources, { reader: party, findings: all, signal });
    log.info(
      { explained: explanations.size, of: quoted.length, candidates: candidates.length },
      'explained by the model',
    );
  } catch (thrown) {
    const error = DossierError.from(thrown);
    if (error.code === 'cancelled' || signal.aborted) throw error;
    log.warn({ code: error.code }, 'going on without the model');
    failure = `The chat model gave no usable answer (${error.code}): what it would have said is missing.`;
  }
  const withText = (finding: FindingView): FindingView => {
    const claims = explanations.get(finding.id);
    if (claims === undefined) return finding;
    const text = claims.map((claim) => claim.text).join(' ');
    return { ...finding, explanation: { text, by: model.name, evidence: claims.flatMap(({ evidence }) => evidence) } };
  };
  const told = {
    ...view,
    findings: view.findings.map(withText),
    missing: view.missing.map(withText),
    candidates: [...candidates],
  };
  return { view: failure === undefined ? told : noted(told, failure), failure };
};

const furtherIn = async (
  ports: Ports,
  principal: Principal,
  view: DocumentRisks,
  documents: ReadonlyMap<string, DocumentText>,
) => {
  const stored = await ports.documents.get(principal, view.document_id);
  const own = documents.get(view.document_id);
  const passages = stored && own && (await passagesOf(ports, principal, stored, own.version));
  return passages === undefined || own === undefined ? [] : furtherSources(own, passages);
};
