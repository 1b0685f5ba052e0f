import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** Work that can hurt people or things. */
const physical =
  /\b(?:construction (?:work|site|contract|services|project)|demolition|drilling|haulage|trucking|cleaning|janitorial|catering|security guards?|(?:road|marine|rail|air) transport(?:ation)?|pipelines?|operation and maintenance|roof\w*|scaffold\w*|electrical work)\b|\b(?:on|at|enters?|entering)\b.{0,20}\b(?:client|customer|owner|company|shipper)['’]s (?:premises|plant|facilit(?:y|ies)|buildings?|land)\b/i;

/** A contract about such work speaks of it more than once. */
const leastOften = 3;

/** Finds leases and works on somebody’s premises where nobody has to be insured. */
export const plugin = definePlugin({
  name: 'no-insurance',
  version: '1.0.0',
  summary: 'Finds leases and works on somebody’s premises where nobody has to be insured.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No insurance required',
      category: 'liability',
      what: 'Nobody has to be insured, though people, buildings or goods can come to harm under the contract.',
      why: 'After an accident the question is then only who is able to pay.',
      ask: 'Ask the other side to carry insurance for its risks, with stated sums, and to show the certificates.',
      severity: { services: 'low', lease: 'medium' },
      protection: {
        stated: [
          /\binsur(?:ance|ances|ed|er|ers|e|es|ing)\b|\bindemnity (?:cover|policy)\b|\bworkers'? compensation\b/i,
        ],
        types: ['insurance'],
        sure: 0.96,
      },
      matters: (document) => {
        if (document.kind === 'lease')
          return { evidence: [], reason: 'A building and what is in it can burn, be flooded or hurt somebody.' };
        const evidence = unitsWith(document, physical);
        return evidence.length < leastOften
          ? undefined
          : {
              evidence,
              reason: 'Work on premises, transport or construction can do harm that costs more than the contract.',
            };
      },
    }),
  }),
});
