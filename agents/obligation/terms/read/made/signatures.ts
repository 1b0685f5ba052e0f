import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { perDocument } from '../../../../../core/reading/per-document.ts';
import type { WrittenDay } from '../../../../../core/reading/written-days.ts';
import type { Span } from '../../../../../core/text/span.ts';
import { sentencesOnly } from '../full-stops.ts';
import { daysIn } from '../points/days-in.ts';
import { flat, probabilityOf } from '../units.ts';
import { type DatedPlace, isSectionNumber, signs } from './dated-places.ts';
import { filedPaper, filing, otherPaper, reportSigned, runs } from './other-papers.ts';
import { inSignatureLines } from './signature-lines.ts';

/** From so many characters on a text has its signatures in its second half. */
const long = 8000;
const signedAt = /\b(?:in\s+witness|witness\s+whereof|executed|signed|undersigned|hereunto|dated)\b/i;
const dateLabel = /\bdated?\s*(?:signed)?\s*[:.]?\s*$/i;
const directly =
  /\b(?:as\s+of|dated?|made|executed|signed|this|on|agreement)\s*:?\s*(?:as\s+of\s*:?\s*)?(?:this|the|on)?\s*(?:the\s+)?$/i;
const ownDay =
  /\bthis\s+(?:[\w-]+\s+){0,4}(?:agreement|contract|amendment|lease|deed)\s+(?:is|was|has\s+been)\s+(?:\w+\s+)?(?:dated|made|signed|executed|entered\s+into|concluded)\s*(?:as\s+of|on|this)?\s*(?:this\s+|the\s+)?$|\b(?:accepted|agreed|acknowledged|confirmed)(?:(?:,|,?\s+and)\s+(?:accepted|agreed|acknowledged|confirmed))*(?:\s+to)?,?\s+(?:(?:and\s+\w+\s+)?as\s+of|(?:on\s+)?this)\s*(?:the\s+)?$/i;

/** "Done at Brussels on", "Made in two originals in Lyon, on". */
const doneAt =
  /(?:^|[\n.;]\s*)(?:thus\s+)?(?:done|made|signed|executed|given|drawn\s+up|agreed)\s+(?:and\s+\w+\s+)?(?:[^.;]{0,40}\s)?(?:at|in)\s+[^.;]{2,60}?,?\s+(?:on|this)?\s*(?:this\s+|the\s+)?$/i;

/** The last of the signatures, or what the words above them say: "IN WITNESS WHEREOF … this 3rd day of May". */
export const signedOn = (document: ReadDocument): DatedPlace | undefined =>
  witnessed(document) ?? latest(inSignatureLines(document)) ?? latest(dated(document)) ?? latest(amongSigns(document));

/** The latest day beside a signature; every signature that bears one is an input. */
export const lastSignature = perDocument((document: ReadDocument): LastSignature | undefined => {
  const lines = inSignatureLines(document);
  const last = latest(lines) ?? latest(labelled(document)) ?? signedOn(document);
  if (last?.day.iso === undefined) return undefined;
  const places = lines.length > 0 ? lines.map(({ unit }) => unit) : [last.unit];
  const days = new Set((lines.length > 0 ? lines : labelled(document)).map(({ day }) => day.iso));
  return { iso: last.day.iso, alone: days.size === 1, places: distinct(places).slice(0, 6) };
});

/** `alone`: all signatures that bear a day bear this one. */
type LastSignature = { readonly iso: string; readonly alone: boolean; readonly places: readonly Span[] };

const distinct = (spans: readonly Span[]): readonly Span[] => [
  ...new Map(spans.map((span) => [span.start, span])).values(),
];

const latest = (found: readonly DatedPlace[]): DatedPlace | undefined =>
  found.toSorted((a, b) => (a.day.iso ?? '').localeCompare(b.day.iso ?? '')).at(-1);

/** What says of itself on which day it was signed. */
const witnessed = (document: ReadDocument): DatedPlace | undefined => {
  const days = lateDays(document);
  for (const { unit, day, words, lead } of days) {
    const own = words.slice(0, day.start);
    if (doneAt.test(own)) {
      // "Signed at Sandton on the 12th", "Signed at Durban on the 26th": the last of them.
      const all = days.filter(
        (other) =>
          doneAt.test(other.words.slice(0, other.day.start)) && Math.abs(other.unit.start - unit.start) < oneBlock,
      );
      return latest(all.map((other) => ({ unit: other.unit, day: other.day, sure: 0.8 })));
    }
    if (ownDay.test(own)) return { unit, day, sure: 0.8 };
    if (
      !otherPaper.test(lead) &&
      /\b(?:witness\s+whereof|as\s+witness|undersigned|hereunto)\b/i.test(lead) &&
      directly.test(lead.slice(-60)) &&
      !/\bdated?\s*:\s*$/i.test(lead)
    )
      return { unit, day, sure: 0.75 };
  }
  return undefined;
};

/** Signatures of one contract stand no farther apart, in characters. */
const oneBlock = 1500;

/** Days that stand alone or after "Date:" toward the end, or that the clause model holds to be the document's. */
const dated = (document: ReadDocument): DatedPlace[] =>
  lateDays(document).flatMap(({ unit, day, words, lead }) => {
    if (otherPaper.test(lead) || filedPaper.test(lead)) return [];
    const likely = probabilityOf(unit, 'agreement-date');
    const alone = words.trim().length < (day.end - day.start) * 2 + 4 && unit.start > document.text.length * 0.7;
    if (/\b(?:force|effect)\s+(?:on|from)\s*(?:the\s+)?$/i.test(lead)) return [];
    const own = sentencesOnly(lead);
    const signed =
      (signedAt.test(own.slice(own.lastIndexOf('. ') + 1)) && directly.test(lead.slice(-40))) ||
      (likely > 0.5 && !runs.test(lead));
    return alone || dateLabel.test(lead.slice(-16)) || signed ? [{ unit, day, sure: 0.45 + 0.3 * likely }] : [];
  });

type LateDay = {
  readonly unit: ReadUnit;
  readonly day: WrittenDay;
  /** The sentence, and what stands before the day, from the sentence before on. */
  readonly words: string;
  readonly lead: string;
};

/** Days that may be those of signatures by where they stand. */
const lateDays = (document: ReadDocument): LateDay[] => {
  const { units, text } = document;
  const found: LateDay[] = [];
  let before = '';
  for (const unit of units) {
    const words = flat(unit.text);
    if (unit.start >= text.length * 0.4 || text.length < long) {
      for (const day of daysIn(document, words)) {
        const lead = `${before} ${words.slice(0, day.start)}`.slice(-160);
        if (
          day.iso !== undefined &&
          !filing.test(lead.slice(-80)) &&
          !reportSigned.test(lead) &&
          !isSectionNumber(document, unit, day)
        )
          found.push({ unit, day, words, lead });
      }
    }
    before = `${before} ${words}`.slice(-160);
  }
  return found;
};

/** "Date: 3 May 2020" under or over a signature: who signed then, not when the contract was made. */
export const isBesideSigns = ({ text }: ReadDocument, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 300), at);
  return (
    /\bdated?\s*(?:signed)?\s*:[\s_]*$/i.test(before) &&
    /\/s\/|\b(?:By|Name|Title|Its|Signature)\s*(?:\([^()]{1,20}\)\s*)?:/i.test(before)
  );
};

/** "[signature authenticated by a depository on". */
const authenticated = /\bsignatures?\b[^.;\]]{0,90}\bon\s*$/i;

/** A day among signatures, wherever in the document they stand and whatever says that it is one. */
const amongSigns = (document: ReadDocument): DatedPlace[] => {
  const found: DatedPlace[] = [];
  for (const unit of document.units) {
    const words = flat(unit.text);
    for (const day of daysIn(document, words)) {
      const at = unit.start + day.start;
      const before = flat(document.text.slice(Math.max(0, at - 300), at));
      const after = flat(document.text.slice(unit.start + day.end, unit.start + day.end + 120));
      if (day.iso === undefined || filing.test(before.slice(-80)) || otherPaper.test(before.slice(-100))) continue;
      // After a name, a place or a label: not in a sentence.
      const line = before.slice(-24).replace(/^.*[.;:]\s+(?=\S)/, '');
      const alone = !/(?:^|\s)[a-z]{2,}/.test(line) || dateLabel.test(before) || authenticated.test(before);
      if (
        alone &&
        (signs.test(before) || (/^\s*\(\s*dated?\s*\)/i.test(after) && signs.test(after))) &&
        (signs.test(after) || authenticated.test(before) || /^\W{0,12}(?:\(?dated?\b|$)|^\s*(?:[A-Z]|\d)/.test(after))
      )
        found.push({ unit, day, sure: 0.5 });
    }
  }
  return found;
};

/** Days after "Date:", "Dated:", "Date signed:". */
const labelled = (document: ReadDocument): DatedPlace[] => {
  const found: DatedPlace[] = [];
  let before = '';
  for (const unit of document.units) {
    const text = flat(unit.text);
    let last = -1;
    for (const day of daysIn(document, text)) {
      const lead = `${before} ${text.slice(0, day.start)}`.slice(-18);
      // Of two columns the second day may stand behind the first alone.
      const beside = last >= 0 && /^[\s|_]*$/.test(text.slice(last, day.start));
      last = -1;
      if (day.iso === undefined || !(beside || /\bdated?\s*(?:signed)?\s*:\s*_*\s*$/i.test(lead))) continue;
      last = day.end;
      found.push({ unit, day, sure: 0.6 });
    }
    before = text.slice(-20);
  }
  return found;
};

/** Whether a day stands in one of two or more lines of signatories: the last of them counts. */
export const isOneOfSignatures = (document: ReadDocument, at: number): boolean => {
  const lines = inSignatureLines(document);
  return (
    new Set(lines.map(({ day }) => day.iso)).size > 1 && lines.some(({ unit }) => at >= unit.start && at < unit.end)
  );
};

/** Lines among the first characters of a text that are nothing but a day. */
export const linesOfDays = (document: ReadDocument, to: number): (Span & { readonly day: WrittenDay })[] => {
  let next = 0;
  return document.text
    .slice(0, to)
    .split('\n')
    .flatMap((line) => {
      const start = next;
      next += line.length + 1;
      const [day] = line.length > 60 ? [] : daysIn(document, flat(line));
      const unit = { start, end: start + line.length };
      return day?.iso !== undefined &&
        line.trim().length <= day.end - day.start + 1 &&
        !isSectionNumber(document, unit, day)
        ? [{ ...unit, day }]
        : [];
    });
};
