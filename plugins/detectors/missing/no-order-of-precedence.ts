import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** Other papers that are made part of the contract. */
const takenIn =
  /\b(?:exhibits?|schedules?|annex(?:es|ures?)?|appendi(?:x|ces)|attachments?|statements? of work|order forms?|purchase orders?|(?:general|standard) terms)\b.{0,160}\b(?:incorporated|(?:form|forms|made|are|is) (?:an? )?(?:integral )?part of|part of this)\b|\b(?:incorporat\w+|consists? of)\b.{0,160}\b(?:exhibits?|schedules?|annex(?:es|ures?)?|appendi(?:x|ces)|attachments?|statements? of work|order forms?|purchase orders?|(?:general|standard) terms)\b/i;

/** Finds contracts of several papers that do not say which of them goes before the others. */
export const plugin = definePlugin({
  name: 'no-order-of-precedence',
  version: '1.0.0',
  summary: 'Finds contracts of several papers that do not say which of them goes before the others.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No order of precedence',
      category: 'consistency',
      what: 'The contract consists of several papers, and does not say which of them counts where they differ.',
      why: 'Exhibits, orders and standard terms are often written by other people than the contract, and say other things.',
      ask: 'Ask for a clause that puts the papers in an order, with the contract itself before exhibits and orders.',
      severity: { services: 'low', supply: 'low', distribution: 'low', licence: 'low' },
      protection: {
        stated: [
          /\b(?:precedence|prevails?|prevailing over|supersedes? (?:\bany|the|all) (?:conflicting|inconsistent))\b/i,
          /\b(?:conflict\w*|inconsisten\w+|discrepanc\w+|contradict\w*|ambiguit\w+|differ\w*)\b.{0,200}\b(?:control\w*|govern\w*|prevail\w*|precedence|appl(?:y|ies)|supersede\w*)\b/i,
          /\b(?:control|govern)\w*\b.{0,120}\b(?:conflict\w*|inconsisten\w+|discrepanc\w+|contrary)\b/i,
          /\b(?:terms (?:and conditions )?of this agreement|this agreement)\b.{0,60}\b(?:shall|will) (?:control|govern)\b/i,
        ],
        sure: 0.85,
      },
      matters: (document) => {
        const evidence = unitsWith(document, takenIn);
        return evidence.length === 0 ? undefined : { evidence, reason: 'Other papers are made part of it.' };
      },
    }),
  }),
});
