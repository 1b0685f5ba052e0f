import type { CallContext } from '../../../core/capability/capability.ts';
import { chosenDocuments } from '../../../core/document/chosen.ts';
import { currentAnalyses } from '../obligations/analysis/current.ts';
import { effectiveOf } from '../obligations/lifecycle/effective.ts';
import { momentOf } from '../obligations/lifecycle/moment.ts';
import { occurrencesIn } from '../obligations/lifecycle/occurrences.ts';
import { loadObligations } from '../obligations/list/load.ts';
import { partyFilter } from '../obligations/list/party.ts';
import { documentNames } from '../obligations/names.ts';
import { titleOf } from '../obligations/title.ts';
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

/** What falls due within these days: what was confirmed, and what was read and nobody decided on. */
export const timelineEntries = async (
  ports: ObligationPorts,
  { documents, party, timezone, from, to }: Wanted,
  { principal, log, signal, progress }: CallContext,
): Promise<readonly TimelineEntry[]> => {
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
  const isParty = partyFilter(
    party,
    analysed,
    held.filter(({ stored }) => stored !== undefined).map(({ reading }) => reading.party),
  );
  const nameOf = documentNames(ports, principal);
  const entries = held.map(
    async ({ id, documentId, documentName, reading, present, stored }): Promise<TimelineEntry[]> => {
      const state = stored?.value;
      const standing = state?.standing ?? 'proposed';
      // What the document no longer says counts only where somebody confirmed it.
      if (standing === 'done' || standing === 'dismissed' || (standing === 'proposed' && !present)) return [];
      const effective = effectiveOf(reading, state, moment);
      if (!isParty(documentId, effective.party)) return [];
      const [evidence] = reading.evidence;
      const quotedId = evidence?.documentId ?? documentId;
      const quotedIn = { id: quotedId, name: (await nameOf(quotedId)) ?? documentName };
      return occurrencesIn(effective, state, from, to).map(({ date }) => ({
        obligationId: id,
        title: titleOf(reading.modality, effective.action),
        party: effective.party,
        document: { id: documentId, name: documentName },
        date,
        time: effective.deadline.time ?? undefined,
        timezone: effective.deadline.timezone,
        quote: evidence?.quote ?? '',
        quotedIn,
        page: evidence?.page ?? 1,
        standing,
      }));
    },
  );
  return (await Promise.all(entries)).flat();
};
