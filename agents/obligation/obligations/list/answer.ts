import type { CallContext } from '../../../../core/capability/capability.ts';
import { chosenDocuments } from '../../../../core/document/chosen.ts';
import { compareText } from '../../../../core/text/order.ts';
import { type Class, classes, type Status } from '../../model/standing.ts';
import type { ObligationPorts } from '../../ports.ts';
import { type Analysed, currentAnalyses } from '../analysis/current.ts';
import type { ListInput, ListOutput } from '../capabilities/list.ts';
import { complete } from '../complete.ts';
import { momentOf } from '../lifecycle/moment.ts';
import type { ObligationView } from '../view.ts';
import { obligationView } from '../viewed.ts';
import { loadObligations } from './load.ts';
import { partyFilter } from './party.ts';
import { classOf, tiersOf } from './relevance.ts';

/** What the capability `obligations` does. */
export const answerObligations = async (
  ports: ObligationPorts,
  timezone: string,
  input: ListInput,
  context: CallContext,
): Promise<ListOutput> => {
  const { principal, log, signal } = context;
  const chosen = await chosenDocuments(ports.documents, principal, input.document_ids);
  const analysed = await currentAnalyses(ports, principal, chosen, {
    timezone,
    log,
    signal,
    progress: (done) => context.progress({ done, total: chosen.length }),
  });
  const wanted = input.deadline ?? ['dated', 'open'];
  const held = await loadObligations(ports, principal, analysed, tiersOf(wanted));
  const moment = await momentOf(
    ports.clock.now(),
    held.map(({ reading }) => reading),
  );
  const all = held.map((each) => ({ view: obligationView(each, moment), touched: each.stored !== undefined }));
  const isParty = partyFilter(
    input.party,
    analysed,
    all.filter(({ touched }) => touched).map(({ view }) => view.party),
  );
  const asked = all.filter(({ view }) => isParty(view.document_id, view.party) && matches(view, input));
  const isWanted = ({ view, touched }: (typeof asked)[number]): boolean =>
    wanted.includes(classOf(view)) || (input.deadline === undefined && touched);
  const inClass = asked.filter(isWanted).map(({ view }) => view);
  const found = inClass.filter(({ status }) => input.status.includes(status)).sort(byUrgency);
  const from = input.after === undefined ? 0 : found.findIndex(({ id }) => id === input.after) + 1;
  const page = found.slice(from, from + input.limit);
  return {
    obligations: await complete(ports, principal, page),
    next: from + input.limit < found.length ? (page.at(-1)?.id ?? null) : null,
    total: found.length,
    unread: analysed.flatMap(({ unread, document, live }) =>
      unread ? [{ document_id: document.id, document_name: live.name }] : [],
    ),
    summary: {
      by_status: countBy(inClass),
      past: wanted.includes('past')
        ? 0
        : asked.filter((each) => classOf(each.view) === 'past' && !isWanted(each)).length,
      without_deadline: wanted.includes('none') ? 0 : withoutDeadline(analysed),
    },
  };
};

const matches = (view: ObligationView, { modality, due_before, due_after }: ListInput): boolean => {
  const { date } = view.deadline;
  return (
    modality.includes(view.modality) &&
    (due_before === undefined || (date !== null && date <= due_before)) &&
    (due_after === undefined || (date !== null && date >= due_after))
  );
};

const withoutDeadline = (analysed: readonly Analysed[]): number =>
  analysed.reduce((sum, { analysis }) => sum + analysis.counts.none, 0);

const countBy = (views: readonly ObligationView[]): Record<Status, number> => {
  const counts = { proposed: 0, confirmed: 0, snoozed: 0, overdue: 0, done: 0, dismissed: 0 };
  for (const { status } of views) counts[status]++;
  return counts;
};

/** What is due first stands first; of what waits for an event, and of what has no deadline, the surest. */
const byUrgency = (a: ObligationView, b: ObligationView): number =>
  rank(a) - rank(b) ||
  compareText(a.deadline.date ?? '', b.deadline.date ?? '') ||
  b.confidence - a.confidence ||
  compareText(a.document_name, b.document_name) ||
  (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) ||
  compareText(a.id, b.id);

const order: readonly Class[] = classes;
const rank = (view: ObligationView): number => order.indexOf(classOf(view));
