import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { plain } from './plain.ts';

const leaving =
  /\b(?:terminat\w+|terminable|cancel\w*|withdraw from|discontinue (?:its|the) (?:membership|participation|services?)|resign\w*|leave|cease providing|end(?:s|ed)? (?:this|the|it|your?|at any)|break clause|notice to quit)\b/i;
/** Without a reason. */
const freely =
  /\b(?:(?:for|at) (?:its |their |his |her |your |the \w+'s )?convenience(?! only)|(?:without|non-?)[ -]?cause|without (?:\bany |giving (?:\bany )?)?reasons?|with or without (?:good )?cause|cause or no cause|reason or no reason|(?:\bany|no) reason (?:at all|whatsoever)|at will|absolute right)\b/i;
const anyReason = /\bfor any reason\b/i;
const ended = /\b(?:termination|expiration|cancellation|terminated|terminates?)\b.{0,60}\bfor any reason\b/i;
const atOption =
  /\b(?:(?:its|their|his|her|your) (?:sole |own |absolute )*(?:discretion|option|election)|at the option of (?:\bany|either|each) party)\b/i;
/** By notice alone, of so many days or at any time. */
const byNotice =
  /\bnotice\b.{0,120}\b(?:days?|weeks?|months?|years?)\b|\b(?:days?|weeks?|months?|years?)\b.{0,60}\b(?:notice|written)\b|\bat any time\b|\b(?:by|upon|on|with) (?:a |giving |providing |delivering |delivery of )?(?:\w+ ){0,3}(?:notice|notification)\b/i;
/** What the right depends on. */
const reason =
  /\b(?:breach\w*|default\w*|fail(?:s|ed|ure|ing)?|insolven\w+|bankrupt\w*|cur(?:e|ed|able)|remed(?:y|ied)|non-?renew\w*|not (?:to )?(?:be )?renew\w*|insur(?:ance|er|ed)|polic(?:y|ies)|coverage|certificates? of|force majeure|change (?:of|in) control|acqui(?:re[sd]?|sition)|convict\w*|violat\w+|infring\w+|unable|incapab\w+|liquidat\w+|receiver\w*|deemed|becomes?|event (?:that|of)|in case|should|if\b(?! (?:it|you|either party|he|she) (?:so )?(?:wish|choos|elect|want|desire))|because|due to|dissol\w+|illegal\w*|death|disab\w+|(?:by )?(?:mutual(?:ly)?|written) (?:consent|agree\w*)|not (?:achieved|made|received))\b/i;
/** Ends something else than the contract, or says what happens when it has ended. */
const elsewhere =
  /\b(?:purchase orders?|(?:upon|after|following|event of|effect of|prior to|survive) (?:\bany |the |such |early |expiration or |this )*(?:termination|expiration|cancellation)|(?:\bany|such) termination)\b/i;
/** The unit by which a party may end the contract by notice, without a reason; undefined where there is none. */
export const exitByNotice = (document: ReadDocument): ReadUnit | undefined =>
  document.units.find((unit, at) => unit.part === undefined && grantsExit(unit, document.units[at - 1]));

/** Whether the unit lets somebody end the contract by notice, without a reason. `before`: the unit before it. */
export const grantsExit = (unit: ReadUnit, before: ReadUnit | undefined): boolean =>
  leaves(plain(unit.text), plain(before?.text ?? ''));

/** Items of a list are read one by one, each with the words that open the list. */
const leaves = (text: string, before: string): boolean => {
  const [first = '', ...items] = text.split(/;|(?<=[\s:])\((?=[a-z]{1,4}\)\s)/i);
  const opening = /^\W{0,3}\(?(?:[a-z]{1,4}|\d{1,2})[).]/i.test(text) || text.length < 120 ? before.slice(-250) : '';
  if (free(first, leaving.test(first) ? '' : opening)) return true;
  return items.some((item) => free(item, leaving.test(item) ? '' : `${opening} ${first}`.slice(-250)));
};

const free = (text: string, opening: string): boolean => {
  const led = `${opening} ${text}`;
  if (!leaving.test(led)) return /^\W*(?:[a-z\d]{1,4}\)\s*)?(?:without cause|for convenience)\b/i.test(text);
  if (freely.test(text) || (anyReason.test(text) && !ended.test(text))) return true;
  if (reason.test(led) || elsewhere.test(led)) return false;
  return byNotice.test(text) || (atOption.test(text) && byNotice.test(led));
};
