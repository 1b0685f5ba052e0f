import { definePlugin } from '../../core/plugin/define.ts';
import { clausesCapability } from './clauses/capability.ts';
import { decisionCapabilities } from './decisions/capabilities.ts';
import { riskOptions } from './options.ts';
import { risksCapability } from './overview/capability.ts';
import { policyCapabilities } from './policy/capabilities.ts';
import { riskNeeds } from './ports.ts';
import { reportCapability } from './report/capability.ts';

/**
 * Finds what in documents can hurt people, with evidence that is checked against the stored text. What does the work is
 * loaded when there is some: a start waits only for what the capabilities look like.
 */
export const plugin = definePlugin({
  name: 'risk',
  version: '0.1.0',
  summary:
    'Risks of documents: dangerous clauses, missing protections and contradictions, with what to ask for instead.',
  options: riskOptions,
  provides: ['agent'],
  needs: riskNeeds,
  setup: ({ options, ports, log }) => ({
    agent: {
      capabilities: [
        risksCapability(ports, options),
        ...decisionCapabilities(ports),
        ...policyCapabilities(ports),
        reportCapability(ports, options),
        clausesCapability(ports),
      ],
      analyse: async (principal, document, signal) => {
        const { analyseVersion } = await import('./analysis/pipeline.ts');
        await analyseVersion(ports, principal, document, { log, signal });
      },
      on: {
        'document.ready': async (principal, { documentId }) =>
          (await import('./forget.ts')).forgetOlder(ports, principal, documentId),
        'document.deleted': async (principal, { documentId }) =>
          (await import('./forget.ts')).forgetDocument(ports, principal, documentId),
      },
    },
  }),
});
