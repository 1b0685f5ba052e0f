import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';
import { judged } from '../shared/judged.ts';
import { othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  longest_days: z
    .number()
    .min(0)
    .default(45)
    .describe('More days than this between an invoice and its payment are long.'),
});

const pays = /\b(?:pay(?:s|able|ment|ments)?|paid|remit\w*|settle\w*|reimburse\w*|due)\b/i;
const start =
  /^['’]?s?['’]?\)?\s*(?:after|of|from|following)\s+(?:the\s+|its\s+|such\s+|each\s+|any\s+|a\s+|customer's\s+)*(?:\w+\s+){0,3}?(?:receipt|date|invoices?|end|close|delivery|completion|last day|month|acceptance|calendar|quarter|shipment)\b/i;
const invoice = /\b(?:invoic\w+|statements?|bill(?:s|ed|ing)?|royalt\w+|commissions?|fees?|price|charges|payments?)\b/i;
/** "Shall pay each invoice within 90 days.": from the invoice on, without a word for it. */
const invoiceWithin = /\b(?:pay|pays|settle|settles|remit)\b[^.;]{0,80}\binvoices?\b[^.;]{0,40}\bwithin\s*$/i;
const ends = /^\s*(?:[.;]|$)/;
const otherwise =
  /\b(?:terminat\w+|expir\w+|cure|default|breach|audit|dispute\w*|refund\w*|late|overdue|interest|object\w*|claims?|retain\w*|records|unless|inspection|not (?:paid|received)|past due|notice of|litigation|purchase price|closing|option|agreed|effective date|execution|deficiency)\b/i;

const find = ({ document, clauses, policy: { longest_days } }: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !pays.test(text) || !invoice.test(text)) return [];
    for (const duration of durationsIn(text)) {
      const before = text.slice(Math.max(0, duration.start - 120), duration.start);
      const after = text.slice(duration.end, duration.end + 100);
      const net = /\bnet\s*$/i.test(before) || (duration.unit === 'day' && /^\s*net\b/i.test(after));
      const term =
        net ||
        (invoiceWithin.test(before) && ends.test(after)) ||
        (start.test(after) &&
          (duration.bound === 'most' || /\b(?:within|in|payable|due|paid|is|are|by)\s*$/i.test(before)) &&
          pays.test(before));
      const days = inDays(duration);
      const sentence = text.slice(Math.max(0, duration.start - 160), duration.end + 60);
      if (!term || days <= longest_days || days > 400 || otherwise.test(sentence)) continue;
      const payer = clause.statements.find(
        ({ modality, actor, predicate }) =>
          modality === 'duty' &&
          isOneSide(actor, document.parties) &&
          /^[^.;]{0,60}\b(?:pay|remit|settle|reimburse)/i.test(predicate),
      )?.actor;
      return [
        {
          clauses: [clause],
          severity: days > longest_days * 1.9 ? 'high' : days > longest_days * 1.3 ? 'medium' : 'low',
          reasons: [
            `Payment is due ${writeDuration(duration)} after that day; the policy asks for at most ${longest_days} days.`,
          ],
          hurts: payer ? othersThan(document, payer) : [],
        },
      ];
    }
    return [];
  });

/** Finds long times between an invoice and its payment. */
export const plugin = definePlugin({
  name: 'long-payment-terms',
  version: '1.1.0',
  summary: 'Finds long times between an invoice and its payment.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Long payment terms',
      category: 'payment',
      what: 'The other side may take a long time to pay after an invoice or the end of a period.',
      why: 'Whoever supplies first and is paid late finances the other side, and loses more if it fails.',
      ask: 'Ask for payment within thirty days of the invoice, and for interest on what is paid later.',
      types: [],
      policy,
      judged: judged['long-payment-terms'],
      find,
    }),
  }),
});
