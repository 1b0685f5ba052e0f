import type { Mention } from './mentions.ts';
import { type Actor, union } from './subject.ts';

/** "be terminated", "be automatically renewed"; not "be liable". */
export const passive =
  /^\s*(?:(?:also|only|not|at\s+any\s+time|thereupon)\s+)*be\s+(?:\w+ly\s+)?(?!entitled|required|obliged|obligated|permitted|allowed|authori[sz]ed|interested|limited\s+to|deemed|bound)\p{L}+(?:ed|en|own|ept|eld|aid|ade|orne?|old|ent|one|ven|ought|et)\b/iu;
const agency =
  /\b(?:by|at\s+the\s+(?:sole\s+)?(?:option|election|discretion|request)\s+of|(?:up)?on\s+(?:written\s+)?(?:notice|request|demand)\s+(?:by|from|of))\s+(?:the\s+)?$/i;

/** Who does what is told in the passive voice: "by the Tenant", "at Landlord's option". */
export const agentIn = (text: string, mentions: readonly Mention[], from: number, to: number): Actor | undefined => {
  const agents: Mention[] = [];
  for (const mention of mentions) {
    if (mention.start < from || mention.end > to) continue;
    const before = text.slice(Math.max(from, mention.start - 80), mention.start);
    const after = text.slice(mention.end, mention.end + 30);
    const last = agents.at(-1);
    const joined =
      last !== undefined && /^\s*(?:and|or|,)\s*(?:by\s+)?(?:the\s+)?$/i.test(text.slice(last.end, mention.start));
    const decides = mention.possessive
      ? (/\bat\s+(?:the\s+)?$/i.test(before) && /^\s*(?:sole\s+)?(?:option|election|discretion)/i.test(after)) ||
        /\bby\s+(?:the\s+)?(?:vote|resolution|decision)\s+of\s+(?:the\s+)?$/i.test(before)
      : agency.test(before) ||
        joined ||
        /\bby\s+(?:the\s+|a\s+)?(?:vote|resolution|decision)\b[^.;]{0,60}\bof\s+(?:the\s+)?$/i.test(before);
    if (decides) agents.push(mention);
  }
  return agents.length === 0 ? undefined : union(agents);
};
