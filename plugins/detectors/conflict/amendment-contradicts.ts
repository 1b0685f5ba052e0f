import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument } from '../../../core/ports/detector.ts';
import { changes, contractOf, goesBefore } from '../shared/amending.ts';
import { conflictDetector } from '../shared/conflict.ts';
import { contradicts, type Stated, statedIn, type Topic } from '../shared/stated.ts';

const subjects: Readonly<Record<Topic, string>> = {
  payment: 'when invoices are due',
  'renewal-notice': 'the notice against renewal',
  'exit-notice': 'the notice that ends the contract',
  term: 'how long the contract lasts',
  'liability-cap': 'the limit of liability',
};

/** Finds amendments that say something else than the contract without saying that they change it. */
export const plugin = definePlugin({
  name: 'amendment-contradicts',
  version: '1.0.0',
  summary: 'Finds amendments that say something else than the contract without saying that they change it.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Amendment contradicts the contract',
      category: 'consistency',
      what: 'An amendment says something else than the contract, and does not say that it replaces what the contract says.',
      why: 'Both passages stay in force, and each side can rely on the one that suits it.',
      ask: 'Ask that the amendment names the clause that it replaces, and that it says that it prevails.',
      policy: z.object({}),
      find: ({ document, related }) => {
        const contract = contractOf(document, related);
        if (contract === undefined || goesBefore(document)) return [];
        return statedIn(document)
          .filter((each) => !saysThatItChanges(each, document))
          .flatMap((said) => {
            const before = statedIn(contract).filter(({ topic }) => topic === said.topic);
            const [other] = before;
            if (other === undefined || !before.every((each) => contradicts(said, each))) return [];
            return [
              {
                places: [said, other].map(({ unit: { start, end }, document: from }) => ({
                  start,
                  end,
                  document: from,
                })),
                reason: `On ${subjects[said.topic]} the amendment says ${said.words} and the contract ${other.words}; the amendment does not say that it replaces that.`,
                severity: 'high',
                sure: 0.75,
              },
            ];
          });
      },
    }),
  }),
});

/** In the sentence, or in the two before it, which often say what a quoted clause replaces. */
const saysThatItChanges = ({ unit }: Stated, { units }: ReadDocument): boolean => {
  const at = units.indexOf(unit);
  return units.slice(Math.max(0, at - 2), at + 1).some(({ text }) => changes.test(text));
};
