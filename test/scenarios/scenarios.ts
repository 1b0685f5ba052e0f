import { attachedScenarios } from './attached.ts';
import { changeScenarios } from './changes.ts';
import { documentScenarios } from './documents.ts';
import { notificationScenarios } from './notifications.ts';
import { obligationScenarios } from './obligations.ts';
import { questionScenarios } from './questions.ts';
import { reminderScenarios } from './reminders.ts';
import { riskScenarios } from './risks.ts';
import type { Scenario } from './scenario.ts';
import { termScenarios } from './terms.ts';

const pluginScenarios: readonly Scenario[] = [
  {
    name: 'plugins are listed',
    proves: ['plugins-listed'],
    steps: [
      {
        capability: 'plugins.list',
        input: {},
        holds: ({ plugins }) =>
          (plugins as { name: string; status: string; provides: string[] }[]).some(
            ({ name, status, provides }) => name === 'pdf' && status === 'running' && provides.includes('parser'),
          ),
      },
    ],
  },
];

/** In this order on every surface, each on what the ones before have left. */
export const scenarios: readonly Scenario[] = [
  ...documentScenarios,
  ...questionScenarios,
  ...pluginScenarios,
  ...changeScenarios,
  ...attachedScenarios,
  ...riskScenarios,
  ...termScenarios,
  ...obligationScenarios,
  ...reminderScenarios,
  ...notificationScenarios,
];
