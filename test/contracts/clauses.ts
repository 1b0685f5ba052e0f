import type { ExecutionContext, TestFn } from 'ava';
import { chunkDocument } from '../../core/chunking/chunk.ts';
import { LONGEST_STATED, readingProblem } from '../../core/clauses/check.ts';
import { parsedDocumentSchema } from '../../core/document/parsed.ts';
import type { Passage } from '../../core/document/passage.ts';
import type { ClauseModel } from '../../core/ports/clauses.ts';
import { textBlocks } from '../../plugins/parsers/shared/paragraphs.ts';

/** A fresh clause model that is closed when the test ends; undefined where this machine lacks what it needs. */
export type ClauseModelFactory = (t: ExecutionContext) => Promise<ClauseModel | undefined>;

export type ClauseModelSample = {
  /** A document of which the model knows something, and where: `states` is a type and words of a sentence that states it. */
  readonly document: string;
  readonly states: { readonly type: string; readonly words: string };
  /** A question about that type. */
  readonly question: string;
};

/** What every clause model promises. Run against each implementation. */
export const testClauseModel = (test: TestFn, create: ClauseModelFactory, sample: ClauseModelSample): void => {
  const promise = (title: string, check: (t: ExecutionContext, model: ClauseModel) => Promise<void>): void => {
    test(title, async (t) => {
      const model = await create(t);
      if (model) await check(t, model);
      else t.pass();
    });
  };
  const passages = cut(sample.document);

  promise('a clause type has an id in lower case with dashes, a title and a sentence', async (t, { id, taxonomy }) => {
    t.true(id.length > 0);
    t.true(taxonomy.length > 0);
    t.is(new Set(taxonomy.map((type) => type.id)).size, taxonomy.length);
    for (const type of taxonomy) {
      t.regex(type.id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      t.regex(type.title, /\S/);
      t.regex(type.description, /\S/);
    }
  });

  promise('units are whole sentences or rows of their passage, in order, and do not overlap', async (t, model) => {
    const reading = await model.read(passages);
    t.is(readingProblem(model, passages, reading), undefined);
    t.true(reading.units.length > 0);
    let read = 0;
    for (const { passageId, start, end, types } of reading.units) {
      t.true(start >= read);
      read = end;
      const passage = passages.find(({ id }) => id === passageId);
      const text = sample.document.slice(start, end);
      t.is(passage?.text.slice(start - passage.charStart, end - passage.charStart), text);
      t.is(text, text.trim());
      t.true(types.length > 0);
      t.deepEqual(
        types,
        types.toSorted((a, b) => b.probability - a.probability),
        'the likeliest first',
      );
      t.is(new Set(types.map(({ type }) => type)).size, types.length);
    }
  });

  promise('what a sentence states is found in it, as a span and in the whole document', async (t, model) => {
    const { stated, presence, units } = await model.read(passages);
    const { type, words } = sample.states;
    const at = sample.document.indexOf(words);
    const covers = ({ start, end }: { start: number; end: number }) => start <= at && at < end;
    t.is(units.find(covers)?.types[0]?.type, type);
    t.true(stated.some((clause) => clause.type === type && covers(clause)));
    t.true(stated.every(({ start, end }) => end - start <= LONGEST_STATED));
    t.true((presence.find((each) => each.type === type)?.probability ?? 0) >= 0.5);
  });

  promise('of every type of the taxonomy it is known how likely a document states it', async (t, model) => {
    const ids = model.taxonomy.map(({ id }) => id).sort();
    for (const document of [passages, cut('Bring milk and eggs.'), []]) {
      const { presence } = await model.read(document);
      t.deepEqual(presence.map(({ type }) => type).sort(), ids);
      t.true(presence.every(({ probability }) => probability >= 0 && probability <= 1));
    }
  });

  promise('the same document is read the same, whatever was read before', async (t, model) => {
    const first = await model.read(passages);
    await model.read(cut('The rent is due on the first day of each month.'));
    const again = await Promise.all([model.read(passages), model.read(cut('Bring milk.')), model.read(passages)]);
    t.deepEqual(again[0], first);
    t.deepEqual(again[2], first);
  });

  promise('a document without passages states nothing', async (t, model) => {
    const reading = await model.read([]);
    t.is(readingProblem(model, [], reading), undefined);
    t.deepEqual([reading.units, reading.stated], [[], []]);
    t.true(reading.presence.every(({ probability }) => probability < 0.5));
  });

  promise('passages made to do harm are read, and so are many of them', async (t, model) => {
    const hostile = [
      'a'.repeat(2_000),
      `${'('.repeat(1_000)}${')'.repeat(1_000)}`,
      'a; '.repeat(660),
      '. '.repeat(1_000),
      '\u0000\ud800\udc00\ud800\u200b\u202e'.repeat(300),
      '$1,000,000.00 % '.repeat(120),
      `${'notice '.repeat(280)}.`,
      '\n'.repeat(900),
      'shall '.repeat(330),
    ];
    for (const text of hostile) {
      const one = [passage(text, 0)];
      t.is(readingProblem(model, one, await model.read(one)), undefined);
    }
    const many = Array.from({ length: 400 }, (_, index) => passage(hostile[index % hostile.length] ?? '', index));
    const reading = await model.read(many);
    t.is(readingProblem(model, many, reading), undefined);
  });

  promise(
    'a question is about types of the taxonomy, with probabilities that leave room for none',
    async (t, model) => {
      const ids = new Set(model.taxonomy.map(({ id }) => id));
      const questions = [sample.question, '', '   ', 'What colour is the sky?', 'x'.repeat(5_000), '\u0000\ud800'];
      for (const question of questions) {
        const about = await model.about(question);
        t.true(about.every(({ type, probability }) => ids.has(type) && probability >= 0 && probability <= 1));
        t.true(about.reduce((sum, { probability }) => sum + probability, 0) <= 1 + 1e-9);
        t.is(new Set(about.map(({ type }) => type)).size, about.length);
        t.deepEqual(
          about,
          about.toSorted((a, b) => b.probability - a.probability),
        );
        t.deepEqual(await model.about(question), about);
      }
      t.is((await model.about(sample.question))[0]?.type, sample.states.type);
    },
  );

  promise('an aborted call stops', async (t, model) => {
    await t.throwsAsync(async () => model.read(passages, AbortSignal.abort()));
    await t.throwsAsync(async () => model.about(sample.question, AbortSignal.abort()));
  });

  promise('closing twice is fine', async (t, model) => {
    await model.read(passages);
    await model.close?.();
    await t.notThrowsAsync(async () => model.close?.());
  });
};

const cut = (text: string): readonly Passage[] => {
  const pages = [{ number: 1, charStart: 0, charEnd: text.length, source: 'text' as const }];
  const parsed = parsedDocumentSchema.parse({ text, pages, blocks: textBlocks(text, pages) });
  return chunkDocument({ documentId: 'doc_sample', version: 1, sha256: '0'.repeat(64), parsed });
};

const passage = (text: string, index: number): Passage => ({
  id: `chk_hostile_${index}`,
  documentId: 'doc_hostile',
  version: 1,
  index,
  page: 1,
  charStart: index * 2_001,
  charEnd: index * 2_001 + text.length,
  text,
  headingPath: [],
  source: 'text',
});
