import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds leases under which the landlord has to repair nothing. */
export const plugin = definePlugin({
  name: 'no-landlord-repairs',
  version: '1.0.0',
  summary: 'Finds leases under which the landlord has to repair nothing.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No repair duty of the landlord',
      category: 'performance',
      what: 'The lease does not say that the landlord repairs or maintains anything.',
      why: 'A leaking roof or a broken heating may then be the tenant’s to mend.',
      ask: 'Ask that the landlord keeps the structure, the roof and the heating, water and electrical installations in repair, within a stated time.',
      hurts: /^(?:the )?(?:tenants?|lessees?)$/i,
      severity: { lease: 'high' },
      protection: {
        stated: [
          /\b(?:landlord|lessor|owner|management|we)\b.{0,200}\b(?:repair\w*|maint(?:ain|ains|enance)|keep(?:s|ing)?|make good|replace\w*|good (?:order|condition))\b/i,
          /\b(?:repairs?|maintenance)\b.{0,120}\b(?:landlord|lessor)\b/i,
        ],
        sure: 0.9,
      },
    }),
  }),
});
