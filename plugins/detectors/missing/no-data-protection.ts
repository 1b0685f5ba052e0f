import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** Data about people. */
const personal =
  /\b(?:personal(?:ly identifiable)? (?:data|information)|patient (?:data|records?|information)|medical records?|health (?:data|records?)|(?:customer|user|member|subscriber|consumer|employee)s?['’]? (?:data(?:base)?|records|names|e-?mail addresses|information)|names?,? (?:and |e-?mail |postal |home )+address(?:es)? of (?:customers|users|members|subscribers|patients|employees)|credit card (?:data|numbers?|information)|biometric)\b/i;

/** Finds contracts under which personal data is handled without terms that protect it. */
export const plugin = definePlugin({
  name: 'no-data-protection',
  version: '1.0.0',
  summary: 'Finds contracts under which personal data is handled without terms that protect it.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No data protection terms',
      category: 'data',
      what: 'Personal data is handled under the contract, and it has no terms for its protection.',
      why: 'Whose data it is stays responsible for it towards the people concerned and the authorities; without such terms the other side owes little.',
      ask: 'Ask for a data processing agreement: purpose and duration, instructions, security, help with requests, notice of breaches, deletion at the end.',
      hurts: /^(?:the )?(?:client|customer|owner|licensee)$/i,
      severity: { services: 'high', licence: 'medium', distribution: 'medium' },
      protection: {
        stated: [
          /\bdata (?:protection|privacy|processing|security)\b|\bGDPR\b|\bprivacy\b|\bHIPAA\b|\bCCPA\b|\bprotected health information\b|\bpersonal (?:data|information)\b.{0,200}\b(?:protect\w*|law|laws|secur\w+|confidential\w*|delete\w*|destroy\w*|only)\b/i,
          /\b(?:secur\w+|safeguard\w*|encrypt\w*|confidential\w*)\b.{0,80}\b(?:data|information)\b/i,
        ],
        sure: 0.9,
      },
      negotiated: true,
      matters: (document) => {
        const evidence = unitsWith(document, personal);
        return evidence.length === 0 ? undefined : { evidence, reason: 'Data about people is handled under it.' };
      },
    }),
  }),
});
