import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { amendedBy } from '../../../../../core/reading/amendment.ts';
import type { Ending, Length, StatedRenewal, Statement } from '../../stated.ts';
import { flat, probabilityOf, sourceOf, titlesIn } from '../units.ts';
import { labelledGoingOn } from './labelled.ts';
import { definedLength, isAsLong, renewalLength, timesOf } from './length.ts';
import { isPerformed } from './performed.ts';
import { type GoingOn, goingOnIn } from './words.ts';

/** It gives what it adds a name: (each, a "Renewal Term"). */
const named =
  /\(\s*(?:(?:each|the|any\s+such\s+\w+|such\s+\w+),?\s*(?:a|an|the)?\s*)?["“'](?:the\s+)?(?:renewal|extension|extended|additional|option|subsequent)\s*(?:terms?|periods?)?["”']/i;
type Found = {
  readonly unit: ReadUnit;
  readonly value: StatedRenewal;
  readonly sure: number;
  /** Other places that its length is read from. */
  readonly more: Statement<unknown>['evidence'];
};

/** How the contract goes on after its first term, `ending` being how that ends. */
export const readRenewal = (
  document: ReadDocument,
  ending: Statement<Ending> | undefined,
): Statement<StatedRenewal> | undefined => {
  const amending = amendedBy(document) !== undefined;
  const titles = titlesIn(document);
  const ended = ending?.evidence[0]?.end;
  const found = document.units.flatMap((unit, index) => {
    const text = flat(unit.text);
    const behind = document.units.slice(index + 1, index + 3).map((next) => flat(next.text));
    const goingOn = goingOnIn(text, titles) ?? labelledGoingOn(text, behind.join(' '), unit.headingPath.at(-1));
    if (goingOn === undefined) return [];
    if (isPerformed(text, amending)) return [];
    // One that stands where the end is told is that of what ends so, not of an exhibit's own.
    const near = ended !== undefined && unit.end >= ended && unit.start - ended < 1500 ? 0.1 : 0;
    return renewalIn(document, { unit, text, goingOn, before: document.units[index - 1], ending }).map((one) => ({
      ...one,
      sure: one.sure + near,
    }));
  });
  const [best] = found.toSorted((a, b) => b.sure - a.sure || a.unit.start - b.unit.start);
  if (best === undefined || best.sure < 0.5) return undefined;
  return {
    value: best.value,
    evidence: [sourceOf(document, best.unit), ...best.more],
    confidence: Math.min(0.97, best.sure),
  };
};

type Sentence = {
  readonly unit: ReadUnit;
  readonly text: string;
  readonly goingOn: GoingOn;
  readonly before: ReadUnit | undefined;
  readonly ending: Statement<Ending> | undefined;
};

const renewalIn = (document: ReadDocument, sentence: Sentence): Found[] => {
  const { unit, text, goingOn, before } = sentence;
  const { automatic, choice, what } = goingOn;
  const likely = probabilityOf(unit, 'renewal-term');
  if (what === 'other' || (what === undefined && likely < 0.5)) return [];
  if (/\bextend\s+(?:until|through)\b/i.test(text) && !automatic) return [];
  const { length, more = [] } = lengthIn(document, sentence) ?? {};
  const endless = length === undefined && goingOn.endless;
  if (length === undefined && !endless && !automatic) return [];
  let sure = 0.1 + 0.55 * likely + (automatic ? 0.25 : 0) + (length !== undefined || endless ? 0.1 : -0.25);
  if (!automatic && choice && what === 'contract') sure += length === undefined ? 0.12 : 0.3;
  if (automatic && (length !== undefined || endless) && what === 'contract') sure += 0.12;
  // What only says how long one is leaves open whether there is one: the sentence that does counts, with this one's length.
  if (!automatic && !choice && what === 'contract') sure -= 0.25;
  if (named.test(text)) sure += 0.2;
  const heading = `${unit.headingPath.at(-1) ?? ''} ${before?.text ?? ''}`.slice(-80);
  if (/\b(?:term|renewal|duration|extension|validity|prolongation|continuation)\b/i.test(heading)) sure += 0.08;
  return [{ unit, sure, more, value: { automatic, length, times: timesOf(text), endless } }];
};

/** The length of one renewal, as the sentence gives it, or as the document does elsewhere. */
const lengthIn = (
  document: ReadDocument,
  { unit, text, goingOn, ending }: Sentence,
): { readonly length: Length; readonly more?: Found['more'] } | undefined => {
  const said = renewalLength(text, goingOn.at);
  if (said !== undefined) return { length: said };
  if (isAsLong(text)) {
    const first = ending?.value.kind === 'after' || ending?.value.kind === 'at' ? ending.value.length : undefined;
    return first && ending && { length: first, more: ending.evidence };
  }
  if (goingOn.endless) return undefined;
  const defined = definedLength(document, unit);
  return defined && { length: defined.length, more: [sourceOf(document, defined.unit)] };
};
