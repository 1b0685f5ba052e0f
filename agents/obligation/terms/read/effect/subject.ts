import { sentencesOnly } from '../full-stops.ts';
import { papers, words } from '../paper-words.ts';

/** "this Lease", "your employment"; "this JSMA". */
const thisPaper = new RegExp(
  `\\bthis\\s+${words}{0,4}?${papers.replace('|it)', '|change\\s+order|instrument|plan)')}\\b|\\byour\\s+(?:employment|position|appointment|engagement|title)\\b`,
  'iu',
);
const thisCapitals = /\b[Tt](?:his|HIS)\s+["“]?\p{Lu}{2,}\b/u;
const makes =
  /\b(?:signed|executed|made|entered\s+into|dated|agrees?(?:\s+as\s+follows)?|(?:hereby\s+|does\s+|shall\s+)?(?:appoints|employs|engages|hires|retains|grants|leases|licenses))\b/iu;
const recital = /^\W*(?:\(?[\p{L}\d]{1,3}[.)]\s*)?whereas\b/iu;

/** "a letter dated", "that Lease, made": what another paper is. */
const ofAnotherPaper = new RegExp(
  `\\b(?:an?|that|another|his|her|their)\\s+${words}{0,4}?${papers.replace('|it)', ')')}(?:\\s*\\([^()]{0,60}\\))?,?\\s+(?:made|dated|signed|executed|entered\\s+into)\\b`,
  'giu',
);

/** "Bell's contract with the Hall,": between others, or an earlier one. */
const ofOthersEnds = new RegExp(
  `(?:\\p{Lu}[\\p{L}.&-]*['’]s|\\b(?:his|her|their|[Aa]n?\\s+(?:earlier|former|previous|prior)))\\s+${words}{0,3}${papers.replace('|it)', ')')}(?:\\s+(?:with|between|to|for|from)\\s+[^.;]{1,80}?)?\\s*,?\\s*$`,
  'u',
);
/** What was effective and is no more: ", ran out on". */
const isOver =
  /^[^.;]{0,40}?\b(?:ended|expired|ran\s+out|lapsed|ceased|(?:has|have|had|was|were|is|are)\s+(?:since\s+|now\s+|hereby\s+)?(?:ended|expired|lapsed|terminated|superseded|replaced|cancell?ed)|came\s+to\s+(?:an|its)\s+end)\b/i;

/** What a sentence that begins with the day of effect goes on with: this contract, what the parties agree, the contract that an amendment changes. */
const goesOn = new RegExp(
  `^[^\\p{L}\\d]*(?:\\([^()]{1,40}\\)\\s*,?\\s*)?(?:(?:between|among)\\b|(?:this|your)\\s|the\\s+(?:parties|${words}{0,4}?agreement\\s+is\\s+(?:hereby\\s+)?amended)\\b|[^.;]{0,60}?\\b(?:agrees?|appoints|employs|engages|hires|retains|hereby\\s+\\p{L}+)\\b)`,
  'iu',
);
const toItself = /^[\s,]*\(\s*(?:this|the)?\s*["“'‘]/;

/** "In return for your post, effective as of 3 May, you and the Company agree". */
const agreeing = /^\s*,\s*(?:[^.;,]{1,80}\s)?(?:hereby\s+)?agree\b/i;
/** "Effective Date:", "Order effective:". */
const label = new RegExp(
  `(?:^|[.;]\\s)[^\\p{L}]*(?:this\\s+|the\\s+)?(?:${words}{0,2}${papers}\\s+)?effective(?:\\s+(?:date|day|from|on|as\\s+of))?\\s*:\\s*$`,
  'iu',
);
/** "FRAME SUPPLY AGREEMENT of 28 March 2012". */
const title =
  /^\W*(?:\p{Lu}[\p{Lu}&'’-]+\s+){0,8}(?:AGREEMENT|CONTRACT|LEASE|LICEN[CS]E|DEED|AMENDMENT|LETTER|ORDER)\b/u;

/** The end of somebody's work: "resigns", "your employment will cease", "termination of his service". */
const workEnds =
  /\b(?:resign(?:s|ed|ing|ation)?|retir(?:es?|ed|ing|ement)|step(?:s|ped|ping)?\s+down|relinquish\w*|(?:employment|services?|position|office|relationships?|role|duties)\b[^.;]{0,200}?\b(?:terminat\w*|ceas\w*|end(?:s|ed)?|separat\w*|conclude[sd]?)|(?:terminat\w+|cessation|end|separation)\s+(?:of|from)\s+(?:[\p{L}'’]+\s+){0,5}?(?:employment|services?|position|office))\b/giu;
const paperMade =
  /\b(?:agreement|contract|letter|release|amendment)\b[^.;]*\b(?:made|entered|executed|dated|signed|effective)\b/i;

/** What a day that begins a sentence is the day of: "Effective 3 May, the Employee resigns", "(the “Separation Date”)". */
const workAfter =
  /^[^.;]{0,120}\b(?:resigns?|retires?|steps?\s+down|(?:shall|will|is|are|was|has\s+been)\s+(?:retire|resign|cease|assigned|promoted|transferred|elected)\w*)\b/i;
const namedOtherwise = /^\W{0,3}\(\s*(?:the\s+|this\s+)?["“'‘](?!\s*(?:\w+\s+){0,2}effective)/i;
/** "Effective 3 May, the second sentence of Section 2 is deleted." */
const partAfter =
  /^[^.;]{0,80}\b(?:sections?|sentences?|paragraphs?|clauses?|articles?|exhibits?|schedules?|plan|fees?|prices?|rates?|salary|rent)\b[^.;]{0,80}\b(?:is|are|shall|will)\b/i;
/** Words before the day that may name nothing of which it could be, in characters. */
const unnamed = 40;
/** Somebody is given other work, or something to do by then. */
const workChanges =
  /\b(?:must|should|may(?=\s+[a-z])|eligible|enrol\w*|participat\w*|vest(?:s|ed|ing)?)\b|\b(?:shall|will)\b(?!\s+(?:be|become|take)\s)|\b(?:assigned|promoted|transferred|elected|moved|raised|named)\s+(?:to|as)\b|\b(?:position|office|post|role|rank|title|salary|base\s+pay|compensation|prices?|price\s+list|fees?|rates?|tariffs?)\b[^.;]*$/i;

/** Whether the words before a day, to the beginning of their sentence, say that somebody's work ends then. */
export const saysWorkEnds = (before: string): boolean => {
  const clause = lastSentence(before);
  const end = [...clause.matchAll(workEnds)].at(-1);
  return end !== undefined && !paperMade.test(clause.slice(end.index));
};

const lastSentence = (before: string): string => {
  const sentences = sentencesOnly(before.slice(-500));
  return sentences.slice(Math.max(sentences.lastIndexOf('. '), sentences.lastIndexOf(';')) + 1);
};

/**
 * Whether it is the contract, or what it is made for, that is "effective" on a day: `before` stands before the day and ends
 * with "effective as of", `after` follows it. A sentence may as well speak of a plan, a post, a section or another contract;
 * 'maybe' where little stands before the day and names nothing that is.
 */
export const contractTakesEffect = (before: string, after: string): boolean | 'maybe' => {
  if (saysWorkEnds(before) || recital.test(before) || isOver.test(after)) return false;
  const clause = lastSentence(before)
    .replace(/\beffective\b(?!.*\beffective\b).*$/i, '')
    .replace(ofAnotherPaper, '');
  if (ofOthersEnds.test(clause)) return false;
  if (
    thisPaper.test(clause) ||
    thisCapitals.test(clause) ||
    makes.test(clause) ||
    (toItself.test(after) && /agreement|contract/i.test(clause))
  )
    return true;
  if (label.test(before) || title.test(clause) || agreeing.test(after)) return true;
  // "EFFECTIVE AS OF", alone or among the capitals of a cover.
  if (!/\p{Ll}{2}/u.test(clause) && (/\p{L}{3}/u.test(clause) || goesOn.test(after) || /^\W*$/.test(after)))
    return true;
  return workAfter.test(after) || partAfter.test(after) || namedOtherwise.test(after) || workChanges.test(clause)
    ? false
    : clause.trim().length <= unnamed && 'maybe';
};
