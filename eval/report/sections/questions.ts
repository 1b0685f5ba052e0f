import type { QuestionKind } from '../../questions/held-out.ts';
import type { Figures } from '../figures.ts';
import { share, strong, table } from '../markdown.ts';

const titles: Readonly<Record<QuestionKind, string>> = {
  clause: 'about one of the categories',
  contract: 'about something else in contracts',
  general: 'general knowledge',
};

/** What the clause model takes held-out questions to be about. */
export const questionsSection = ({ questions }: Figures): string =>
  table(
    ['questions', '', 'about a category', 'about the right one', 'probability'],
    Object.entries(titles).flatMap(([kind, title]) => {
      const scores = questions?.[kind as QuestionKind];
      if (scores === undefined) return [];
      const { claimed, right, stated } = scores;
      return [[title, String(scores.questions), ...[claimed, right, stated].map((each) => strong(share(each)))]];
    }),
  );
