import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { heldOutQuestions } from '../../../eval/questions/held-out.ts';
import { QUESTIONS_FILE } from '../../../eval/questions/predict.ts';
import { readFigures, writeScores } from '../../../eval/report/figures.ts';
import { measurements } from '../../../eval/report/measurements.ts';
import { refreshFigures } from '../../../eval/report/refresh.ts';
import { withCorpus } from '../../../eval/report/with-corpus.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { folderOf } from '../score/corpus.ts';

const span = { document: 'a', start: 0, end: 4 };
const query = (category: string) => ({ id: `a/${category}`, text: category, document: 'a', category });
const CORPUS = {
  queries: [query('Insurance'), query('Parties')],
  gold: [
    { query: 'a/Insurance', spans: [span] },
    { query: 'a/Parties', spans: [] },
  ],
};
const found = (id: string) => ({ query: id, results: [span] });

/** Folders under the names of what is measured. */
const named = (t: ExecutionContext, folders: Readonly<Record<string, string>>): string => {
  const root = temporaryFolder(t);
  for (const [name, folder] of Object.entries(folders)) symlinkSync(folder, path.join(root, name));
  return root;
};

test('what was predicted is scored and stored, also in other words; other figures stay', async (t) => {
  const corpora = named(t, { cuad: folderOf(t, CORPUS, { a: 'text' }) });
  const predictions = named(t, {
    cuad: folderOf(t, { retrieval: [found('a/Insurance'), found('a/Parties')] }),
    'cuad-reworded': folderOf(t, { retrieval: [found('a/Insurance/paraphrase'), found('a/Parties/paraphrase')] }),
    xquad: folderOf(t, { retrieval: [] }),
  });
  const figures = path.join(temporaryFolder(t), 'figures');
  writeScores(figures, 'contractnli', { documents: 61, queries: 614 });
  writeFileSync(path.join(figures, 'causes.json'), '{"Insurance": "Why."}\n');
  t.deepEqual(await refreshFigures({ corpora, predictions, figures }), ['cuad', 'cuad-reworded']);
  const read = readFigures(figures);
  t.deepEqual([...read.scores.keys()], ['cuad', 'cuad-reworded', 'contractnli']);
  t.is(read.scores.get('cuad')?.search?.hit1, 1);
  t.is(read.scores.get('cuad-reworded')?.search?.hit1, 1);
  t.deepEqual(read.causes, { Insurance: 'Why.' });
  const { search } = JSON.parse(readFileSync(path.join(figures, 'cuad.json'), 'utf8'));
  t.deepEqual(search, { queries: 1, hit1: 1, hit5: 1, hit10: 1, mrr10: 1 });
});

test('what is said of held-out questions is scored beside the corpora', async (t) => {
  const predictions = temporaryFolder(t);
  const about = (category: string) => [{ category, probability: 0.9 }];
  const lines = heldOutQuestions().map(({ question, category }) => ({
    question,
    types: category ? about(category) : [],
  }));
  writeFileSync(path.join(predictions, QUESTIONS_FILE), lines.map((line) => JSON.stringify(line)).join('\n'));
  const figures = temporaryFolder(t);
  writeFileSync(path.join(figures, 'causes.json'), '{}');
  t.deepEqual(await refreshFigures({ corpora: temporaryFolder(t), predictions, figures }), ['questions']);
  t.like(readFigures(figures).questions?.clause, { claimed: 1, right: 1 });
});

test('predictions of a part are no figures', async (t) => {
  const corpora = named(t, { cuad: folderOf(t, CORPUS, { a: 'text' }) });
  const predictions = named(t, { cuad: folderOf(t, { retrieval: [found('a/Insurance')] }) });
  const figures = temporaryFolder(t);
  await t.throwsAsync(refreshFigures({ corpora, predictions, figures }), {
    code: 'invalid_input',
    message: /cuad: retrieval says nothing of 1 of 2/,
  });
  t.false(existsSync(path.join(figures, 'cuad.json')));
});

test('a reworded corpus is there while it is used, and one that is absent is not', async (t) => {
  const corpora = named(t, { cuad: folderOf(t, CORPUS, { a: 'text' }) });
  const [plain, reworded] = measurements;
  if (plain === undefined || reworded?.reworded !== true) return t.fail();
  const folder = await withCorpus(reworded, corpora, (folder) => {
    t.true(existsSync(path.join(folder, 'documents/a.txt')));
    t.notRegex(readFileSync(path.join(folder, 'queries.jsonl'), 'utf8'), /"text":"Insurance"/);
    return folder;
  });
  t.false(existsSync(folder ?? corpora));
  t.true(existsSync(path.join(corpora, 'cuad/documents/a.txt')));
  t.is(await withCorpus(plain, corpora, (folder) => folder), path.join(corpora, 'cuad'));
  mkdirSync(path.join(corpora, 'empty'));
  t.is(await withCorpus(plain, path.join(corpora, 'empty'), () => 'used'), undefined);
});
