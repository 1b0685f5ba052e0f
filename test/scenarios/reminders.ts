import ICAL from 'ical.js';
import { arrival } from './arrival.ts';
import type { Scenario } from './scenario.ts';

const DAY = 86_400_000;
const today = Math.floor(Date.now() / DAY) * DAY;
const dayIn = (days: number): string => new Date(today + days * DAY).toISOString().slice(0, 10);
const inWords = (day: string): string =>
  new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const BOILER = dayIn(40);
const CHIMNEY = dayIn(100);

const LEASE = `COTTAGE LEASE

This Cottage Lease is made between Weir Estates Ltd (the "Landlord") and Tom Fell (the "Tenant").

1. The Tenant shall have the boiler serviced no later than ${inWords(BOILER)}.

2. The Tenant shall have the chimney swept no later than ${inWords(CHIMNEY)}.
`;

type Reminder = { readonly slot: string; readonly due: string; readonly state: string };
const reminders = (output: Record<string, unknown>): readonly Reminder[] => output['reminders'] as readonly Reminder[];
type Message = { readonly items: readonly { readonly slot: string; readonly title: string }[] };

const entriesOf = (calendar: unknown): readonly ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(String(calendar))).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

/** What people are told, and where deadlines show, on every surface. */
export const reminderScenarios: readonly Scenario[] = [
  ...arrival('a lease with two deadlines is', ['reminders-told'], { 'cottage.txt': LEASE }),
  {
    name: 'what was confirmed is reminded of, and nothing else',
    proves: ['reminders-told', 'errors-invalid'],
    steps: [
      {
        capability: 'documents.list',
        input: { name: 'cottage' },
        like: { documents: [{ name: 'cottage.txt' }] },
        keep: { cottage: 'documents.0.document_id' },
      },
      {
        capability: 'obligations',
        input: { document_ids: ['{cottage}'] },
        like: { obligations: [{ deadline: { date: BOILER } }, { deadline: { date: CHIMNEY } }] },
        keep: { boilerDuty: 'obligations.0.id', chimneyDuty: 'obligations.1.id' },
      },
      { capability: 'reminders.list', input: { obligation: '{boilerDuty}' }, like: { reminders: [] } },
      { capability: 'obligations.confirm', input: { ids: ['{boilerDuty}'] } },
      {
        capability: 'reminders.list',
        input: { obligation: '{boilerDuty}', days: 90 },
        holds: (output) =>
          reminders(output)
            .map(({ slot, state }) => `${slot} ${state}`)
            .join() ===
          '30-days-before planned,7-days-before planned,1-day-before planned,on-the-day planned,overdue planned',
      },
      {
        capability: 'reminders.list',
        input: { obligation: '{boilerDuty}', days: 20 },
        holds: (output) => reminders(output).every(({ slot, due }) => slot === '30-days-before' && due === BOILER),
      },
      { capability: 'reminders.list', input: { person: 'nobody' }, like: { reminders: [] } },
      {
        capability: 'reminders.preview',
        input: { days: 20 },
        holds: ({ messages }) => {
          const [message, ...others] = messages as readonly Message[];
          const [item] = message?.items ?? [];
          return others.length === 0 && item?.slot === '30-days-before' && item.title === 'Have the boiler serviced';
        },
      },
      {
        capability: 'reminders.why',
        input: { obligation: '{boilerDuty}' },
        holds: ({ explanation }) =>
          /^No reminder of it has gone out\. The next goes to local on \w+, \d.* 09:00 \([\w/]+\), 30-days-before\.$/.test(
            String(explanation),
          ),
      },
      {
        capability: 'reminders.why',
        input: { obligation: '{chimneyDuty}' },
        like: { reminders: [] },
        holds: ({ explanation }) => /None is planned: nobody has confirmed it\.$/.test(String(explanation)),
      },
      { capability: 'reminders.preview', input: { days: 0 }, error: 'invalid_input' },
    ],
  },
  {
    name: 'deadlines are had as a calendar, and by a link that can be revoked',
    proves: ['calendar', 'calendar-feeds', 'errors-not-found'],
    steps: [
      {
        capability: 'calendar',
        input: { documents: ['{cottage}'] },
        like: { entries: 1 },
        holds: ({ calendar }) => {
          const [entry, ...others] = entriesOf(calendar);
          return (
            others.length === 0 &&
            entry?.startDate.toString() === BOILER &&
            /boiler/.test(entry.summary) &&
            entry.component.getAllSubcomponents('valarm').length > 0
          );
        },
        // It says when it was made.
        apart: ['calendar'],
      },
      {
        capability: 'calendar.feeds.create',
        input: { name: 'phone', documents: ['{cottage}'] },
        like: { feed: { name: 'phone', created_by: 'local', revoked_at: null } },
        holds: ({ path }) => /^\/v1\/feeds\/obligation\/calendar\.ics\?t=[\w.-]{60,}$/.test(String(path)),
        keep: { feed: 'feed.id' },
        apart: ['id', 'path'],
      },
      {
        capability: 'calendar.feeds.list',
        input: {},
        like: { feeds: [{ name: 'phone', revoked_at: null }] },
        holds: (output) => !JSON.stringify(output).includes('hash'),
        apart: ['id'],
      },
      {
        capability: 'calendar.feeds.revoke',
        input: { id: '{feed}' },
        holds: ({ feed }) => (feed as { revoked_at: string | null }).revoked_at !== null,
        apart: ['id'],
      },
      { capability: 'calendar.feeds.revoke', input: { id: 'feed_none' }, error: 'feed_not_found' },
    ],
  },
  {
    name: 'the next twelve months are seen at a glance',
    proves: ['timeline', 'errors-invalid'],
    steps: [
      {
        capability: 'timeline',
        input: { documents: ['{cottage}'] },
        like: { format: 'md', media_type: 'text/markdown', confirmed: 1, proposed: 1, overdue: 0 },
        holds: ({ timeline }) =>
          /\(in \d+ days\): Have the boiler serviced\. Tom Fell; cottage\.txt, page 1/.test(String(timeline)) &&
          /\(in \d+ days, not confirmed\): Have the chimney swept\. Tom Fell; cottage\.txt, page 1/.test(
            String(timeline),
          ),
        apart: ['timeline'],
      },
      {
        capability: 'timeline',
        input: { documents: ['{cottage}'], confirmed_only: true, format: 'html' },
        like: { format: 'html', media_type: 'text/html', confirmed: 1, proposed: 0 },
        holds: ({ timeline }) => {
          const page = String(timeline);
          return /^<!doctype html>/i.test(page) && /boiler/.test(page) && !/chimney|<script|https?:/.test(page);
        },
        apart: ['timeline'],
      },
      { capability: 'timeline', input: { format: 'pdf' }, error: 'invalid_input', apart: ['message', 'problems'] },
    ],
  },
  {
    name: 'what is done is no longer reminded of',
    proves: ['reminders-told'],
    steps: [
      { capability: 'obligations.done', input: { ids: ['{boilerDuty}'] } },
      { capability: 'reminders.list', input: { obligation: '{boilerDuty}', days: 90 }, like: { reminders: [] } },
      { capability: 'calendar', input: { documents: ['{cottage}'] }, like: { entries: 0 }, apart: ['calendar'] },
    ],
  },
];
