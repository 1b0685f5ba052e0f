// Fits agents/obligation/terms/read/ending/weights.ts: node training/terms/fit.ts CUAD_TRAIN_DIR UNSEEN_DIR
// UNSEEN_DIR is what training/build_clauses.py --unseen wrote: how likely clause models that did not see a contract hold its sentences to state its end.
// Writes FIGURES.md beside itself too: the same by cross-validation. Format what it wrote (npm run format).
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type EndingCandidate,
  endingCandidates,
  probabilityOfEnding,
} from '../../agents/obligation/terms/read/ending/ending.ts';
import { type EndingModel, type Signs, signNames } from '../../agents/obligation/terms/read/ending/signs.ts';
import { reckon } from '../../agents/obligation/terms/reckon/reckon.ts';
import { statedTerms } from '../../agents/obligation/terms/terms-of.ts';
import type { ReadDocument } from '../../core/ports/detector.ts';
import { readDocument } from '../../core/reading/read-document.ts';
import { readGold } from '../../eval/score/gold.ts';
import { dayOf } from '../../eval/score/terms.ts';
import { fitLogistic, type Sign } from '../answers/fitting.ts';
import { inPassages, type UnseenUnit } from '../answers/library.ts';
import { readUnseen } from '../answers/unseen.ts';
import { readPlainText } from '../plain-text.ts';
import { figuresOf, type Judged } from './figures.ts';

const [cuadTrain, unseenFolder] = process.argv.slice(2);
if (!cuadTrain || !unseenFolder) throw new Error('usage: node training/terms/fit.ts CUAD_TRAIN_DIR UNSEEN_DIR');

/** What may speak for an ending may not come to speak against it because of what stands in few contracts. */
const sides: Readonly<Partial<Record<(typeof signNames)[number], Sign>>> = {
  likely: 1,
  likeliest: 1,
  speaks: 1,
  about: 1,
  runs: 1,
  headed: 1,
  named: 1,
  definesTerm: 1,
  goesOn: 1,
  range: 1,
  definesOther: -1,
  conditional: -1,
  shortPeriod: -1,
  daysOnly: -1,
  contract: 1,
  other: -1,
  renews: -1,
};
const penalty = 0.006;
const folds = 5;

type Sample = { readonly signs: Signs; readonly right: boolean; readonly value: string | null };
type Contract = {
  readonly fold: number;
  readonly gold: string | null;
  readonly read: readonly Sample[];
  readonly unread: readonly Sample[];
};

const { units } = await readUnseen(unseenFolder);
const gold = readGold(cuadTrain);

const readWith = (documentId: string, text: string, unseen: readonly UnseenUnit[]): ReadDocument => {
  const { parsed, passages } = readPlainText(documentId, text);
  const said = inPassages(unseen, passages).map(({ start, end, passageId, types }) => ({
    start,
    end,
    passageId,
    types: types.map(([type, probability]) => ({ type, probability })),
  }));
  const clauses = { model: 'unseen', units: said, stated: [], presence: [] };
  return readDocument({ documentId, version: 1, name: documentId, title: undefined, parsed, passages, clauses });
};

const samplesOf = (
  document: ReadDocument,
  day: string | null,
  marked: (candidate: EndingCandidate) => boolean,
): Sample[] => {
  const stated = statedTerms(document);
  return endingCandidates(document).map((candidate) => {
    const evidence = [{ documentId: document.documentId, ...candidate.unit }];
    const ending = { value: candidate.ending, evidence, confidence: 1 };
    const { value, assumed } = reckon({ ...stated, ending }, new Map(), null).terms.expirationDate;
    const found = value ?? assumed?.value ?? null;
    // The sentence that lawyers marked is the right one also where it comes to no day.
    const right = (day !== null && found === day) || marked(candidate);
    return { signs: candidate.signs, right, value: found };
  });
};

const contracts: Contract[] = [];
for (const [index, name] of (await readdir(path.join(cuadTrain, 'documents'))).sort().entries()) {
  const id = path.parse(name).name;
  const label = gold.labels?.find(({ document }) => document === id)?.clauses.get('Expiration Date');
  const answer = label?.answer ?? '';
  const day = dayOf(answer);
  if (day === null && answer !== '') continue;
  const text = await readFile(path.join(cuadTrain, 'documents', name), 'utf8');
  const spans = label?.spans ?? [];
  const marked = ({ unit }: EndingCandidate): boolean =>
    spans.some(({ start, end }) => start < unit.end && end > unit.start);
  const samples = (unseen: readonly UnseenUnit[]) => samplesOf(readWith(id, text, unseen), day, marked);
  contracts.push({ fold: index % folds, gold: day, read: samples(units.get(id) ?? []), unread: samples([]) });
}

type Kind = 'read' | 'unread';

/** Each model learns a little from the other's reading as well: so it does not rest on one sign alone. */
const fromOther = 0.3;

const trained = (from: readonly Contract[], kind: Kind): EndingModel => {
  const example =
    (weight: number) =>
    ({ signs, right }: Sample) => ({
      weight,
      yes: right,
      features: signNames.map((name) => signs[name]),
    });
  const examples = from.flatMap(({ read, unread }) => [
    ...read.map(example(kind === 'read' ? 1 : fromOther)),
    ...unread.map(example(kind === 'unread' ? 1 : fromOther)),
  ]);
  const [bias = 0, ...weights] = fitLogistic(
    examples,
    penalty,
    signNames.map((name) => sides[name] ?? 0),
  ).map((weight) => Math.round(weight * 1000) / 1000);
  const named = signNames.map((name, index) => [name, weights[index] ?? 0] as const);
  return { bias, weights: Object.fromEntries(named) as EndingModel['weights'] };
};

const judge = (kind: Kind): Judged[] =>
  Array.from({ length: folds }, (_, fold) => {
    const model = trained(
      contracts.filter((each) => each.fold !== fold),
      kind,
    );
    return contracts.flatMap((each) => {
      if (each.fold !== fold) return [];
      const [best] = each[kind]
        .map(({ signs, value }) => ({ value, sure: probabilityOfEnding(model, signs) }))
        .toSorted((a, b) => b.sure - a.sure);
      return [{ gold: each.gold, said: best?.value ?? null, sure: best?.sure ?? 0 }];
    });
  }).flat();

await writeFile(
  path.join(import.meta.dirname, 'FIGURES.md'),
  figuresOf({ 'With a clause model': judge('read'), 'Without one': judge('unread') }),
);
const all = (kind: Kind): string => JSON.stringify(trained(contracts, kind), null, 2);
await writeFile(
  path.join(import.meta.dirname, '../../agents/obligation/terms/read/ending/weights.ts'),
  `// Written by training/terms/fit.ts.
import type { EndingModel } from './ending-signs.ts';

/** Where a clause model says how likely each sentence states the end, and where there is none. */
export const endingModels: Readonly<Record<'read' | 'unread', EndingModel>> = { read: ${all('read')}, unread: ${all('unread')} };
`,
);
