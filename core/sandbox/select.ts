import type { Parser, SniffedFile } from '../ports/parser.ts';
import type { ParserModule } from './messages.ts';

export type LoadedParser = { readonly module: ParserModule; readonly parser: Parser };
export type Choice = { readonly loaded: LoadedParser; readonly score: number };

/** The parser that scores the file highest; an external one wins a tie, then the one that is listed first. */
export const chooseParser = (parsers: readonly LoadedParser[], file: SniffedFile): Choice | undefined => {
  let best: Choice | undefined;
  for (const loaded of parsers) {
    const score = scoreOf(loaded.parser, file);
    if (score <= 0) continue;
    const wins =
      best === undefined ||
      score > best.score ||
      (score === best.score && loaded.module.external && !best.loaded.module.external);
    if (wins) best = { loaded, score };
  }
  return best;
};

/** A parser that throws, or returns no number from 0 to 1, does not want the file. */
const scoreOf = (parser: Parser, file: SniffedFile): number => {
  try {
    const score = parser.score(file);
    return typeof score === 'number' && score > 0 && score <= 1 ? score : 0;
  } catch {
    return 0;
  }
};
