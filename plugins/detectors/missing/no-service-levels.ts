import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** Services that are measured elsewhere: they run, or somebody answers. */
const ongoing =
  /\b(?:host(?:s|ed|ing)|help ?desk|technical support|outsourc\w+|managed services?|data cent(?:er|re)|network (?:operation|management)|maintenance (?:and support )?services?|support services?|back-?ups?)\b/i;

/** Finds contracts for hosting, support and outsourcing without a measure of how good the service has to be. */
export const plugin = definePlugin({
  name: 'no-service-levels',
  version: '1.0.0',
  summary: 'Finds contracts for hosting, support and outsourcing without a measure of how good the service has to be.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No service levels and no acceptance',
      category: 'performance',
      what: 'The contract does not say how good or how fast the service has to be, nor how work is accepted.',
      why: 'A bad service is then no breach, and nothing is due for it.',
      ask: 'Ask for measurable levels (availability, response and repair times), for credits when they are missed, and for acceptance tests of what is delivered.',
      hurts: /^(?:the )?(?:client|customer|owner)$/i,
      severity: { services: 'medium' },
      protection: {
        stated: [
          /\bservice[- ]levels?\b|\bSLAs?\b|\bup-?time\b|\bperformance (?:standards?|levels?|metrics|criteria|measures|requirements|targets)\b|\bkey performance\b|\bresponse times?\b|\b24 ?[x/] ?7\b|\b(?:24|twenty-four)\)? (?:\(24\) )?hours (?:per|a|each) day\b|\bturn-?around\b|\bquality standards?\b/i,
          /\b(?:meets?|comply with|accordance with|conforms? to)\b.{0,60}\bstandards?\b/i,
          /\baccept(?:ance|ed|s)?\b.{0,60}\b(?:tests?|testing|deliverables?|criteria|procedures?|work|services|software|period)\b|\b(?:tests?|deliverables?|work|services|software)\b.{0,60}\baccept(?:ance|ed|s)?\b/i,
          /\b(?:availab\w+|reachable|accessible|operational|respon[sd]\w*|restor\w+|repl(?:y|ies))\b.{0,120}\b(?:per ?cent|%|hours?|minutes|24|seven days)/i,
          /(?:per ?cent|%|hours?|minutes)\b.{0,120}\b(?:availab\w+|reachable|accessible|respon[sd]\w*)\b/i,
        ],
        sure: 0.9,
      },
      matters: (document) => {
        const evidence = unitsWith(document, ongoing);
        return evidence.length < 3
          ? undefined
          : { evidence, reason: 'It is about a service that has to run and be looked after.' };
      },
    }),
  }),
});
