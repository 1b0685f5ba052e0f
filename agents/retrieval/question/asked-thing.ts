import { stem } from '../../../core/text/stem.ts';
import { isContent, wordsOf } from '../../../core/text/words.ts';
import { isMeasure } from './generic.ts';

const copulas = new Set(['is', 'are', 'was', 'were', 'be']);
const determiners = new Set('the a an our my your their its his her this that these those any'.split(' '));
const auxiliaries = new Set(['do', 'does', 'did', 'have', 'has', 'must', 'shall', 'will']);
const owed = new Set(['due', 'owe', 'owed', 'owing', 'payable', 'outstanding']);
/** Verbs that follow their subject at once: "How many spaces come with …". */
const verbs = new Set(
  'come comes go goes get gets need needs apply applies exist exists happen happens cost costs receive take takes stay remain sit sits work works last lasts begin begins start starts end ends rise belong govern governs'.split(
    ' ',
  ),
);
/** "What kind of agreement": the agreement is asked about. */
const measuring = new Set('kind kinds type types sort sorts amount number rate share part'.split(' '));

/**
 * The words that name the thing a question asks for, as they are compared: "interest" of "What interest does the landlord
 * charge?", "parental leave" of "How many weeks of parental leave do I get?". Empty where a question names none ("When …", "May I …").
 */
export const askedThing = (text: string): readonly string[] => {
  const forms = wordsOf(text.replaceAll('’', "'").replace(/\b(what|which)'s\b/gi, '$1 is')).map((word) => word.form);
  const asking = forms.findIndex(
    (form, index) =>
      form === 'what' || form === 'which' || (form === 'how' && /^(?:many|much)$/.test(forms[index + 1] ?? '')),
  );
  if (asking < 0) return [];
  let at = asking + (forms[asking] === 'how' ? 2 : 1);
  // "How much is still due …", "What do we owe …": what is asked for is a sum, and this tells which.
  const sum = forms.slice(at).find((form) => owed.has(form));
  if (sum !== undefined && (copulas.has(forms[at] ?? '') || auxiliaries.has(forms[at] ?? ''))) return [sum];
  if (copulas.has(forms[at] ?? '')) {
    at++;
    if (!determiners.has(forms[at] ?? '')) return [];
    at++;
  }
  const found = run(forms, at);
  const things = [...found.words];
  // What the measure is taken of is asked for as well: "weeks of leave", "rate of interest".
  const inner = found.words.at(-1);
  if (forms[found.next] === 'of' && (inner === undefined || measuring.has(inner) || isMeasure(stem(inner)))) {
    const from = found.next + (determiners.has(forms[found.next + 1] ?? '') ? 2 : 1);
    things.push(...run(forms, from).words);
  }
  return things.filter((form) => !isMeasure(stem(form)));
};

const run = (forms: readonly string[], from: number): { words: readonly string[]; next: number } => {
  let next = from;
  while (next < forms.length && isContent(forms[next] ?? '') && !verbs.has(forms[next] ?? '')) next++;
  // "How many helicopters cross the river": what stands before an article is the verb.
  const verb = next - from > 1 && determiners.has(forms[next] ?? '') ? 1 : 0;
  return { words: forms.slice(from, next - verb), next };
};
