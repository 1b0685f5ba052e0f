import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds contracts of employment that say nothing about paid leave. */
export const plugin = definePlugin({
  name: 'no-holiday',
  version: '1.0.0',
  summary: 'Finds contracts of employment that say nothing about paid leave.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No paid leave mentioned',
      category: 'performance',
      what: 'The contract does not say how much paid leave the employee has.',
      why: 'There may then be no more leave than the law demands, which in some places is none.',
      ask: 'Ask for a number of days, for what happens with days not taken, and for pay on public holidays.',
      hurts: /^(?:the )?(?:employee|executive|worker)$/i,
      severity: { employment: 'medium' },
      protection: {
        stated: [
          /\bholidays?\b|\bvacations?\b|\b(?:annual|paid|personal) (?:leave|time off|days)\b|\btime[- ]off\b|\bPTO\b|\bdays off\b|\bleave (?:of absence|entitlement|policy)\b/i,
        ],
        sure: 0.95,
      },
    }),
  }),
});
