import type { DocumentKind, Party } from '../../../core/ports/detector.ts';
import { mentionsIn } from '../../../core/reading/mentions.ts';
import type { Claim } from './claims.ts';

/** Whoever pays for what the others do. */
const payers =
  /^(?:tenant|lessee|sublessee|customer|client|buyer|purchaser|licensee|franchisee|borrower|subscriber|policy\s?holder|insured|hirer|mortgagor|user|(?:bill(?:ed)?|invoice)\s+to|you)s?$/i;
const money =
  /\b(?:payments?|rent|fees?|prices?|amounts?|sums?|invoices?|premiums?|instal?lments?|royalt(?:y|ies)|charges?|deposits?|balance|bills?|subscriptions?)\b/i;
const pays = /\bbe\s+(?:\w+ly\s+)?(?:paid|settled|payable|remitted|due|made)\b/i;
/** What one side does to the other, where a sentence says only that it is done. */
const towards =
  /^\s*(?:also\s+)?be\s+(?:\w+ly\s+)?(?:notified|informed|paid|reimbursed|given|provided|indemnified|compensated|told|refunded|credited|granted|supplied|offered|sent|invoiced)\b/i;

/** Whoever pays, where just one of the parties is called so. */
export const payerOf = (parties: readonly Party[]): Party | undefined => {
  const paying = parties.filter(({ name, aliases }) => [name, ...aliases].some((term) => payers.test(term)));
  return paying.length === 1 ? paying[0] : undefined;
};

export const isMoney = (words: string): boolean => money.test(words);

export type Borne = { readonly parties: readonly Party[]; readonly surety: number };

/** Who bears what a sentence puts in the passive voice without saying by whom; only where nobody else can be meant. */
export const silentBearer = (text: string, claim: Claim, parties: readonly Party[]): Borne | undefined => {
  if (claim.modality !== 'obligation' || claim.undergoer === undefined) return undefined;
  const undergoer = text.slice(claim.undergoer.start, claim.undergoer.end);
  const predicate = text.slice(claim.predicate.start, claim.predicate.end);
  const [patient] = claim.patient;
  if (claim.patient.length === 1 && patient && parties.length === 2 && towards.test(predicate)) {
    return { parties: parties.filter((party) => party !== patient), surety: 0.7 };
  }
  if (claim.patient.length > 0) return undefined;
  const recipient = recipientIn(predicate, parties);
  const payer = payerOf(parties);
  const payment = isMoney(undergoer) && pays.test(predicate);
  if (payment && payer && recipient !== payer) return { parties: [payer], surety: 0.8 };
  if (recipient && parties.length === 2)
    return { parties: parties.filter((party) => party !== recipient), surety: 0.7 };
  return undefined;
};

/** The one party to which it is done: "returned to the Tenant". */
const recipientIn = (predicate: string, parties: readonly Party[]): Party | undefined => {
  const to = mentionsIn(predicate, parties).filter(
    ({ start, either, parties: named, possessive }) =>
      !either && !possessive && named.length === 1 && /\bto\s+(?:the\s+)?$/i.test(predicate.slice(0, start)),
  );
  return to.length === 1 ? to[0]?.parties[0] : undefined;
};

/** Words in which a letter or a policy speaks to its reader. */
const readerWords = /^(?:you|your)$/i;
const readerRoles = /^(?:employees?|policy\s?holders?|members?|residents?|tenants?|staff|users?)$/i;

/** To whom a text in the imperative is addressed. */
export const readerOf = (kind: DocumentKind, parties: readonly Party[]): Party | undefined => {
  const called = (pattern: RegExp) =>
    parties.filter(({ name, aliases }) => [name, ...aliases].some((term) => pattern.test(term)));
  const readers = called(readerWords);
  if (readers.length === 1) return readers[0];
  if (kind === 'invoice') return payerOf(parties);
  const roles = called(readerRoles);
  return kind === 'policy' && roles.length === 1 ? roles[0] : undefined;
};
