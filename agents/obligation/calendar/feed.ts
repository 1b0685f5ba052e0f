import type { ReminderPorts } from '../reminders/ports.ts';
import { openFeed } from './feeds.ts';
import { writeCalendar } from './write.ts';

/** The calendar that a token opens. */
export const readFeed = async (
  ports: ReminderPorts,
  token: string,
): Promise<{ mediaType: string; body: string } | undefined> => {
  const opened = await openFeed(ports, token);
  if (opened === undefined) return undefined;
  const { documents, party, person } = opened.feed;
  const { calendar } = await writeCalendar(ports, opened.principal, {
    documents: documents ?? undefined,
    party: party ?? undefined,
    person: person ?? undefined,
  });
  return { mediaType: 'text/calendar; charset=utf-8', body: calendar };
};
