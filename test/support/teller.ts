import { z } from 'zod';
import { type AnyCapability, defineCapability } from '../../core/capability/capability.ts';
import { definePlugin } from '../../core/plugin/define.ts';

/** An agent that notifies of whatever it is told to. */
export const plugin = definePlugin({
  name: 'teller',
  version: '1.0.0',
  summary: 'Notifies of what a test says.',
  needs: ['notifications'],
  provides: ['agent'],
  setup: ({ ports }) => {
    const tell: AnyCapability = defineCapability({
      name: 'tell',
      title: 'Tell',
      summary: 'Sends a notice.',
      input: z.object({ key: z.string() }),
      output: z.object({ state: z.string() }),
      scope: 'tell:write',
      effect: 'write',
      run: async ({ key }, { principal }) => ({
        state: await ports.notifications.send(principal, {
          key,
          kind: 'reminder',
          person: principal.user,
          title: 'Rent',
          items: [
            {
              title: 'Pay the rent',
              document: { id: 'doc_1', name: 'Office lease.pdf' },
              due: { date: '2999-12-31', words: 'Tuesday 31 December 2999 (Europe/Berlin)' },
              quote: 'The rent is due at the end of the world.',
              page: 7,
            },
          ],
        }),
      }),
    });
    return { agent: { capabilities: [tell] } };
  },
});
