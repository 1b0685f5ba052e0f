import type { Rules } from './shape.ts';

/** What is paid, bought and kept records of. */
export const money: Rules = {
  'revenue-profit-sharing': [
    /\broyalt/i,
    /\bcommission/i,
    /%.{0,60}\b(?:net|gross)\b.{0,30}\b(?:sales|revenue|profit|receipts|income)/i,
    /\b(?:share|percentage) of\b.{0,40}\b(?:revenue|profit|sales|receipts)/i,
    /\brevenue[- ]shar/i,
  ],
  'price-restrictions': [
    /\bprices?\b.{0,80}\b(?:not|no)\b.{0,40}\b(?:increase|exceed|raise|change|more than)\b/i,
    /\b(?:increase|raise)\b.{0,60}\b(?:price|fee|rate)s?\b.{0,80}\b(?:more than|exceed|%|cpi|consumer price)/i,
    /\b(?:fixed|firm) price/i,
    /\bprice (?:cap|ceiling|protection)\b/i,
  ],
  'minimum-commitment': [
    /\bminimum\b/i,
    /\bat least\b/i,
    /\bno (?:less|fewer) than\b/i,
    /\bguarantee[ds]? (?:minimum|royalt|payment)/i,
    /\btake[- ]or[- ]pay\b/i,
    /\b(?:minimum|at least|not? (?:less|fewer) than)\b.{0,60}\b(?:purchases?|orders?|quantit\w+|royalt\w+|fees?|sales|units|volumes?|guarantee\w*|commitments?|payments?|revenues?)\b/i,
    /\b(?:shall|will|must|agrees? to|commits? to) (?:purchase|order|buy|pay|spend|sell)\b.{0,80}\b(?:minimum|at least|not? (?:less|fewer) than)\b/i,
    /\b(?:at least|not? (?:less|fewer) than)\b.{0,50}\b(?:days|months|hours)\b.{0,50}\b(?:notice|prior|before|advance)\b/i,
  ],
  'volume-restriction': [
    /\bmaximum\b/i,
    /\bnot to exceed\b/i,
    /\bup to\b/i,
    /\b(?:no|not) more than\b/i,
    /\bin excess of\b/i,
    /\blimit(?:ed)? to\b.{0,40}\b(?:users?|copies|units|transactions|days|hours|seats)/i,
    /\badditional (?:fee|charge)s?\b/i,
    /\b(?:exceed|more than|up to|maximum of|limited to|in excess of)\b.{0,50}\b(?:hours?|units|copies|users?|seats|persons?|people|personnel|employees|patients|servers?|sites|mbps|pages|reports|requests|shipments|samples|appearances|posts|tickets|impressions|gallons|barrels|quantit\w+|transactions|licenses|computers|workstations|products|capacity|%)/i,
    /\b(?:per|each|in any|during any|in each) (?:calendar |contract )?(?:day|week|month|quarter|year)\b/i,
    /\bnot (?:be )?(?:required|obligated|oblige\w*) to\b.{0,120}\b(?:more than|in excess|exceed)/i,
  ],
  'audit-rights': [
    /\baudit/i,
    /\binspect/i,
    /\bbooks and records\b|\bbooks of account\b/i,
    /\bexamin\w+\b.{0,60}\b(?:record|book)/i,
  ],
  insurance: [
    /\binsur(?:ance|ed|er)/i,
    /\b(?:additional|named) insured/i,
    /\bcertificates? of insurance\b/i,
    /\bworkers'? compensation\b/i,
    /\bpolic(?:y|ies)\b/i,
  ],
};
