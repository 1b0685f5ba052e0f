import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import { eachRecord } from '../../../core/document/each.ts';
import type { ReminderPorts } from '../reminders/ports.ts';
import { createFeed, type Feed, feeds, revokeFeed } from './feeds.ts';

/** Name of the feed. */
export const CALENDAR_FEED = 'calendar.ics';

const which = {
  documents: z
    .array(z.string().min(1).max(200))
    .max(1000)
    .default([])
    .describe('Ids of the documents; all where none is named.'),
  party: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Only what this party has to do, by its name in the documents.'),
  person: z.string().min(1).max(200).optional().describe('Only what this person is reminded of.'),
};

export const calendarCapabilities = (ports: ReminderPorts) =>
  [exportCalendar(ports), createFeedCapability(ports), listFeeds(ports), revokeFeedCapability(ports)] as const;

const exportCalendar = (ports: ReminderPorts) =>
  defineCapability({
    name: 'calendar',
    title: 'Calendar of deadlines',
    summary: 'Writes what was confirmed and is not done as a calendar (iCalendar) with alarms.',
    description:
      'Each occurrence has a UID of its own that stays the same, so that importing the file again updates entries and adds none twice.',
    input: z.strictObject(which),
    output: z.object({ calendar: z.string().describe('RFC 5545.'), entries: z.int() }),
    scope: 'obligations:read',
    effect: 'read',
    http: { method: 'get', path: '/calendar' },
    cli: { positionals: ['documents'], saves: 'calendar', examples: ['calendar --out deadlines.ics'] },
    render: ({ calendar }) => calendar,
    run: async ({ documents, party, person }, { principal }) => {
      const { writeCalendar } = await import('./write.ts');
      return await writeCalendar(ports, principal, {
        documents: documents.length === 0 ? undefined : documents,
        party,
        person,
      });
    },
  });

const feedView = z.object({
  id: z.string(),
  name: z.string(),
  party: z.string().nullable(),
  person: z.string().nullable(),
  documents: z.array(z.string()).nullable(),
  created_by: z.string(),
  created_at: z.string(),
  revoked_at: z.string().nullable(),
});

const viewOf = (id: string, { name, party, person, documents, createdBy, createdAt, revokedAt }: Feed) => ({
  id,
  name,
  party,
  person,
  documents,
  created_by: createdBy,
  created_at: createdAt,
  revoked_at: revokedAt,
});

const createFeedCapability = (ports: ReminderPorts) =>
  defineCapability({
    name: 'calendar.feeds.create',
    title: 'New calendar feed',
    summary:
      'Makes a link that a calendar program can subscribe to; whoever has the link can read the deadlines in it.',
    description:
      'The path is shown this once. It belongs behind the address under which dossier serve is reached, and ends with calendar.feeds.revoke.',
    input: z.strictObject({
      name: z.string().trim().min(1).max(100).describe('What it is for: "phone".'),
      ...which,
    }),
    output: z.object({
      feed: feedView,
      path: z.string().describe('Below the address of the server; holds the secret.'),
    }),
    scope: 'obligations:write',
    effect: 'write',
    http: { method: 'post', path: '/calendar/feeds', status: 201 },
    cli: { positionals: ['name'], examples: ['calendar feeds create phone'] },
    render: ({ path }) => `${path}\nSubscribe to it below the address of dossier serve. It is shown this once.`,
    run: async ({ name, documents, party, person }, { principal }) => {
      const made = await createFeed(ports, principal, {
        name,
        party: party ?? null,
        person: person ?? null,
        documents: documents.length === 0 ? null : documents,
      });
      return { feed: viewOf(made.id, made.feed), path: `/v1/feeds/obligation/${CALENDAR_FEED}?t=${made.token}` };
    },
  });

const listFeeds = (ports: ReminderPorts) =>
  defineCapability({
    name: 'calendar.feeds.list',
    title: 'Calendar feeds',
    summary: 'Lists the links to calendars that were made, without their secrets.',
    input: z.strictObject({}),
    output: z.object({ feeds: z.array(feedView) }),
    scope: 'obligations:read',
    effect: 'read',
    http: { method: 'get', path: '/calendar/feeds' },
    render: ({ feeds: all }) =>
      all.length === 0
        ? 'No feeds. Make one: dossier calendar feeds create NAME'
        : all
            .map(
              ({ id, name, created_at, revoked_at }) =>
                `${id}  ${name}  ${revoked_at === null ? `since ${created_at.slice(0, 10)}` : `revoked ${revoked_at.slice(0, 10)}`}`,
            )
            .join('\n'),
    run: async (_input, { principal }) => {
      const found = await Array.fromAsync(
        eachRecord(ports.records, principal, feeds, { orderBy: { field: 'createdAt', direction: 'asc' } }),
      );
      return { feeds: found.map(({ id, value }) => viewOf(id, value)) };
    },
  });

const revokeFeedCapability = (ports: ReminderPorts) =>
  defineCapability({
    name: 'calendar.feeds.revoke',
    title: 'Revoke a calendar feed',
    summary: 'Ends a link to a calendar: whoever subscribed to it gets nothing any more.',
    input: z.strictObject({ id: z.string().min(1).max(100).describe('Id of the feed.') }),
    output: z.object({ feed: feedView }),
    scope: 'obligations:write',
    effect: 'destructive',
    idempotent: true,
    http: { method: 'delete', path: '/calendar/feeds/{id}' },
    cli: { positionals: ['id'], examples: ['calendar feeds revoke FEED-ID'] },
    render: ({ feed }) => `${feed.name} is revoked.`,
    run: async ({ id }, { principal }) => {
      const stored = await revokeFeed(ports, principal, id);
      return { feed: viewOf(stored.id, stored.value) };
    },
  });
