import { isDeepStrictEqual } from 'node:util';
import type { ReadDocument } from '../../../core/ports/detector.ts';
import type { Facts, Source, TermName } from '../model/terms.ts';
import { flat } from './read/units.ts';
import { merged } from './reckon/days.ts';
import { reckon } from './reckon/reckon.ts';
import type { Ending, StatedRenewal, StatedTerms, Statement } from './stated.ts';
import { statedTerms } from './terms-of.ts';

/** The terms that follow from what an amendment may change. */
const follow = {
  ending: ['expirationDate', 'term', 'noticeDeadline'],
  renewal: ['renewalTerm'],
  notice: ['noticePeriod', 'noticeDeadline'],
  noticeDay: ['noticeDeadline'],
  governingLaw: ['governingLaw'],
} as const satisfies Record<string, readonly TermName[]>;
type Changeable = keyof typeof follow;

/** What is said of the amendment alone: "this Amendment is governed by". */
const ofItself =
  /\bthis\s+(?:\w+\s+){0,3}(?:amendment|addendum|supplement|side\s+letter|change\s+order|statement\s+of\s+work|deed)\b/i;
const changing =
  /\b(?:amend|replac|delet|substitut|restat|modif|insert|chang|supersed|extend|extension|renew|reduc|increas|shall\s+(?:now|be)|read)\w*/i;

/**
 * The terms of a contract with its amendments, as stated on a day: each amendment that is in force by then replaces what it
 * speaks of. Without a day all of them count. One that bears no day counts too: nobody can say that it does not.
 */
export const amendedTerms = (
  contract: ReadDocument,
  amendments: readonly ReadDocument[],
  facts: Facts,
  asOf: string | null,
): StatedTerms => {
  const dated = amendments
    .map((document) => {
      const own = statedTerms(document);
      return { document, own, day: dayOf(own, facts) };
    })
    .filter(({ day }) => asOf === null || day === null || day <= asOf)
    .toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
  return dated.reduce((stated, { document, own, day }) => amend(stated, document, own, day), statedTerms(contract));
};

/** The day from which an amendment is in force. */
const dayOf = (own: StatedTerms, facts: Facts): string | null => {
  const { effectiveDate, agreementDate } = reckon(own, facts, null).terms;
  return effectiveDate.value ?? agreementDate.value;
};

const amend = (stated: StatedTerms, document: ReadDocument, own: StatedTerms, day: string | null): StatedTerms => {
  const ending = changes(document, own.ending) ? laterOr(own.ending, stated.ending) : undefined;
  const changed = {
    ...(ending === undefined ? {} : { ending }),
    ...(changes(document, own.renewal) ? { renewal: completed(own.renewal, stated.renewal) } : {}),
    ...(changes(document, own.notice) ? { notice: own.notice } : {}),
    ...(changes(document, own.noticeDay) ? { noticeDay: own.noticeDay } : {}),
    ...(changes(document, own.governingLaw) ? { governingLaw: own.governingLaw } : {}),
  };
  const names = (Object.keys(changed) as Changeable[]).filter(
    (name) => !isDeepStrictEqual(changed[name]?.value, stated[name]?.value),
  );
  const added = names.map((name) => ({
    terms: follow[name],
    by: document.documentId,
    day,
    evidence: own[name]?.evidence ?? [],
    replaced: stated[name]?.evidence ?? [],
  }));
  // What it says again is no change: the contract's own words stay its evidence.
  const kept = Object.fromEntries(names.map((name) => [name, changed[name]]));
  return { ...stated, ...kept, changes: [...stated.changes, ...added] };
};

const changes = (document: ReadDocument, statement: Statement<unknown> | undefined): boolean => {
  const text = wordsAt(document, statement?.evidence[0]);
  if (text === '') return false;
  if (!ofItself.test(text)) return true;
  // "By this Amendment the Term is extended": it speaks of itself and of the contract.
  return (
    changing.test(text) &&
    /\b(?:the|said)\s+(?:initial\s+)?(?:agreement|contract|lease|term)\b/i.test(text) &&
    !/\bthis\s+(?:\w+\s+){0,3}(?:amendment|addendum)\s+(?:shall|will|is|may)\s+(?:be\s+)?(?:effective|govern|constru|expire|terminate|commence)/i.test(
      text,
    )
  );
};

/** What an amendment does not say of the renewal stays as it was. */
const completed = (
  renewal: Statement<StatedRenewal> | undefined,
  before: Statement<StatedRenewal> | undefined,
): Statement<StatedRenewal> | undefined => {
  if (renewal === undefined || before === undefined) return renewal;
  if (renewal.value.length !== undefined || renewal.value.endless) return renewal;
  const { length, times } = before.value;
  return {
    value: { ...renewal.value, length, times: renewal.value.times ?? times },
    evidence: merged(renewal.evidence, before.evidence),
    confidence: Math.min(renewal.confidence, before.confidence),
  };
};

/** A further period counts from the end that there was. */
const laterOr = (
  statement: Statement<Ending> | undefined,
  than: Statement<Ending> | undefined,
): Statement<Ending> | undefined =>
  statement?.value.kind === 'later' ? { ...statement, value: { ...statement.value, than } } : statement;

const wordsAt = (document: ReadDocument, place: Source | undefined): string =>
  place === undefined ? '' : flat(document.text.slice(place.start, place.end));
