import { papers, words } from '../paper-words.ts';
import { matchAt, type Point } from './point.ts';

const paper = papers.replace('|it)', '|instrument|document|presents)');
const heads =
  '(?:head(?:ing)?|top|beginning|opening|outset|first\\s+page|front|cover|face|title|caption|preamble|(?:first\\s+)?signature\\s+page)';

/** The day that the contract itself bears: "its own date", "the day of the making hereof", "the date over this letter", "this day". */
const ownDay = new RegExp(
  [
    '(?:its|our|the\\s+above|the\\s+aforesaid|the\\s+aforementioned)\\s+(?:own\\s+)?date',
    `(?:the\\s+)?(?:date|day)\\s+(?:which\\s+|that\\s+)?(?:it|this\\s+${words}{0,3}${paper}|these\\s+presents)\\s+(?:bears?|carr(?:ies|y)|is\\s+dated|shows)`,
    `(?:the\\s+)?(?:date|day)\\s+(?:(?:given|stated|shown|written|set\\s+out|appearing|mentioned|noted|entered|printed|typed)\\s+)?(?:at|on|in|over|above|of)\\s+(?:the\\s+)?(?:very\\s+)?${heads}\\b[^,.;]{0,30}?(?=\\s+(?:to|until|till|through|for|and)\\b|[,.;)]|$)`,
    `(?:the\\s+)?(?:date|day)\\s+(?:of|on|over|above)\\s+(?:(?:this|the|our)\\s+)?(?:present\\s+)?${words}{0,2}?${paper}\\b`,
    `(?:the\\s+)?(?:date|day|time|moment)\\s+of\\s+(?:the\\s+)?(?:making|granting|giving|grant|sealing|entry\\s+into|conclusion)\\b(?:\\s+(?:hereof|of\\s+(?:this|the)\\s+${words}{0,3}${paper}))?`,
    `(?:the\\s+)?(?:contract|agreement|lease|deed|licen[cs]e|letter|order)\\s+date`,
    "(?:this|the\\s+present)\\s+(?:very\\s+)?(?:day|date|moment)\\b(?!\\s+(?:of|on|when|that)\\b)|today['’]s\\s+date|the\\s+date\\s+of\\s+today|now\\b|today\\b",
    'its\\s+(?:making|grant|conclusion)',
  ].join('|'),
  'iuy',
);

/** The day that the contract itself bears. */
export const own = (text: string, start: number): Point | undefined => {
  const match = matchAt(text, start, ownDay);
  return match === null ? undefined : { anchor: { kind: 'agreementDate' }, end: start + match[0].length, more: [] };
};
