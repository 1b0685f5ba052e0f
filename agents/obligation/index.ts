import { definePlugin } from '../../core/plugin/define.ts';
import { obligationNeeds } from './ports.ts';
import { factCapabilities, termsCapability } from './terms/capabilities.ts';

/**
 * Who must do what by when: terms of contracts, duties, deadlines and reminders, with evidence that is checked against the
 * stored text. What does the work is loaded when there is some.
 */
export const plugin = definePlugin({
  name: 'obligation',
  version: '0.1.0',
  summary: 'Terms of contracts and what they oblige to: dates, renewals, notice, and the last day for each.',
  provides: ['agent'],
  needs: obligationNeeds,
  setup: ({ ports }) => ({
    agent: {
      capabilities: [termsCapability(ports), ...factCapabilities(ports)],
      on: {
        'document.ready': async (principal, { documentId }) =>
          (await import('./forget.ts')).forgetOlder(ports, principal, documentId),
        'document.deleted': async (principal, { documentId }) =>
          (await import('./forget.ts')).forgetDocument(ports, principal, documentId),
      },
    },
  }),
});
