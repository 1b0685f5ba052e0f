/** What a filing with an authority is called in a footer or a header: its day is not the contract's. */
export const filing = /\b(?:Source:|\d+-[KQ]\b|S-\d|SB-2|DRS\b|EX-\d)/;

/** Whether the line of a day, or the line before that it goes on from, is that of a filing. An exhibit's number over a letter is not. */
export const isOfFiling = (text: string, start: number): boolean => {
  const lines = text.slice(Math.max(0, start - 160), start).split('\n');
  const own = lines.at(-1) ?? '';
  const before = lines.at(-2)?.trimEnd() ?? '';
  return filing.test(own) || /\bSource:/.test(before) || /\b\d+-[KQ],?$/.test(before);
};

const paper =
  '(?:agreement|lease|sub-?lease|contract|policy|licen[cs]e|letter|amendment|deed|memorandum|term\\s+sheet|plan|purchase\\s+order|proposal|quotation|invoice|resolution)';
/** "supersedes the … Agreement entered into between the same parties, dated", "entered into an Employment Agreement (the “First Agreement”) dated". */
const spokenOf = `(?:\\b(?:to|under|of|into|by|with|in|and|have|has|had|supersed\\w+|replac\\w+|terminat\\w+|cancel\\w*|amend\\w*|restat\\w+|modif\\w+|extend\\w*|renew\\w*)\\s+(?:the|that|those|such|another|their|his|her|its)|(?<!\\bis\\s)\\ban?)\\s+[^.;]{0,80}\\b${paper}s?(?:\\s*\\([^()]{0,60}\\))?,?\\s+(?:(?:(?:made|entered\\s+into|executed|signed)\\s+)?(?:by\\s+and\\s+)?(?:between|among|with|by)\\s+[^.;]{0,80}?\\s)?(?:is\\s+|was\\s+|which\\s+was\\s+)?(?:dated|made|entered\\s+into|executed|signed)\\s*(?:as\\s+of\\s*|on\\s*)?$`;
/** The day of another paper. */
export const otherPaper = new RegExp(
  `\\b(?:that\\s+certain|pursuant\\s+to|amends|original|existing|prior|previous(?:ly)?|reference\\s+is|schedule\\s+1\\d|convention)\\b[^;]{0,140}$|\\b(?:attachment|annex|appendix|enclosure|proposal|quotation|invoice|drawing)s?\\b[^.;]{0,40}\\bdated\\s*(?:as\\s+of\\s*)?$|${spokenOf}`,
  'i',
);
/** "the Schedule 13G with respect to the shares of …, dated as of": what is filed, not the agreement to file it. */
export const filedPaper =
  /\b(?:schedule\s+1\d\S*|(?:registration\s+)?statement\s+on|form\s+\d|report\s+on)\b[^;]{0,200}\bdated?(?:\s+as\s+of)?\s*(?:the\s+)?$/i;

/** "A and B on 3 May 2010 entered into a lease": told of the past. */
export const enteredThen =
  /^[\s,]{1,3}(?:[^.;,]{0,60}\s)?(?:entered\s+into|executed|signed|made|concluded)\s+(?:an?|that|those|another|the\s+(?:original|first))\s/i;

/** A day on which something begins or ends is not the one on which it was signed. */
export const runs =
  /\b(?:end\w*|expir\w*|until|through|to|terminat\w*|commenc\w*|begin\w*|start\w*)\s+(?:at\s+(?:midnight|noon|\d\S{0,8})\s+)?(?:on|upon|at)?\s*(?:the\s+)?$/i;

/** "caused this report to be signed": what is filed with an authority is no contract. */
export const reportSigned =
  /\bthis\s+(?:[\p{L}-]+\s+){0,3}(?:report|(?:registration\s+)?statement|schedule|filing|return)\s+(?:\p{L}+\s+){0,3}(?:signed|executed)\b/iu;
const draft =
  /^\W*(?:version|ver\.|rev(?:ision|\.)?|draft|last\s+(?:updated|revised|saved)|updated|revised|printed|template)\b.{0,60}$/i;

/** A line of a day with the number of a version or a draft above it, at most two lines up: the form's day, not the contract's. */
export const isOfDraft = (text: string, start: number): boolean =>
  text
    .slice(Math.max(0, start - 200), start)
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.trim() !== '')
    .slice(-2)
    .some((line) => draft.test(line));

/** After the day of a contract its amendment is named, as titles do: "SUPPLY CONTRACT DATED 3 MAY 2010, AMENDMENT NO. 2". */
export const amendmentFollows =
  /^[\s,;:–—-]*(?:(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\s+)?(?:change\s+order|amendment|addendum|supplement(?:al)?|variation)\b/i;
