import type { ObligationModality } from '../model/reading.ts';

/** What it is about, for people: "Pay the rent", "Must not sublet the premises", "May end the lease". */
export const titleOf = (modality: ObligationModality, action: string): string => {
  const lead = leads[modality];
  const words = action.trim().replace(/\s+/g, ' ');
  const text = lead === '' || speaksForItself.test(words) ? words : `${lead} ${words}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};

const leads: Readonly<Record<ObligationModality, string>> = {
  obligation: '',
  prohibition: 'must not',
  entitlement: 'may claim:',
  permission: 'may',
};

/** What follows from the terms of a contract is a thing to do, though nobody is bound to. */
const speaksForItself = /^(?:give notice\b|be ready\b)/;
