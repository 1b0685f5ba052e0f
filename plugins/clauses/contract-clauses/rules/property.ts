import type { Rules } from './shape.ts';

/** Who owns what is made, and who may use it. */
export const property: Rules = {
  'ip-ownership-assignment': [
    /\bwork(?:s)? (?:made )?for hire\b/i,
    /\b(?:hereby )?assigns?\b.{0,100}\b(?:right|title|interest|patent|copyright|intellectual|ownership|all)/i,
    /\b(?:sole|exclusive) (?:property|owner)/i,
    /\bshall (?:own|be owned|vest|belong)/i,
    /\bright, title,? and interest\b/i,
    /\bassign\w*\b.{0,40}\bthis agreement\b|\bthis agreement\b.{0,60}\bassign/i,
  ],
  'joint-ip-ownership': [
    /\bjoint(?:ly)? (?:own|invent|hold|develop)/i,
    /\bjoint (?:patent|invention|technology|intellectual|ip|ownership|know)/i,
    /\bco-?own/i,
    /\bown(?:ed)? jointly\b/i,
    /\bequal(?:ly)? (?:own|undivided)/i,
    /\bundivided\b/i,
    /\bjointly[- ](?:own|held|by the parties|and equally)/i,
    /\b(?:own|owned|owners?|title|ownership|rights?)\b.{0,120}\bjoint(?:ly)?\b(?! and several| venture| committee| steering)/i,
    /\bequal(?:ly)? (?:shares?|undivided|interest|rights?)|\bone[- ]half\b|\bin common\b/i,
    /\bjoint(?:ly)? and several|\bjoint (?:venture|(?:\w+ )?committee)/i,
  ],
  'license-grant': [
    /\b(?:hereby )?grants?\b.{0,80}\b(?:license|licence|right)\b/i,
    /\b(?:license|right) to (?:use|make|sell|distribute|market|reproduce)\b/i,
    /\bsub-?licens/i,
  ],
  'non-transferable-license': [
    /\bnon-?transferable\b|\bnontransferable\b/i,
    /\bnon-?assignable\b/i,
    /\b(?:not|no|without the right to)\b.{0,40}\b(?:transfer|sub-?licens)/i,
  ],
  'affiliate-license-licensor': [
    /\b(?:licensor|and) (?:and|or|on behalf of) (?:itself and )?its affiliates\b.{0,60}\b(?:hereby )?grants?\b/i,
    /\bgrants?\b.{0,60}\bon behalf of\b.{0,40}\baffiliates\b/i,
    /\b(?:cause|shall procure)\b.{0,40}\baffiliates? to\b.{0,40}\b(?:grant|licens)/i,
    /\baffiliates?\b.{0,60}\bgrants?\b/i,
    /\b(?:owned|controlled) by\b.{0,60}\baffiliates?\b/i,
    /\bon (?:its own behalf|behalf of (?:itself|themselves)) and\b.{0,80}\b(?:affiliates|group|subsidiaries)\b.{0,100}\b(?:grant|licen)/i,
    /\bcause\b.{0,60}\b(?:affiliates?|members?|subsidiar\w+)\b.{0,60}\bto (?:grant|assign|licen)/i,
    /\b(?:intellectual property|patents?|copyrights?|know-how|trademarks?|marks)\b.{0,160}\b(?:owned|controlled|held)\b.{0,20}\bby\b.{0,80}\b(?:affiliates|subsidiaries|group)\b/i,
  ],
  'affiliate-license-licensee': [
    /\bgrants?\b.{0,120}\b(?:and|or) (?:to )?(?:its|their|certain of its) (?:[\w-]+ )?(?:affiliates|subsidiaries)\b/i,
    /\blicen[sc]\w*\b.{0,160}\baffiliates?\b/i,
    /\baffiliates?\b.{0,160}\blicen[sc]/i,
    /\bsubsidiar(?:y|ies)\b/i,
  ],
  'unlimited-all-you-can-eat-license': [
    /\bunlimited\b/i,
    /\bany number of\b/i,
    /\benterprise[- ]wide\b|\benterprise license\b/i,
    /\bunlimited (?:number|use|users|copies|right|licen|distribution)/i,
    /\bwithout (?:limit|limitation as to|restriction)\b/i,
  ],
  'irrevocable-or-perpetual-license': [/\birrevocabl/i, /\bperpetual/i, /\bin perpetuity\b/i],
  'source-code-escrow': [/\bescrow/i, /\bsource code\b/i, /\bescrow agent\b/i],
};
