import type { CallContext } from '../../../core/capability/capability.ts';
import { chosenDocuments } from '../../../core/document/chosen.ts';
import { currentAnalyses } from '../obligations/analysis/current.ts';
import { fallsDue } from '../obligations/falls-due.ts';
import { effectiveOf } from '../obligations/lifecycle/effective.ts';
import { momentOf } from '../obligations/lifecycle/moment.ts';
import { loadObligations } from '../obligations/list/load.ts';
import { partyFilter } from '../obligations/list/party.ts';
import { documentNames } from '../obligations/names.ts';
import type { ObligationPorts } from '../ports.ts';
import type { TimelineEntry } from './model.ts';

export type Wanted = {
  readonly documents: readonly string[];
  readonly party: string | undefined;
  readonly timezone: string;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
};

/** What falls due within these days: what was confirmed, and what was read and nobody decided on. `unread`: names of documents. */
export const timelineEntries = async (
  ports: ObligationPorts,
  { documents, party, timezone, from, to }: Wanted,
  { principal, log, signal, progress }: CallContext,
): Promise<{ readonly entries: readonly TimelineEntry[]; readonly unread: readonly string[] }> => {
  const chosen = await chosenDocuments(ports.documents, principal, documents);
  const analysed = await currentAnalyses(ports, principal, chosen, {
    timezone,
    log,
    signal,
    progress: (done) => progress({ done, total: chosen.length }),
  });
  const held = await loadObligations(ports, principal, analysed, ['dated']);
  const moment = await momentOf(
    ports.clock.now(),
    held.map(({ reading }) => reading),
  );
  const known = held.map(({ stored, ...each }) => {
    const state = stored?.value;
    const effective = effectiveOf(each.reading, state, moment);
    return { ...each, state, effective, standing: state?.standing ?? ('proposed' as const) };
  });
  const given = known.filter(({ state }) => state !== undefined).map(({ effective }) => effective.party);
  const isParty = partyFilter(party, analysed, given);
  const nameOf = documentNames(ports, principal);
  const entries = known
    .filter(({ documentId, effective }) => isParty(documentId, effective.party))
    .map(async ({ documentId, documentName, standing, present, ...each }): Promise<readonly TimelineEntry[]> => {
      // What the document no longer says counts only where somebody confirmed it.
      if (standing === 'done' || standing === 'dismissed' || (standing === 'proposed' && !present)) return [];
      const document = { id: documentId, name: documentName };
      const days = await fallsDue({ ...each, document }, { from, to }, nameOf);
      return days.map((day) => ({ ...day, standing }));
    });
  return {
    entries: (await Promise.all(entries)).flat(),
    unread: analysed.flatMap(({ unread, live }) => (unread ? [live.name] : [])),
  };
};
