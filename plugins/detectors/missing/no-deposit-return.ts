import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** Money that the tenant leaves with the landlord. */
const deposit =
  /\b(?:security|rent|rental|damage|tenancy) deposit\b|\bdeposit (?:of|in the (?:sum|amount) of)\b.{0,20}\d|\bpays? a deposit\b/i;

/** Finds leases with a deposit that do not say when it is given back. */
export const plugin = definePlugin({
  name: 'no-deposit-return',
  version: '1.0.0',
  summary: 'Finds leases with a deposit that do not say when it is given back.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No rule for the return of the deposit',
      category: 'payment',
      what: 'The tenant pays a deposit, and the lease does not say when and how it is given back.',
      why: 'Deposits are what landlords and tenants most often quarrel about when a lease ends.',
      ask: 'Ask for a time (a few weeks after moving out), for a list of deductions with receipts, and for a protected account.',
      hurts: /^(?:the )?(?:tenants?|lessees?)$/i,
      severity: { lease: 'medium' },
      protection: {
        stated: [
          /\b(?:return\w*|refund\w*|repa(?:y|ys|id|yment)|g(?:ive|ives|iven) back|pa(?:y|id) back|release\w*|reimburse\w*|restor\w+|credit(?:ed)?|balance)\b.{0,160}\bdeposit\b/i,
          /\bdeposit\b.{0,300}\b(?:return\w*|refund\w*|repa(?:y|ys|id|yment)|given back|paid back|releas\w+|reimburse\w*|credited)\b/i,
        ],
        sure: 0.93,
      },
      matters: (document) => {
        const evidence = unitsWith(document, deposit);
        return evidence.length === 0 ? undefined : { evidence, reason: 'A deposit is paid.' };
      },
    }),
  }),
});
