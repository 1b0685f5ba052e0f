import { chosenDocuments } from '../../../core/document/chosen.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { type Severity, severities } from '../../../core/ports/detector.ts';
import type { Logger } from '../../../core/ports/logger.ts';
import { findParty, type KnownParty, unknownParty } from '../../../core/reading/find-party.ts';
import { type Analysed, currentAnalyses } from '../analysis/current.ts';
import type { Status } from '../decisions/records.ts';
import { standingOf } from '../decisions/standing.ts';
import { bearingOf } from '../findings/bearing.ts';
import { byWeight, type FindingView, findingView } from '../findings/view.ts';
import type { EffectivePolicy } from '../policy/effective.ts';
import type { RiskPorts } from '../ports.ts';
import { type Loaded, loadRisks } from './load.ts';
import { notesOn } from './notes.ts';
import { type Counted, summaryOf } from './summary.ts';
import type { DocumentRisks } from './view.ts';

export type RisksRequest = {
  readonly documentIds: readonly string[];
  readonly party: string | undefined;
  readonly minSeverity: Severity;
  readonly statuses: readonly Status[];
};

type Context = {
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
};

export type Overview = {
  readonly documents: readonly {
    readonly analysed: Analysed;
    readonly view: DocumentRisks;
    readonly counted: Counted;
  }[];
  readonly policy: EffectivePolicy;
};

/**
 * The risks of the documents that were asked for, as they stand now. Throws `unknown_party` where none of them has the
 * party, and what `chosenDocuments` throws.
 */
export const risksOf = async (
  ports: RiskPorts,
  principal: Principal,
  request: RisksRequest,
  { progress, ...context }: Context,
): Promise<Overview> => {
  const chosen = await chosenDocuments(ports.documents, principal, request.documentIds);
  const { analysed, policy } = await currentAnalyses(ports, principal, chosen, {
    ...context,
    progress: (done) => progress(done, chosen.length),
  });
  if (request.party !== undefined) refuseUnknown(request.party, analysed);
  const loaded = await loadRisks(
    ports,
    principal,
    analysed.map(({ document }) => document.id),
  );
  const names = await namesOf(ports, principal, analysed);
  const documents = analysed.map((each) => {
    const counted = countedOf(each, request, loaded, names);
    return { analysed: each, view: viewOf(each, counted, request, names), counted };
  });
  return { documents, policy };
};

const readerOf = ({ analysis }: Analysed, { party }: RisksRequest): KnownParty | undefined =>
  party === undefined ? undefined : findParty(analysis.parties, party);

const refuseUnknown = (party: string, analysed: readonly Analysed[]): void => {
  if (analysed.some(({ analysis }) => findParty(analysis.parties, party) !== undefined)) return;
  throw unknownParty(
    party,
    analysed.flatMap(({ analysis }) => analysis.parties),
  );
};

const countedOf = (
  { document, live, analysis }: Analysed,
  request: RisksRequest,
  loaded: Loaded,
  names: ReadonlyMap<string, string>,
): Counted => {
  const reader = readerOf({ document, live, analysis }, request);
  const decided = loaded.decisions.get(document.id) ?? new Map();
  const all = (loaded.findings.get(document.id) ?? []).filter(({ version }) => version === live.version);
  const nameOf = (id: string) => names.get(id);
  const found = all
    .flatMap((each) => {
      const bearing = reader === undefined ? null : bearingOf(each.hurts, analysis.parties, reader);
      return bearing === 'others' ? [] : [findingView(each, standingOf(each, decided), nameOf, bearing)];
    })
    .sort(byWeight);
  const least = severities.indexOf(request.minSeverity);
  const shown = found.filter(
    ({ severity, status }) => severities.indexOf(severity) >= least && request.statuses.includes(status),
  );
  return { found, shown, hurtsOthers: all.length - found.length };
};

const viewOf = (
  analysed: Analysed,
  counted: Counted,
  request: RisksRequest,
  names: ReadonlyMap<string, string>,
): DocumentRisks => {
  const { document, live, analysis } = analysed;
  const isMissing = ({ kind }: FindingView): boolean => kind === 'missing';
  return {
    document_id: document.id,
    name: live.name,
    version: live.version,
    kind: analysis.kind,
    kind_probability: analysis.kindProbability,
    parties: analysis.parties,
    reader: readerOf(analysed, request) ?? null,
    related: analysis.related.map(({ documentId: id }) => ({ document_id: id, document_name: names.get(id) ?? id })),
    findings: counted.shown.filter((each) => !isMissing(each)),
    missing: counted.shown.filter(isMissing),
    candidates: [],
    summary: summaryOf([counted]),
    notes: notesOn(analysed, request.party),
  };
};

/** What the documents that these are related to are called. */
const namesOf = async (
  { documents }: Pick<RiskPorts, 'documents'>,
  principal: Principal,
  analysed: readonly Analysed[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(analysed.flatMap(({ analysis }) => analysis.related.map(({ documentId }) => documentId)))];
  const found = ids.length === 0 ? [] : await documents.ready(principal, ids);
  return new Map(found.map(({ id, value }) => [id, value.live?.name ?? value.name]));
};
