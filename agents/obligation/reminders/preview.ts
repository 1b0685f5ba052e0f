import type { Principal } from '../../../core/identity/principal.ts';
import { knownReminders } from './known.ts';
import { dueWords } from './notice.ts';
import type { ReminderPorts } from './ports.ts';
import { instantOf } from './reconcile.ts';
import type { MessageView } from './view.ts';

/** The messages that would go out from now on if nobody did anything, in their order; those of one person and instant as one where they want it so. */
export const previewMessages = async (
  ports: ReminderPorts,
  principal: Principal,
  { days, person }: { readonly days: number; readonly person: string | undefined },
): Promise<readonly MessageView[]> => {
  const { desired, known } = await knownReminders(ports, principal);
  const now = Temporal.Instant.fromEpochMilliseconds(ports.clock.now());
  const until = instantOf(now.add({ hours: 24 * days }));
  const coming = new Set(
    known.filter(({ view }) => view.state === 'planned' && view.at <= until).map(({ view }) => view.id),
  );
  const planned = desired.planned
    .filter((each) => coming.has(each.id) && (person === undefined || each.person === person))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const digests = new Map(
    await Promise.all(
      [...new Set(planned.map((each) => each.person))].map(async (id) => [id, await desired.preferences(id)] as const),
    ),
  );
  const groups = Map.groupBy(planned, (each) =>
    digests.get(each.person)?.digest === 'single'
      ? each.id
      : JSON.stringify([each.person, each.at.epochMilliseconds, each.kind === 'escalation']),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        at: instantOf(first.at),
        timezone: digests.get(first.person)?.timezone ?? 'UTC',
        person: first.person,
        kind: first.kind,
        items: group.map(({ due, slot }) => ({
          obligation_id: due.obligationId,
          title: due.title,
          party: due.party,
          document_name: due.document.name,
          due: due.date,
          due_words: dueWords(due),
          slot,
        })),
      },
    ];
  });
};
