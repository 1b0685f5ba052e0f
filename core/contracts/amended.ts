import type { Documents } from '../document/documents.ts';
import type { EvidenceRecord } from '../evidence/evidence-record.ts';
import { type Place, verifyPlace } from '../evidence/verify-place.ts';
import type { Principal } from '../identity/principal.ts';
import type { ReadDocument } from '../ports/detector.ts';
import { amendedBy } from '../reading/amendment.ts';
import type { Span } from '../text/span.ts';

/** Says of a place in a document where its amendments speak of the clause that it stands in. */
export type Amendments = (place: Span) => readonly Place[];

/** Places that are named with one clause. */
const MOST = 3;

/**
 * What the amendments of a document say of its clauses, by their numbers: "In Section 3.2 of the Agreement the words … are
 * replaced". What was found in a clause may long have been changed.
 */
export const amendmentsOf = (document: ReadDocument, related: readonly ReadDocument[]): Amendments => {
  const changes = amendedBy(document) === undefined ? related.flatMap(changesIn) : [];
  if (changes.length === 0) return () => [];
  const numbers = clauseNumbers(document.text);
  return ({ start }) => {
    const number = numbers.findLast((each) => each.at <= start)?.number;
    if (number === undefined) return [];
    return changes.filter((change) => change.numbers.some((each) => covers(each, number))).slice(0, MOST);
  };
};

type Subject = { readonly document: ReadDocument; readonly related: readonly ReadDocument[] };

/** What amendments say of the clauses that the evidence stands in, checked against the stored text. */
export const amendedAt = async (
  documents: Pick<Documents, 'verify'>,
  principal: Principal,
  { document, related }: Subject,
  amendments: Amendments,
  evidence: readonly EvidenceRecord[],
): Promise<EvidenceRecord[]> => {
  const places = evidence.filter(({ documentId }) => documentId === document.documentId).flatMap(amendments);
  // What contradicts the evidence is evidence already.
  const told = (place: Place): boolean =>
    evidence.some(
      ({ documentId, start, end }) => documentId === place.documentId && start < place.end && end > place.start,
    );
  const further = [...new Set(places)].filter((place) => !told(place));
  const checked = await Promise.all(
    further.map((place) => verifyPlace(documents, principal, document, related, place)),
  );
  return checked.filter((each) => each !== undefined);
};

type Change = Place & { readonly numbers: readonly string[] };

const changing =
  /\b(?:amend|replac|delet|substitut|restat|modif|insert|add|chang|supersed|strik|extend|reduc|increas)/i;
const reference =
  /(?:\b(?:sections?|clauses?|articles?|paragraphs?)|§§?)\s*(\d{1,3}(?:\.\d{1,3}){0,4})((?:\s*(?:,|and|or|&)\s*\d{1,3}(?:\.\d{1,3}){0,4})*)(?![.\d]*\d)(?!\s*(?:of this (?:amendment|addendum|supplement|letter)|hereof|above|below))/gi;

const changesIn = (document: ReadDocument): readonly Change[] => {
  if (amendedBy(document) === undefined) return [];
  return document.units.flatMap(({ start, end, text, part }) => {
    if (part !== undefined || !changing.test(text)) return [];
    const numbers = [...text.matchAll(reference)].flatMap(([, first = '', more = '']) => [
      first,
      ...(more.match(/\d{1,3}(?:\.\d{1,3}){0,4}/g) ?? []),
    ]);
    return numbers.length === 0 ? [] : [{ start, end, documentId: document.documentId, numbers }];
  });
};

/** Whether a change of the one clause is one of the other: of itself, or of a whole that it is a part of. */
const covers = (changed: string, clause: string): boolean => clause === changed || clause.startsWith(`${changed}.`);

/** Where the clauses of a text begin that bear a number, in order. */
const clauseNumbers = (text: string): readonly { readonly at: number; readonly number: string }[] =>
  [
    ...text.matchAll(
      /(?:^|\n)[^\S\n]*(?:(?:section|clause|article)[^\S\n]+)?(\d{1,3}(?:\.\d{1,3}){0,4})[.)]?[^\S\n]+(?=\S)/gi,
    ),
  ].map((match) => ({ at: match.index + match[0].indexOf(match[1] ?? ''), number: match[1] ?? '' }));
