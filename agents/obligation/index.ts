import { definePlugin } from '../../core/plugin/define.ts';
import { CALENDAR_FEED, calendarCapabilities } from './calendar/capabilities.ts';
import { editCapability } from './obligations/capabilities/edit.ts';
import { listCapability } from './obligations/capabilities/list.ts';
import { showCapability } from './obligations/capabilities/show.ts';
import { verbCapabilities } from './obligations/capabilities/verbs.ts';
import { obligationOptions, timeZoneOf } from './options.ts';
import { obligationNeeds } from './ports.ts';
import { reminderCapabilities } from './reminders/capabilities.ts';
import type { ReminderPorts } from './reminders/ports.ts';
import type { Renew } from './terms/answer.ts';
import { factCapabilities, termsCapability } from './terms/capabilities.ts';
import { timelineCapability } from './timeline/capability.ts';

/**
 * Who must do what by when: terms of contracts, duties, deadlines and reminders, with evidence that is checked against the
 * stored text. What does the work is loaded when there is some.
 */
export const plugin = definePlugin({
  name: 'obligation',
  version: '0.1.0',
  summary: 'Terms of contracts and what they oblige to: who must do what by when, with the sentence that says so.',
  options: obligationOptions,
  provides: ['agent'],
  needs: obligationNeeds,
  setup: ({ options, ports, log }) => {
    const timezone = timeZoneOf(options);
    const renew: Renew = async (principal, documentId, context) => {
      const { renewContract } = await import('./obligations/analysis/renew.ts');
      await renewContract(ports, principal, documentId, { timezone, log: context.log, signal: context.signal });
    };
    const reminding: ReminderPorts = {
      ...ports,
      dues: async (principal, range) => (await import('./obligations/dues.ts')).duesOf(ports, principal, range),
    };
    return {
      agent: {
        capabilities: [
          termsCapability(ports),
          ...factCapabilities(ports, renew),
          listCapability(ports, timezone),
          showCapability(ports),
          ...verbCapabilities(ports),
          editCapability(ports, renew),
          ...reminderCapabilities(reminding, async (principal, id) =>
            (await import('./obligations/lifecycle/answer.ts')).standingOf(ports, principal, id),
          ),
          ...calendarCapabilities(reminding),
          timelineCapability(ports, timezone),
        ],
        analyse: async (principal, document, signal) => {
          const { analyseVersion } = await import('./obligations/analysis/pipeline.ts');
          await analyseVersion(ports, principal, document, { timezone, log, signal });
        },
        wakes: {
          reminders: async (principal, signal) =>
            (await import('./reminders/sweep.ts')).sweepReminders(reminding, principal, signal),
        },
        feeds: { [CALENDAR_FEED]: async (token) => (await import('./calendar/feed.ts')).readFeed(reminding, token) },
        on: {
          'document.ready': async (principal, { documentId }, signal) =>
            (await import('./forget.ts')).forgetOlder(ports, principal, documentId, { timezone, log, signal }),
          'document.deleted': async (principal, { documentId }, signal) =>
            (await import('./forget.ts')).forgetDocument(ports, principal, documentId, { timezone, log, signal }),
        },
      },
    };
  },
});
