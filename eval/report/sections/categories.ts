import type { CategoryScores } from '../../score/clauses.ts';
import type { QueryScores } from '../../score/score.ts';
import type { Figures } from '../figures.ts';
import { share, table } from '../markdown.ts';

/** The measurements that ask about each category of clause, in a lawyer's words and in everyday ones. */
const PLAIN = 'cuad';
const REWORDED = 'cuad-reworded';

/** What each category comes to: its clauses, the search for them, and the answers about them. */
export const categoriesSection = ({ scores }: Figures): string => {
  const plain = scores.get(PLAIN);
  const reworded = scores.get(REWORDED);
  const rows = Object.entries(plain?.categories ?? {})
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([name, asked]) => [
      name,
      String(plain?.clauses?.categories[name]?.documents ?? asked.search?.queries ?? ''),
      ...found(plain?.clauses?.categories[name]),
      ...answered(asked),
      ...answered(reworded?.categories?.[name]),
    ]);
  return table(
    [
      'category',
      'contracts',
      'precision',
      'recall',
      'F1',
      'span F1',
      'hit@1',
      'hit@5',
      'answer F1',
      'reworded hit@1',
      'hit@5',
      'answer F1',
    ],
    rows,
  );
};

const found = (category: CategoryScores | undefined): string[] => [
  share(category?.presence.precision),
  share(category?.presence.recall),
  share(category?.presence.f1),
  share(category?.spans.f1),
];

const answered = (asked: QueryScores | undefined): string[] => [
  share(asked?.search?.hit1),
  share(asked?.search?.hit5),
  share(asked?.answers?.f1),
];
