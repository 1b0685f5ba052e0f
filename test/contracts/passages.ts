import type { TestFn } from 'ava';
import type { Passages, RankedPassage, VectorSpace } from '../../core/ports/passages.ts';
import { testPassageLabelSearch } from './passage-label-search.ts';
import { testPassageLabels } from './passage-labels.ts';
import { at, idsOf, type PassagePromise, passage, plane, publish } from './passage-samples.ts';
import { testPassageSearch } from './passage-search.ts';
import { ours, type StoreFactory, theirs } from './store.ts';

/** What every engine's passages promise. */
export const testPassages = (test: TestFn, create: StoreFactory): void => {
  const promise: PassagePromise = (title, check) => {
    test(`passages: ${title}`, async (t) => check(t, (await create(t)).store.passages));
  };
  const everything = (passages: Passages, principal = ours): Promise<readonly RankedPassage[]> =>
    passages.lexical(principal, { terms: ['rent'] }, { limit: 100 });

  promise('what is staged is not seen before it is published, then as it was staged', async (t, passages) => {
    const staged = [
      passage('d', 0, 'Rent “is” due\n\u{1F600} 家賃', { headingPath: ['1 Terms', '1.2 Rent'], page: 3 }),
      passage('d', 1, 'rent again', { source: 'ocr', ocrConfidence: 87.25 }),
      passage('d', 2, 'Garage\trent\t90', {
        rows: [{ start: 200, end: 214, named: true }],
        columns: 'Thing\tKind\tEuros',
        range: 'Costs!A2:C2',
      }),
      passage('d', 3, 'They said that rent is high.', { part: 'quoted-history' }),
    ];
    await passages.stage(ours, 'd', 1, staged);
    t.deepEqual(await passages.get(ours, idsOf(staged)), []);
    t.deepEqual(await passages.range(ours, 'd', 0, 10), []);
    t.is(await passages.count(ours), 0);
    t.deepEqual(await everything(passages), []);
    t.deepEqual(await passages.documentFrequencies(ours, ['rent']), { frequencies: [0], total: 0 });

    await passages.publish(ours, 'd', 1);
    t.deepEqual(await passages.get(ours, idsOf(staged)), staged);
    t.is((await everything(passages)).length, 4);
    t.is(await passages.count(ours), 4);
  });

  promise('staging a version again replaces what it had staged', async (t, passages) => {
    await passages.stage(ours, 'd', 1, [passage('d', 0, 'old rent'), passage('d', 1, 'old rent')]);
    await passages.stage(ours, 'd', 1, [passage('d', 0, 'new rent')]);
    await passages.stage(ours, 'd', 1, [passage('d', 0, 'new rent')]);
    await passages.publish(ours, 'd', 1);
    t.deepEqual(
      (await passages.range(ours, 'd', 0, 10)).map(({ text }) => text),
      ['new rent'],
    );
  });

  promise('staging does not touch what is published, not even of the same version', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent one', 'rent two']);
    await passages.stage(ours, 'd', 2, [passage('d', 0, 'rent of the second', { version: 2 })]);
    await passages.stage(ours, 'd', 1, [passage('d', 0, 'rent anew')]);
    t.deepEqual(idsOf(await passages.range(ours, 'd', 0, 10)), ['d/1/0', 'd/1/1']);
    t.is((await everything(passages)).length, 2);
    await passages.publish(ours, 'd', 1);
    t.deepEqual(
      (await passages.range(ours, 'd', 0, 10)).map(({ text }) => text),
      ['rent anew'],
    );
  });

  promise('publishing a version replaces the one before, with its vectors', async (t, passages) => {
    await publish(passages, ours, 'd', ['old rent', 'older rent']);
    await passages.putVectors(ours, plane, [
      { id: 'd/1/0', vector: at(0) },
      { id: 'd/1/1', vector: at(10) },
    ]);
    await passages.stage(ours, 'd', 2, [passage('d', 0, 'new rent', { version: 2 })]);
    await passages.putVectors(ours, plane, [{ id: 'd/2/0', vector: at(20) }]);
    t.deepEqual(idsOf(await passages.nearest(ours, plane, at(0), { limit: 9 })), ['d/1/0', 'd/1/1']);

    for (let turn = 0; turn < 2; turn++) {
      await passages.publish(ours, 'd', 2);
      t.deepEqual(idsOf(await everything(passages)), ['d/2/0']);
      t.deepEqual(idsOf(await passages.nearest(ours, plane, at(0), { limit: 9 })), ['d/2/0']);
      t.deepEqual(await passages.get(ours, ['d/1/0', 'd/2/0']), [passage('d', 0, 'new rent', { version: 2 })]);
      t.is(await passages.count(ours), 1);
      t.deepEqual(await passages.spaces(ours), [{ id: plane.id, vectors: 1 }]);
    }
    await publish(passages, ours, 'd', ['old rent', 'older rent'], 3);
    t.deepEqual(await passages.nearest(ours, plane, at(0), { limit: 9 }), []);
  });

  promise('publishing drops what older versions have staged, and keeps what newer ones have', async (t, passages) => {
    for (const version of [1, 2, 3]) {
      await passages.stage(ours, 'd', version, [passage('d', 0, `rent ${version}`, { version })]);
    }
    await passages.publish(ours, 'd', 2);
    t.deepEqual(idsOf(await everything(passages)), ['d/2/0']);
    await passages.publish(ours, 'd', 1);
    t.deepEqual(idsOf(await everything(passages)), ['d/2/0']);
    await passages.publish(ours, 'd', 3);
    t.deepEqual(idsOf(await everything(passages)), ['d/3/0']);
  });

  promise('a version older than the published one never comes back', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent'], 2);
    await publish(passages, ours, 'd', ['late rent'], 1);
    t.deepEqual(idsOf(await everything(passages)), ['d/2/0']);
    t.deepEqual(idsOf(await passages.withoutVector(ours, plane, { limit: 9, documentId: 'd', version: 1 })), []);
  });

  promise('a version without passages can be published', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent']);
    await publish(passages, ours, 'd', [], 2);
    t.is(await passages.count(ours), 0);
    t.deepEqual(await everything(passages), []);
  });

  promise('passages keep their ids from one version to the next', async (t, passages) => {
    await passages.stage(ours, 'd', 1, [passage('d', 0, 'rent', { id: 'same' })]);
    await passages.publish(ours, 'd', 1);
    await passages.stage(ours, 'd', 2, [passage('d', 0, 'rent', { id: 'same', version: 2 })]);
    await passages.putVectors(ours, plane, [{ id: 'same', vector: at(0) }]);
    t.deepEqual(idsOf(await passages.nearest(ours, plane, at(0), { limit: 9 })), ['same']);
    await passages.publish(ours, 'd', 2);
    t.deepEqual(
      (await passages.get(ours, ['same'])).map(({ version }) => version),
      [2],
    );
    t.deepEqual(idsOf(await passages.nearest(ours, plane, at(0), { limit: 9 })), ['same']);
    t.deepEqual(idsOf(await everything(passages)), ['same']);
  });

  promise('removing takes all of a document and nothing of another', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent']);
    await publish(passages, ours, 'e', ['rent']);
    await passages.putVectors(ours, plane, [
      { id: 'd/1/0', vector: at(0) },
      { id: 'e/1/0', vector: at(0) },
    ]);
    await passages.stage(ours, 'd', 2, [passage('d', 0, 'rent', { version: 2 })]);
    await passages.remove(ours, 'd');
    await passages.remove(ours, 'd');
    await passages.remove(ours, 'never there');
    t.deepEqual(idsOf(await everything(passages)), ['e/1/0']);
    t.deepEqual(idsOf(await passages.nearest(ours, plane, at(0), { limit: 9 })), ['e/1/0']);
    t.deepEqual(await passages.get(ours, ['d/1/0']), []);
    t.is(await passages.count(ours), 1);
    t.deepEqual(await passages.withoutVector(ours, plane, { limit: 9, documentId: 'd', version: 2 }), []);
    await publish(passages, ours, 'd', ['rent'], 1);
    t.is(await passages.count(ours), 2);
  });

  promise('unstaging drops one version that is staged, never what is published', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent']);
    for (const version of [2, 3]) {
      await passages.stage(ours, 'd', version, [passage('d', 0, `rent ${version}`, { version })]);
    }
    for (const version of [1, 2, 2]) await passages.unstage(ours, 'd', version);
    t.deepEqual(idsOf(await everything(passages)), ['d/1/0']);
    t.deepEqual(await passages.withoutVector(ours, plane, { limit: 9, documentId: 'd', version: 2 }), []);
    await passages.publish(ours, 'd', 3);
    t.deepEqual(idsOf(await everything(passages)), ['d/3/0']);
  });

  promise('passages come in the order asked, by id or by index', async (t, passages) => {
    await publish(passages, ours, 'd', ['zero', 'one', 'two', 'three']);
    await publish(passages, ours, 'e', ['other']);
    t.deepEqual(idsOf(await passages.get(ours, ['d/1/2', 'none', 'e/1/0', 'd/1/0'])), ['d/1/2', 'e/1/0', 'd/1/0']);
    t.deepEqual(await passages.get(ours, []), []);
    t.deepEqual(idsOf(await passages.range(ours, 'd', 1, 3)), ['d/1/1', 'd/1/2']);
    t.deepEqual(idsOf(await passages.range(ours, 'd', 3, 100)), ['d/1/3']);
    t.deepEqual(await passages.range(ours, 'd', 2, 2), []);
  });

  promise('passages are counted within the filter', async (t, passages) => {
    await publish(passages, ours, 'd', ['a', 'b']);
    await publish(passages, ours, 'e', ['c']);
    t.is(await passages.count(ours, {}), 3);
    t.is(await passages.count(ours, { documentIds: ['d'] }), 2);
    t.is(await passages.count(ours, { documentIds: ['d', 'e', 'none'] }), 3);
    t.is(await passages.count(ours, { documentIds: [] }), 0);
  });

  promise('passages that lack a vector are named in order, per version and space', async (t, passages) => {
    await publish(passages, ours, 'e', ['five', 'six']);
    await publish(passages, ours, 'd', ['one', 'two', 'three']);
    await passages.stage(ours, 'd', 2, [passage('d', 0, 'four', { version: 2 })]);
    const lacking = async (options: { limit: number; documentId?: string; version?: number }, space = plane) =>
      idsOf(await passages.withoutVector(ours, space, options));
    t.deepEqual(await lacking({ limit: 9 }), ['d/1/0', 'd/1/1', 'd/1/2', 'e/1/0', 'e/1/1']);
    await passages.openSpace(ours, plane);
    await passages.openSpace(ours, plane);
    t.deepEqual(await lacking({ limit: 2 }), ['d/1/0', 'd/1/1']);
    t.deepEqual(await lacking({ limit: 9, documentId: 'e' }), ['e/1/0', 'e/1/1']);
    t.deepEqual(await lacking({ limit: 9, documentId: 'd', version: 2 }), ['d/2/0']);
    t.deepEqual(await lacking({ limit: 9, documentId: 'd', version: 1 }), ['d/1/0', 'd/1/1', 'd/1/2']);
    await passages.putVectors(ours, plane, [
      { id: 'd/1/1', vector: at(1) },
      { id: 'd/2/0', vector: at(0, 0) },
      { id: 'gone', vector: at(1) },
    ]);
    t.deepEqual(await lacking({ limit: 9, documentId: 'd' }), ['d/1/0', 'd/1/2']);
    t.deepEqual(await lacking({ limit: 9, documentId: 'd', version: 2 }), []);
    t.deepEqual(await lacking({ limit: 9, documentId: 'd' }, { id: 'line@1', dimensions: 1 }), [
      'd/1/0',
      'd/1/1',
      'd/1/2',
    ]);
    const [first] = await passages.withoutVector(ours, plane, { limit: 1 });
    t.deepEqual(first, passage('d', 0, 'one'));
  });

  promise('spaces are counted by published passages, and can be dropped', async (t, passages) => {
    const line: VectorSpace = { id: 'line@1', dimensions: 1 };
    t.deepEqual(await passages.spaces(ours), []);
    await publish(passages, ours, 'd', ['one', 'two']);
    await passages.stage(ours, 'd', 2, [passage('d', 0, 'four', { version: 2 })]);
    await passages.putVectors(ours, plane, [
      { id: 'd/1/0', vector: at(1) },
      { id: 'd/1/1', vector: at(2) },
      { id: 'd/2/0', vector: at(3) },
    ]);
    await passages.putVectors(ours, line, [{ id: 'd/1/0', vector: Float32Array.of(-2) }]);
    await passages.putVectors(theirs, plane, [{ id: 'd/1/0', vector: at(1) }]);
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    t.deepEqual([...(await passages.spaces(ours))].sort(byId), [
      { id: line.id, vectors: 1 },
      { id: plane.id, vectors: 2 },
    ]);
    t.deepEqual(idsOf(await passages.nearest(ours, line, Float32Array.of(1), { limit: 9 })), ['d/1/0']);
    await passages.dropSpace(ours, plane.id);
    await passages.dropSpace(ours, plane.id);
    t.deepEqual(await passages.spaces(ours), [{ id: line.id, vectors: 1 }]);
    t.deepEqual(await passages.nearest(ours, plane, at(1), { limit: 9 }), []);
    t.is((await passages.withoutVector(ours, plane, { limit: 9 })).length, 2);
    await passages.putVectors(ours, plane, [{ id: 'd/1/1', vector: at(2) }]);
    t.deepEqual(idsOf(await passages.nearest(ours, plane, at(1), { limit: 9 })), ['d/1/1']);
  });

  promise('another workspace sees, counts and changes nothing', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent and rates']);
    await passages.putVectors(ours, plane, [{ id: 'd/1/0', vector: at(0) }]);
    const seen = async () => ({
      get: await passages.get(theirs, ['d/1/0']),
      range: await passages.range(theirs, 'd', 0, 9),
      count: await passages.count(theirs, { documentIds: ['d'] }),
      lexical: await passages.lexical(theirs, { terms: ['rent'] }, { limit: 9, filter: { documentIds: ['d'] } }),
      frequencies: await passages.documentFrequencies(theirs, ['rent']),
      lacking: await passages.withoutVector(theirs, { id: 'line@1', dimensions: 1 }, { limit: 9, documentId: 'd' }),
      nearest: await passages.nearest(theirs, plane, at(0), { limit: 9, filter: { documentIds: ['d'] } }),
      spaces: await passages.spaces(theirs),
    });
    const nothing = {
      get: [],
      range: [],
      count: 0,
      lexical: [],
      frequencies: { frequencies: [0], total: 0 },
      lacking: [],
      nearest: [],
      spaces: [],
    };
    t.deepEqual(await seen(), nothing);
    await passages.remove(theirs, 'd');
    await passages.unstage(theirs, 'd', 1);
    await passages.publish(theirs, 'd', 2);
    await passages.putVectors(theirs, plane, [{ id: 'd/1/0', vector: at(90) }]);
    await passages.dropSpace(theirs, plane.id);
    t.deepEqual(await seen(), nothing);
    await publish(passages, theirs, 'd', ['rent', 'rent', 'rates', 'rent and rates and rent'], 3);
    t.deepEqual(idsOf(await passages.lexical(ours, { terms: ['rent'] }, { limit: 9 })), ['d/1/0']);
    t.deepEqual(idsOf(await passages.nearest(ours, plane, at(0), { limit: 9 })), ['d/1/0']);
    t.is(await passages.count(theirs), 4);
  });

  testPassageSearch(promise);
  testPassageLabels(promise);
  testPassageLabelSearch(promise);
};
