import type { Facts, Source } from '../../model/terms.ts';
import type { Anchor, StatedTerms, Statement } from '../stated.ts';

/** A day reckoned from what a document states: its arithmetic and where each input stands. */
export type Reckoned = {
  readonly day: string | null;
  /** "effective 2024-03-01 + 3 years". */
  readonly words: string;
  readonly needs: string | null;
  readonly evidence: readonly Source[];
  readonly confidence: number;
};

const called = { agreementDate: 'agreement', effectiveDate: 'effective' } as const;
const factNames = { agreementDate: 'Agreement Date', effectiveDate: 'Effective Date' } as const;

/** The day of a stated anchor. One term may stand for the other, and either for nothing. */
export const anchorDay = (
  stated: StatedTerms,
  statement: Statement<Anchor> | undefined,
  name: 'agreementDate' | 'effectiveDate',
  facts: Facts,
): Reckoned | undefined => {
  const given = facts.get(factNames[name].toLowerCase());
  if (statement === undefined && given === undefined) return undefined;
  const { evidence = [], confidence = 1 } = statement ?? {};
  if (given !== undefined) return said(called[name], given, evidence);
  const anchor = statement?.value;
  if (anchor === undefined) return undefined;
  if (anchor.kind === 'day') {
    const sum = anchor.sum === undefined ? '' : ` (${anchor.sum})`;
    return { day: anchor.iso, words: `${called[name]} ${anchor.iso}${sum}`, needs: null, evidence, confidence };
  }
  if (anchor.kind === 'event') return ofEvent(anchor.name, facts, evidence, confidence);
  if (anchor.kind === name) return undefined;
  const other = anchorDay(stated, stated[anchor.kind], anchor.kind, facts);
  if (other === undefined) return needing(factNames[anchor.kind], evidence, confidence);
  return { ...other, evidence: merged(evidence, other.evidence), confidence: Math.min(confidence, other.confidence) };
};

export const said = (name: string, day: string, evidence: readonly Source[]): Reckoned => ({
  day,
  words: `${name} ${day} (as you said)`,
  needs: null,
  evidence,
  confidence: 1,
});

const needing = (needs: string, evidence: readonly Source[], confidence: number): Reckoned => ({
  day: null,
  words: needs,
  needs,
  evidence,
  confidence,
});

const ofEvent = (name: string, facts: Facts, evidence: readonly Source[], confidence: number): Reckoned => {
  const day = facts.get(name.toLowerCase());
  return day === undefined ? needing(name, evidence, confidence) : said(name, day, evidence);
};

/** The day of any anchor that a period counts from; without an effective date the agreement's own stands for it. */
export const dayOf = (stated: StatedTerms, anchor: Anchor, facts: Facts): Reckoned => {
  if (anchor.kind === 'day') {
    const effective = anchorDay(stated, stated.effectiveDate, 'effectiveDate', facts);
    if (effective?.day === anchor.iso) return effective;
    return { day: anchor.iso, words: anchor.iso, needs: null, evidence: [], confidence: 0.95 };
  }
  if (anchor.kind === 'event') return ofEvent(anchor.name, facts, [], 0.8);
  const names =
    anchor.kind === 'effectiveDate'
      ? (['effectiveDate', 'agreementDate'] as const)
      : (['agreementDate', 'effectiveDate'] as const);
  for (const name of names) {
    const found = anchorDay(stated, stated[name], name, facts);
    if (found !== undefined) return found;
  }
  return needing(factNames[anchor.kind], [], 0.5);
};

/** Each place once, in the order given. */
export const merged = (first: readonly Source[], second: readonly Source[]): readonly Source[] => {
  const seen = new Set<string>();
  return [...first, ...second].filter(({ documentId, start, end }) => {
    const key = `${documentId}:${start}:${end}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
};
