import type { ReadUnit } from '../../../../../core/ports/detector.ts';
import { sentencesOnly } from '../full-stops.ts';
import { papers, words } from '../paper-words.ts';
import type { Point, Reading } from '../points/point.ts';
import { pointAt, pointBefore } from '../points/points.ts';
import { contractTakesEffect } from './subject.ts';

/** What a sentence says takes effect, and when. `sure`: how plainly it is the contract that does. */
export type Effect = { readonly point: Point; readonly sure: number };

const verb =
  '(?:(?:shall|will|would|should|has|have|had|is|be|to|deemed|been|considered|also|hereby|so|do|does)\\s+){0,5}(?:(?:tak(?:e|es|ing|en)|took)\\s+(?:legal\\s+|full\\s+)?effect|(?:com(?:e|es|ing)|came|enter(?:s|ed|ing)?|put|brought|go(?:es)?)\\s+(?:in)?to\\s+(?:full\\s+)?(?:effect|force|operation)|(?:(?:is|are|be|been|becomes?|becoming|being|made|remains?)\\s+(?:legally\\s+|fully\\s+|and\\s+become\\s+)?)(?:effective|valid|operative|binding|applicable|in\\s+(?:full\\s+)?(?:effect|force))|hav(?:e|ing)\\s+(?:effect|force)|has\\s+(?:effect|force)|tak(?:es?|ing)\\s+hold|(?:acquires?|gains?|gets?)\\s+(?:legal\\s+|binding\\s+)?(?:force|validity)|produces?\\s+(?:its\\s+|legal\\s+)?effects?|operat(?:es?|ing)\\s+(?=from|as\\s+(?:of|from)|on\\s+and\\s+from|with\\s+effect)|binds?\\s+(?:the\\s+parties\\s+|them\\s+|us\\s+|both\\s+)?(?=from|as\\s+(?:of|from)|with\\s+effect)|appl(?:y|ies)\\s+(?=retroactiv|from|as\\s+of|as\\s+from|with\\s+effect))';
const bare =
  '(?:taking\\s+effect|to\\s+(?:take\\s+effect|(?:be|become)\\s+effective|(?:come|enter)\\s+into\\s+(?:force|effect))|operative|effective|in\\s+(?:effect|force)|valid|enter(?:ing|ed)\\s+into\\s+(?:force|effect)|with\\s+(?:effect|force))';

const ofPaper = new RegExp(
  `\\b(?:this|the|our|your|the\\s+present)\\s+${words}{0,4}?${papers}\\b(?:\\s*\\([^()]{0,80}\\))?((?:[^.;]|\\.\\d){0,90}?)\\b${verb}`,
  'giu',
);
/** "shall not bind anybody until", "the parties are bound as of", "governs all orders placed on or after", "takes the place of that one as of". */
const otherwise = new RegExp(
  [
    `\\bthis\\s+${words}{0,3}?${papers}\\b[^.;]{0,60}?\\bnot\\s+(?:be|become|take|come|enter)\\s+(?:in(?:to)?\\s+)?(?:legally\\s+)?(?:binding|effective|effect|force|operative)\\s+(?:until|till)`,
    '\\bparties\\s+(?:(?:shall|will)\\s+be|are)\\s+(?:legally\\s+)?bound(?:\\s+by\\s+(?:it|this\\s+\\p{L}+))?(?=\\s+(?:from|as|with\\s+effect))',
    `\\bthis\\s+${words}{0,3}?${papers}\\s+(?:(?:shall|will)\\s+)?(?:governs?|appl(?:y|ies)\\s+to|covers?)\\s+[^.;]{3,80}?\\bon\\s+(?:or|and)\\s+after`,
    `\\b(?:this|the)\\s+${words}{0,3}?${papers}\\s+(?:(?:shall|will)\\s+)?(?:replaces?|supersedes?|takes?\\s+the\\s+place\\s+of)\\s+[^.;]{3,80}?(?<!\\b(?:made|dated|signed|executed|into|effective)\\s)(?=\\b(?:as\\s+of|with\\s+effect\\s+from|as\\s+from)\\b)`,
  ].join('|'),
  'giu',
);
/** "The promises made here", "all covenants of this deed". */
const ofPromises = new RegExp(
  `\\b(?:the|these|all|our)\\s+(?:promises|covenants|obligations|undertakings|provisions|restrictions|commitments|rights)\\s+(?:(?:made|given|contained|set\\s+out|entered\\s+into|assumed)\\s+)?(?:here(?:in|by|under|of|to)?|(?:in|of|under|by)\\s+this\\s+${words}{0,3}?${papers})\\s+${verb}`,
  'giu',
);
const ofIt = new RegExp(`(?:^|[.;:,]\\s+|\\b(?:and|but|that|when)\\s+)(?:it|which|they)\\s+${verb}`, 'giu');
const ofNothing = new RegExp(
  `(?:[,)]|\\b(?:and|but|made|concluded|signed|dated)|\\bwhich\\s+is|\\bbeing|[\\d,])\\s+${bare}\\b`,
  'giu',
);
const when = new RegExp(
  `\\b(?:(?:on|from|at|upon|as\\s+of)\\s+which(?:\\s+(?:day|date|time))?|when|whereupon)\\s+(?:(?:this|the|our|your)\\s+${words}{0,3}?)?${papers}\\s+${verb}`,
  'giu',
);

/** The subject of another sentence: what a contract speaks of, not the contract. */
const object = /\b(?:of|under|to|in|by|with|from|for|against|into)\s+$/i;
/** Heads of which a contract may be the attribute and that take effect with it. */
const head =
  /\b(?:terms?|duration|provisions|conditions|validity|period)\s+of\s+$|\b(?:insurance|cover(?:age)?)\s+(?:under|of|provided\s+by)\s+$/i;
/** Between the contract and the verb stands something else that takes effect. */
const another =
  /\b(?:terminat\w*|cancel\w*|notice|assign\w*|chang\w*|increas\w*|renew\w*|extension|extend\w*|unless|until|price|fees?|transfer|waiver|if|provided|except|no\s+\p{L}+|not|only|variation|modif\w*|amended)\b/iu;
const contrary =
  /\b(?:until|till|unless|terminat\w*|if|provided|only|through|for|notwithstanding|end\w*|expir\w*|continu\w*|remain\w*)\b/i;

/** Sentences in which the contract takes effect, enters into force, is valid from a day. */
export const effectsIn = (reading: Reading, unit: ReadUnit, text: string): readonly Effect[] => {
  const found: Effect[] = [];
  const take = (point: Point | undefined, sure: number): void => {
    if (point !== undefined) found.push({ point, sure });
  };
  const sentences = sentencesOnly(text);
  for (const match of sentences.matchAll(ofPaper)) {
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    if (
      (object.test(before) && !head.test(before)) ||
      another.test(match[1] ?? '') ||
      /\b(?:if|unless|until|not)\b/i.test(before.slice(-40))
    )
      continue;
    take(pointNear(reading, unit, text, match.index + match[0].length), 0.72);
  }
  for (const { index, 0: match } of sentences.matchAll(otherwise))
    take(pointAt(reading, unit, text, index + match.length), 0.62);
  for (const { index, 0: match } of sentences.matchAll(ofPromises))
    take(pointNear(reading, unit, text, index + match.length), 0.66);
  for (const { index, 0: match } of sentences.matchAll(when)) {
    const end = index + match.length;
    take(pointNear(reading, unit, text, end) ?? pointBefore(reading, unit, text, index), 0.7);
  }
  for (const { index, 0: match } of sentences.matchAll(ofIt)) {
    if (index > 0 && !aboutPaper.test(text.slice(Math.max(0, index - 400), index))) continue;
    take(pointNear(reading, unit, text, index + match.length), 0.62);
  }
  if (unit.start < near)
    for (const { index, 0: match } of sentences.matchAll(ofNothing)) {
      if (
        !opening.test(text.slice(Math.max(0, index - 400), index + 1)) ||
        (/effective/i.test(match) &&
          !contractTakesEffect(text.slice(0, index + match.length), text.slice(index + match.length)))
      )
        continue;
      take(pointAt(reading, unit, text, index + match.length), 0.66);
    }
  return found;
};

const paperSubject = new RegExp(`\\b(?:this|the|our|your)\\s+${words}{0,4}?${papers}\\b`, 'giu');
const finite =
  /\b(?:(?:is|are|be|becomes?|became|was|were)\s+(?:\p{L}+\s+)?(?:effective|valid|binding|in\s+(?:full\s+)?(?:effect|force))|tak(?:es?|en)\s+effect|(?:comes?|enters?)\s+into\s+(?:force|effect))/iu;
/** A clause that begins with the name of a paper: "Amendment No. 1 to the Agreement is effective". */
const fromTitle = new RegExp(`^\\W*${words}{0,5}?${papers}\\b(?!\\s+period)`, 'iu');

/** Whether the words up to a point say that something else takes effect then, or that the contract does not. */
export const speaksOfAnother = (text: string): boolean => {
  const before = sentencesOnly(text.slice(-400));
  const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf(';')) + 1);
  if (/\b(?:if|unless)\b[^,]{0,80}$|\bnot\s+(?:be|take|come|enter|become|in)\b[^,]{0,60}$/i.test(clause)) return true;
  if (
    /\b(?:entered\s+into|under|pursuant\s+to|by)\s+an?\s+(?:[\p{L}-]+\s+){0,4}(?:agreement|contract|lease|licen[cs]e|deed)\s+(?:(?:made|dated)\s+)?(?:(?:having|with|bearing)\s+an?\s+effective\s+date\s+of|effective\s*(?:as\s+of|from|on)?)\s*(?:the\s+)?$/iu.test(
      clause,
    )
  )
    return true;
  if (/\b(?:terminat|cancel|withdraw|rescind)\w*\b[^,]{0,40}$/i.test(clause)) return true;
  if (!finite.test(clause) || fromTitle.test(clause) || /^\W*(?:it|this|which|they)\b/i.test(clause)) return false;
  return ![...clause.matchAll(paperSubject)].some(({ index }) => {
    const lead = clause.slice(0, index);
    return !object.test(lead) || head.test(lead);
  });
};

/** Characters in which a contract introduces itself. */
const near = 1500;
const aboutPaper = new RegExp(`\\b${papers.replace('|it)', ')')}\\b|\\b(?:term|period|duration)\\b`, 'i');
const opening = new RegExp(
  `\\b${papers.replace('|it)', ')')}\\b[^;]*$|\\bthis\\s+(?:instrument|document)\\b|\\b(?:dated|signed|made|concluded)\\b`,
  'i',
);

/** A point right after a verb, or after "and binding between the parties from"../. */
const pointNear = (reading: Reading, unit: ReadUnit, text: string, at: number): Point | undefined => {
  const direct = pointAt(reading, unit, text, at);
  if (direct !== undefined) return direct;
  const gap = /^([^.;]{0,70}?)\b(?:on|from|as\s+of|upon|with\s+effect\s+from)\s+/i.exec(text.slice(at, at + 120));
  return gap === null || contrary.test(gap[1] ?? '')
    ? undefined
    : pointAt(reading, unit, text, at + (gap[1] ?? '').length);
};
