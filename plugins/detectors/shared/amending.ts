import type { ReadDocument } from '../../../core/ports/detector.ts';
import { amendedBy } from '../../../core/reading/amendment.ts';

/** What the document amends, among its relatives; undefined where it amends nothing. */
export const contractOf = (document: ReadDocument, related: readonly ReadDocument[]): ReadDocument | undefined =>
  amendedBy(document) === undefined ? undefined : related.find((other) => amendedBy(other) === undefined);

/** Words by which an amendment says that something takes the place of something else. */
export const changes =
  /\b(?:replac\w+|delet\w+|amend\w*|supersed\w+|instead of|in lieu of|in place of|restat\w+|modif\w+|revis\w+|chang(?:e|es|ed)|strik(?:e|ing)|struck|substitut\w+|extend(?:s|ed)?|notwithstanding|increas\w+|decreas\w+|reduc\w+)\b/i;
const prevails =
  /\b(?:this|the) (?:\w+ )?(?:amendment|addendum|supplement)\b[^.]{0,80}\b(?:prevails?|controls?|takes? precedence|governs?|supersedes?)\b|\b(?:conflict|inconsisten\w+|discrepanc\w+)\b[^.]{0,160}\b(?:amendment|addendum|supplement)\b[^.]{0,60}\b(?:prevail|control|precedence|govern)/i;

/** Whether the amendment says that it goes before the contract where they differ. */
export const goesBefore = ({ units }: ReadDocument): boolean =>
  units.some(({ text }) => prevails.test(text.replace(/\s+/g, ' ')));
