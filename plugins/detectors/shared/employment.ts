import type { ReadDocument } from '../../../core/ports/detector.ts';

const roles = /^(?:the )?(?:employee|executive|worker|officer)s?$/i;
const addressed = /^you$/i;

/** Names of those who are employed: by what the contract calls them, or as whom it writes to. */
export const employees = ({ parties }: ReadDocument): readonly string[] => {
  const by = (words: RegExp) =>
    parties.filter(({ name, aliases }) => [name, ...aliases].some((term) => words.test(term))).map(({ name }) => name);
  const named = by(roles);
  return named.length > 0 ? named : by(addressed);
};
