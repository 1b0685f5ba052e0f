import type { ReadDocument, ReadUnit } from '../ports/detector.ts';
import { amendedBy } from './amendment.ts';
import { perDocument } from './per-document.ts';
import { titlesOf } from './title.ts';

/** How much of a contract a document is. */
export type Extent = {
  /** A part is an amendment, an exhibit, a form without terms, or what begins or breaks off in the middle. */
  readonly of: 'whole' | 'part';
  /** Where it takes over terms that stand elsewhere: the sentence that says so, verbatim. */
  readonly elsewhere: ReadUnit | undefined;
};

/** A contract with terms of its own is hardly ever shorter, in characters. */
const shortest = 2000;

const partTitle =
  /^(?:the\s+)?(?:schedule|appendix|annex(?:ure)?|attachment|exhibit [a-z]\b|statement of work|work order|order form|purchase order|sow|term sheet|heads of terms|letter of intent|memorandum of understanding|summary|certificate|signature page|joinder|consent|waiver|notice|deal (?:memo|terms)|acknowledge?ment|extract)\b/i;
const aContract = /\b(?:agreement|contract|lease|terms of service|policy)\b/i;
const termSheet = /\b(?:term sheet|letter of intent|heads of terms|non-?binding)\b/i;
/** A file that begins with a late clause: "11.6. COUNTERPARTS". Numbers of exhibits are none. */
const lateStart = /(?<!exhibit\s)(?<![\d.])(?:[4-9]|[1-3]\d)\.\d{1,2}\.?\s+\p{Lu}{2}/iu;
/** "Schedule B" above everything else. */
const partHeading = /^\W*(?:schedule|appendix|annex(?:ure)?|attachment)\s+[\w.-]{1,4}\s/i;
const made =
  '(?:attached|issued|added|appended|annexed)(?:\\s+(?:here)?(?:to|by))?(?:\\s+and\\s+(?:made\\s+)?(?:a\\s+)?part\\s+of)?';
/** "is attached to the Services Agreement", "amends that certain Lease". */
const belongsTo = new RegExp(
  `\\b(?:is|are)\\s+(?:${made}|(?:made|forms?)\\s+(?:a\\s+)?part\\s+of)(?:\\s+(?:to|of|pursuant to|under))?\\s+(?:the|that)\\b[^.]{0,80}\\b(?:agreement|contract|lease)\\b|\\bamends?\\s+(?:that|the)\\s+(?:certain\\s+)?[^.]{0,60}\\b(?:agreement|contract|lease)\\b`,
  'i',
);

const takesOver =
  /\b(?:(?:subject to|governed by|in accordance with|under|incorporat\w+)\b[^.;]{0,80}\b(?:(?:general|standard|master|framework|common) (?:\w+ ){0,2}(?:terms|conditions|agreement|contract)|terms (?:and conditions )?(?:of|in) (?:the|its|our) (?:master|framework|general|main|prime|standard))|(?:general|standard) terms (?:and conditions )?(?:\w+ ){0,4}(?:apply|form part|are part|available|published)|terms (?:and conditions )?(?:\w+ ){0,3}(?:available|found|published|posted) (?:at|on) (?:https?:|www\.|our (?:web)?site))/i;

/** Whether the document is the whole of a contract, as what is not in it can only then be missing. */
export const extentOf = perDocument(
  (document: ReadDocument): Extent => ({
    of: isPart(document) ? 'part' : 'whole',
    elsewhere: elsewhereIn(document),
  }),
);

const isPart = (document: ReadDocument): boolean => {
  const { text, title } = document;
  const head = text.slice(0, 1500).replace(/\s+/g, ' ');
  if (text.length < shortest || lateStart.test(head.slice(0, 150)) || partHeading.test(head)) return true;
  if (belongsTo.test(head) || amendedBy(document) !== undefined) return true;
  const [own = ''] = titlesOf(text, title);
  const first = text.trimStart().split('\n', 1)[0] ?? '';
  return [own, first.slice(0, longestTitle)].some(isPartTitle);
};

const longestTitle = 120;

const isPartTitle = (title: string): boolean =>
  termSheet.test(title) ||
  (partTitle.test(title.replace(/^[\W\d]+/, '')) && !(aContract.test(title) && !/\bto\b/i.test(title)));

const elsewhereIn = ({ units }: ReadDocument): ReadUnit | undefined =>
  units.find(({ text, part }) => part === undefined && takesOver.test(text.replace(/\s+/g, ' ')));
