import { stem } from '../../../core/text/stem.ts';
import { confidentialityWords } from './synonyms/confidentiality.ts';
import { contractWords } from './synonyms/contracts.ts';
import { everydayWords } from './synonyms/everyday.ts';

/**
 * Words that stand for one another in contracts, policies and everyday questions about them. A group is one line: what
 * follows may stand where the question has its first word; several words that are one term are joined by an underscore
 * and looked for word by word.
 */
const groups = [contractWords, everydayWords, confidentialityWords].flatMap((words) => words.trim().split('\n'));

const related = new Map<string, Set<string>>();
for (const line of groups) {
  const [head = '', ...others] = line.split(' ');
  const known = related.get(stem(head)) ?? new Set<string>();
  for (const other of others) for (const word of other.split('_')) known.add(word);
  related.set(stem(head), known);
}

/** Words that may stand in a text where the question has this one, not counting its own forms. */
export const relatedWords = (form: string): readonly string[] => {
  const own = stem(form);
  return [...(related.get(own) ?? [])].filter((word) => stem(word) !== own);
};
