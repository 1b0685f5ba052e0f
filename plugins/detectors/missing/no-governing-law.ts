import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds contracts that do not say which law governs them. */
export const plugin = definePlugin({
  name: 'no-governing-law',
  version: '1.0.0',
  summary: 'Finds contracts that do not say which law governs them.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No governing law',
      category: 'disputes',
      what: 'The contract does not say the law of which country or state governs it.',
      why: 'When the parties sit in different places, even the rules by which the contract is read are then in dispute, and a lawyer has to find that out first.',
      ask: 'Ask for a clause that names one law, if possible that of the place where you are.',
      severity: {
        services: 'medium',
        supply: 'medium',
        distribution: 'medium',
        licence: 'medium',
        nda: 'medium',
        loan: 'medium',
      },
      protection: {
        stated: [
          /\b(?:govern(?:ed|ing|s)?|constru(?:ed|ction)|interpret(?:ed|ation)?|enforced|subject)\b.{0,160}\b(?:laws?|statutes?|code)\b/i,
          /\blaws?\b.{0,120}\b(?:govern(?:s|ed|ing)?|shall apply|will apply|applies|controls?)\b/i,
          /\b(?:determined|resolved|settled|decided)\b.{0,80}\blaws? of\b/i,
          /\b(?:governing law|choice of law|proper law|(?:applicable|controlling) laws?\s*[.:;])/i,
          /\bunder (?:the )?(?:\p{Lu}\p{L}+ )?law\b/u,
        ],
        types: ['governing-law'],
        sure: 0.9,
      },
      negotiated: true,
    }),
  }),
});
