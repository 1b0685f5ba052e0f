// Fits agents/retrieval/answer/coefficients.ts: node training/answers/fit.ts CUAD_TRAIN_DIR UNSEEN_DIR [DOCUMENTS]
// UNSEEN_DIR is what training/build_clauses.py --unseen wrote: what clause models say of contracts and questions that they did not see.
// Writes FIGURES.md beside itself too: the same by cross-validation. Format what it wrote (npm run format).
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type AnswerFeature,
  answerFeatures,
  passagesRead,
  type SentenceFeature,
  sentenceFeatures,
  strongestSign,
  weighEvidence,
} from '../../agents/retrieval/answer/evidence.ts';
import { type Logistic, probability } from '../../agents/retrieval/answer/logistic.ts';
import { quotesOf, selectEvidence } from '../../agents/retrieval/answer/select.ts';
import { readQuestion } from '../../agents/retrieval/question/question.ts';
import { compareMeaning } from '../../agents/retrieval/search/meaning.ts';
import { createReadings, type Retrieval, retrieve } from '../../agents/retrieval/search/retrieve.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { createContractClauses } from '../../plugins/clauses/contract-clauses.ts';
import { plugin as builtin } from '../../plugins/embedders/builtin.ts';
import { renderFigures } from './figures.ts';
import { fitLogistic, fitRanking, type Sign } from './fitting.ts';
import { type GoldSpan, type Library, openLibrary, type TuningQuery } from './library.ts';
import { readUnseen } from './unseen.ts';

const tuning = path.join(import.meta.dirname, '../../eval/tuning');
const [cuadTrain, unseenFolder, documents = '50'] = process.argv.slice(2);
if (!cuadTrain || !unseenFolder)
  throw new Error('usage: node training/answers/fit.ts CUAD_TRAIN_DIR UNSEEN_DIR [DOCUMENTS]');

/** One question as it was retrieved. */
type Asked = {
  readonly set: string;
  readonly query: TuningQuery;
  readonly weight: number;
  readonly fold: number;
  readonly spans: readonly GoldSpan[];
  readonly retrieval: Retrieval;
};

const folds = 4;
const foldOf = (key: string): number => {
  let sum = 7;
  for (const character of key) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return sum % folds;
};

const { embedder } = await builtin.setup({ options: {}, ports: {}, log: silentLogger });
const clauseModel = createContractClauses();
const { units: unseenUnits, questions: unseenQuestions } = await readUnseen(unseenFolder);

/** Statements of all contracts are one set of their own: what they need is not what questions need. */
const setOf = (set: string, { category = '' }: TuningQuery): string =>
  category.startsWith('statement') ? 'statements' : set;

const askAll = async (
  set: string,
  library: Library,
  weight: number,
  vectors: boolean,
  named: boolean,
  wording: (query: TuningQuery) => string = (query) => query.text,
): Promise<Asked[]> => {
  library.useVectors(vectors);
  const readings = createReadings(50_000);
  const asked: Asked[] = [];
  for (const query of library.queries) {
    const filter = query.document === null ? undefined : { documentIds: [query.document] };
    const found = await retrieve(library.ports, readings, localPrincipal, readQuestion(wording(query)), {
      filter,
      log: silentLogger,
      // Articles of an encyclopedia say by their names what they are about; what people are bound by, less often.
      ...(named ? { names: async (ids: readonly string[]) => new Map(ids.map((id) => [id, id])) } : {}),
    });
    // All sentences, not the likeliest by the weights of before: a fit must not depend on the fit before it.
    const retrieval = await compareMeaning(found, { log: silentLogger, most: Number.POSITIVE_INFINITY });
    const [group = ''] = query.id.split('/');
    asked.push({
      set: `${setOf(set, query)}${vectors ? '' : ' no vectors'}`,
      query,
      weight,
      fold: foldOf(group),
      spans: library.gold.get(query.id) ?? [],
      retrieval,
    });
  }
  return asked;
};

const everyday = new Map(
  (await readFile(path.join(tuning, 'clause-questions.tsv'), 'utf8'))
    .trim()
    .split('\n')
    .map((line): [string, string] => {
      const [category = '', text = ''] = line.split('\t');
      return [category, text];
    }),
);

const found: Asked[] = [];
const libraries = [
  { set: 'cuad-train', folder: cuadTrain, named: false },
  { set: 'contracts', folder: path.join(tuning, 'contracts'), named: false },
  { set: 'confidentiality', folder: path.join(tuning, 'confidentiality'), named: false },
  { set: 'general', folder: path.join(tuning, 'general'), named: false },
  { set: 'household', folder: path.join(tuning, 'household'), named: true },
];
/** Each set counts alike, however many questions it has. */
const weight = 1000;
for (const { set, folder, named } of libraries) {
  const ofCuad = { most: Number(documents), unseen: unseenUnits };
  const library = await openLibrary(folder, embedder, clauseModel, set === 'cuad-train' ? ofCuad : {});
  // The built-in embedder is the default; a third of the weight goes to working without one.
  found.push(...(await askAll(set, library, (weight * 2) / 3, true, named)));
  found.push(...(await askAll(set, library, weight / 3, false, named)));
  if (set === 'cuad-train') {
    found.push(
      ...(await askAll(
        'cuad-train everyday',
        library,
        weight * 0.3,
        true,
        named,
        ({ category = '', text }) => everyday.get(category) ?? text,
      )),
    );
    library.useTopics(unseenQuestions.topics);
    for (const draw of [1, 2]) {
      const reworded = askAll(`cuad-train reworded ${draw}`, library, weight * 0.4, true, named, (query) =>
        unseenQuestions.phrasing(query, draw),
      );
      found.push(...(await reworded));
    }
    library.useTopics(undefined);
  }
  await library.close();
}
const sizes = Map.groupBy(found, ({ set }) => set);
const asked = found.map((each) => ({ ...each, weight: each.weight / (sizes.get(each.set)?.length ?? 1) }));

/**
 * What speaks for an answer by its nature may not come to speak against it, nor the other way about: figures that
 * go together would share their weight out so, and a question of another kind would be misjudged.
 */
const forIt: ReadonlySet<string> = new Set<AnswerFeature | SentenceFeature>([
  ...([
    'share',
    'lead',
    'soft',
    'context',
    'passage',
    'near',
    'holds',
    'surelyHolds',
    'dense',
    'follows',
    'score',
  ] as const),
  ...(['lexical', 'vectors', 'best', 'cosine', 'similar', 'asked', 'surelyAsked', 'named', 'covered', 'kept'] as const),
  ...(['strength', 'likely', 'odds', 'likeliest', 'anywhere'] as const),
]);
const againstIt: ReadonlySet<string> = new Set<AnswerFeature | SentenceFeature>([
  ...(['lacks', 'surelyLacks', 'strange', 'fragment', 'lost', 'unasked', 'stranger', 'unowned'] as const),
  ...(['blind', 'few', 'short'] as const),
]);
const signOf = (name: string): Sign => {
  const plain = name.replace(/(?:InClauses|OfStatement)$/, '');
  return forIt.has(plain) ? 1 : againstIt.has(plain) ? -1 : 0;
};

const sentenceNames: SentenceFeature[] = [];
const ranking = asked.map(({ retrieval, spans, weight, fold }) => {
  const likeliest = strongestSign(retrieval);
  const items = retrieval.candidates.slice(0, passagesRead).flatMap((candidate) =>
    candidate.reading.sentences.map((_, sentence) => {
      const features = sentenceFeatures(retrieval, candidate, sentence, likeliest);
      if (sentenceNames.length === 0) sentenceNames.push(...(Object.keys(features) as SentenceFeature[]));
      const quotes = quotesOf([{ candidate, sentence, weight: 0, share: 0 }]);
      const right = quotes.some(({ passage, start, end }) => overlaps(spans, passage.documentId, start, end));
      return { right, features: Object.values(features) };
    }),
  );
  return { weight, fold, items };
});

function overlaps(spans: readonly GoldSpan[], document: string, start: number, end: number): boolean {
  return spans.some((span) => span.document === document && span.start < end && start < span.end);
}

const modelOf = <F extends string>(names: readonly F[], weights: readonly number[], bias: number): Logistic<F> => ({
  bias: round(bias),
  weights: Object.fromEntries(names.map((name, index) => [name, round(weights[index] ?? 0)])) as Record<F, number>,
});
const round = (value: number): number => Math.round(value * 1000) / 1000;

const judge = ({ retrieval, spans, query }: Asked, model: Logistic<SentenceFeature>) => {
  const evidence = weighEvidence(retrieval, model);
  const selected = selectEvidence(retrieval.question, evidence, query.document === null ? 0 : 1);
  const cited = quotesOf(selected).map(({ passage, start, end }) => overlaps(spans, passage.documentId, start, end));
  return {
    features: answerFeatures(retrieval, evidence),
    right: cited.includes(true),
    cited: cited.length,
    good: cited.filter(Boolean).length,
  };
};

const fitModels = (
  keep: (fold: number) => boolean,
): { sentence: Logistic<SentenceFeature>; answer: Logistic<AnswerFeature> } => {
  const rows = ranking.filter(({ fold }) => keep(fold));
  const sentence = modelOf(sentenceNames, [...fitRanking(rows, 1e-4, sentenceNames.map(signOf))], 0);
  const judged = asked
    .filter(({ fold }) => keep(fold))
    .map((each) => ({ ...judge(each, sentence), weight: each.weight }));
  const names = Object.keys(judged[0]?.features ?? {}) as AnswerFeature[];
  const [bias = 0, ...weights] = fitLogistic(
    judged.map(({ features, right, weight }) => ({ weight, yes: right, features: Object.values(features) })),
    5e-4,
    names.map(signOf),
  );
  return { sentence, answer: modelOf(names, weights, bias) };
};

const figures = [];
for (let fold = 0; fold < folds; fold++) {
  const models = fitModels((other) => other !== fold);
  for (const each of asked) {
    if (each.fold !== fold) continue;
    const { features, right, cited, good } = judge(each, models.sentence);
    figures.push({
      set: each.set,
      category: each.query.category ?? '',
      answerable: each.spans.length > 0,
      right,
      cited,
      good,
      confidence: probability(models.answer, features),
    });
  }
}
await writeFile(
  path.join(import.meta.dirname, 'FIGURES.md'),
  `# How well ask chooses and how sure it is

Made by training/answers/fit.ts. No question is judged by weights that saw it (four folds).

${renderFigures(figures)}`,
);

const { sentence, answer } = fitModels(() => true);
await writeFile(
  path.join(import.meta.dirname, '../../agents/retrieval/answer/coefficients.ts'),
  `// Made by training/answers/fit.ts from eval/tuning and cuad-train; not to be edited.
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted figures, near a constant by chance
import type { AnswerFeature, SentenceFeature } from './evidence.ts';
import type { Logistic } from './logistic.ts';

export const sentenceModel: Logistic<SentenceFeature> = ${JSON.stringify(sentence, null, 2)};

export const answerModel: Logistic<AnswerFeature> = ${JSON.stringify(answer, null, 2)};
`,
);
