import type { PassageLabel, Passages } from '../../core/ports/passages.ts';
import { found, label, model, want } from './label-samples.ts';
import { idsOf, type PassagePromise, passage, publish } from './passage-samples.ts';
import { hasCode, ours, theirs } from './store.ts';

const unlabelled = async (passages: Passages, options: { limit?: number; documentId?: string } = {}, space = model) =>
  (await passages.withoutLabels(ours, space, { limit: 99, ...options })).map(
    (each) => `${each.documentId} ${each.version}`,
  );

/** How every engine keeps labels: by version, model and workspace. */
export const testPassageLabels = (promise: PassagePromise): void => {
  promise('labels of staged passages are not seen before those are published', async (t, passages) => {
    await passages.stage(ours, 'd', 1, [passage('d', 0, 'rent'), passage('d', 1, 'rates')]);
    await passages.putLabels(ours, model, 'd', 1, [label('d/1/1', 'rent', 0.5)]);
    t.deepEqual(await found(passages, want('rent')), []);
    t.deepEqual(await passages.labelsOf(ours, model, ['d/1/1']), []);
    t.deepEqual(await passages.labelSpaces(ours), [{ id: model, documents: 0 }]);
    for (let turn = 0; turn < 2; turn++) {
      await passages.publish(ours, 'd', 1);
      t.deepEqual(idsOf(await found(passages, want('rent'))), ['d/1/1']);
      t.deepEqual(await passages.labelSpaces(ours), [{ id: model, documents: 1 }]);
      t.deepEqual(await unlabelled(passages), []);
    }
  });

  promise('what a model said of a version is replaced, as often as it is said', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent', 'rates']);
    await publish(passages, ours, 'e', ['rent']);
    await passages.putLabels(ours, model, 'e', 1, [label('e/1/0', 'rent', 0.25)]);
    await passages.putLabels(ours, model, 'd', 1, [label('d/1/0', 'rent', 1), label('d/1/1', 'law', 1)]);
    const second = [label('d/1/1', 'rent', 0.5), label('d/1/1', 'rent', 0.75), label('d/1/1', 'rent', 0.625)];
    for (let turn = 0; turn < 2; turn++) {
      await passages.putLabels(ours, model, 'd', 1, second);
      t.deepEqual(
        (await found(passages, want('rent', 'law'))).map(({ id, score }) => [id, score]),
        [
          ['d/1/1', 0.75],
          ['e/1/0', 0.25],
        ],
      );
    }
    await passages.putLabels(ours, model, 'd', 1, []);
    t.deepEqual(idsOf(await found(passages, want('rent', 'law'))), ['e/1/0']);
  });

  promise('a version without a single label counts as labelled, and no other does', async (t, passages) => {
    await publish(passages, ours, 'c', []);
    await publish(passages, ours, 'e', ['nothing', 'of the kind']);
    await publish(passages, ours, 'd', ['rent']);
    await passages.stage(ours, 'f', 1, [passage('f', 0, 'staged')]);
    t.deepEqual(await unlabelled(passages), ['d 1', 'e 1'], 'what has no passages needs no labels');
    t.deepEqual(await unlabelled(passages, { limit: 1 }), ['d 1']);
    t.deepEqual(await unlabelled(passages, { documentId: 'e' }), ['e 1']);
    await passages.putLabels(ours, model, 'e', 1, []);
    t.deepEqual(await unlabelled(passages), ['d 1']);
    t.deepEqual(await unlabelled(passages, { documentId: 'e' }), []);
    t.deepEqual(await unlabelled(passages, {}, 'words-2'), ['d 1', 'e 1']);
    t.deepEqual(await passages.labelSpaces(ours), [{ id: model, documents: 1 }]);
    await passages.publish(ours, 'f', 1);
    t.deepEqual(await unlabelled(passages), ['d 1', 'f 1']);
  });

  promise('another version brings its own labels; those of the one before go with it', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent', 'rent']);
    await passages.putLabels(ours, model, 'd', 1, [label('d/1/0', 'rent', 1), label('d/1/1', 'rent', 0.5)]);
    await passages.stage(ours, 'd', 2, [passage('d', 0, 'rent', { version: 2 })]);
    await passages.putLabels(ours, model, 'd', 2, [label('d/2/0', 'rent', 0.75)]);
    t.deepEqual(idsOf(await found(passages, want('rent'))), ['d/1/0', 'd/1/1']);
    await passages.publish(ours, 'd', 2);
    t.deepEqual(idsOf(await found(passages, want('rent'))), ['d/2/0']);
    t.deepEqual(await unlabelled(passages), []);
    await publish(passages, ours, 'd', ['rent'], 3);
    t.deepEqual(await found(passages, want('rent')), []);
    t.deepEqual(await unlabelled(passages), ['d 3']);
    await passages.putLabels(ours, model, 'd', 2, [label('d/2/0', 'rent', 1)]);
    await passages.putLabels(ours, model, 'd', 2, []);
    t.deepEqual(await unlabelled(passages), ['d 3'], 'what is said of a version that is gone says nothing of this one');
  });

  promise('staging a version anew, unstaging and removing take the labels along', async (t, passages) => {
    const stage = () => passages.stage(ours, 'd', 2, [passage('d', 0, 'rent', { version: 2 })]);
    await publish(passages, ours, 'd', ['rent']);
    await passages.putLabels(ours, model, 'd', 1, [label('d/1/0', 'rent', 1)]);
    for (const again of [stage, () => passages.unstage(ours, 'd', 2)]) {
      await stage();
      await passages.putLabels(ours, model, 'd', 2, [label('d/2/0', 'law', 1)]);
      await again();
      await stage();
    }
    await passages.publish(ours, 'd', 2);
    t.deepEqual(await found(passages, want('rent', 'law')), []);
    t.deepEqual(await unlabelled(passages), ['d 2']);

    await passages.putLabels(ours, model, 'd', 2, [label('d/2/0', 'law', 1)]);
    await publish(passages, ours, 'e', ['laws']);
    await passages.putLabels(ours, model, 'e', 1, [label('e/1/0', 'law', 0.5)]);
    await passages.remove(ours, 'd');
    t.deepEqual(idsOf(await found(passages, want('law'))), ['e/1/0']);
    t.deepEqual(await passages.labelSpaces(ours), [{ id: model, documents: 1 }]);
    await publish(passages, ours, 'd', ['rent'], 2);
    t.deepEqual(await unlabelled(passages), ['d 2']);
  });

  promise(
    'a version that is staged while it is published is labelled in both, each by its own passages',
    async (t, passages) => {
      await publish(passages, ours, 'd', ['rent']);
      await passages.stage(ours, 'd', 1, [passage('d', 0, 'rent')]);
      await passages.putLabels(ours, model, 'd', 1, [label('d/1/0', 'rent', 1)]);
      t.deepEqual(idsOf(await found(passages, want('rent'))), ['d/1/0']);
      await passages.publish(ours, 'd', 1);
      t.deepEqual(idsOf(await found(passages, want('rent'))), ['d/1/0']);

      await passages.stage(ours, 'd', 1, [passage('d', 0, 'rent', { id: 'anew/0' })]);
      await passages.putLabels(ours, model, 'd', 1, [label('anew/0', 'law', 1)]);
      t.deepEqual(idsOf(await found(passages, want('rent', 'law'))), ['d/1/0']);
      await passages.publish(ours, 'd', 1);
      t.deepEqual(idsOf(await found(passages, want('rent', 'law'))), ['anew/0']);
    },
  );

  promise(
    'labels of passages that the version does not have are not stored, and it stays unlabelled',
    async (t, passages) => {
      await publish(passages, ours, 'd', ['rent', 'rates']);
      await publish(passages, ours, 'e', ['rent']);
      await passages.putLabels(ours, model, 'd', 1, [label('d/1/0', 'rent', 1), label('cut/otherwise/1', 'rent', 1)]);
      await passages.putLabels(ours, model, 'd', 1, [label('e/1/0', 'rent', 1)]);
      await passages.putLabels(ours, model, 'gone', 1, [label('gone/1/0', 'rent', 1)]);
      await passages.putLabels(ours, model, 'gone', 1, []);
      t.deepEqual(await found(passages, want('rent')), []);
      t.deepEqual(await unlabelled(passages), ['d 1', 'e 1']);
    },
  );

  promise(
    'a label outside its passage, or without a probability, is refused and changes nothing',
    async (t, passages) => {
      await publish(passages, ours, 'd', ['rent', 'rates']);
      await passages.putLabels(ours, model, 'd', 1, [label('d/1/1', 'law', 0.5)]);
      const good = label('d/1/1', 'rent', 1);
      const bad: Partial<PassageLabel>[] = [
        { start: 99 },
        { end: 106 },
        { start: 104 },
        { start: 100.5 },
        { end: Number.NaN },
        ...[0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY].map((score) => ({ score })),
      ];
      for (const change of bad) {
        await t.throwsAsync(
          passages.putLabels(ours, model, 'd', 1, [good, { ...good, ...change }]),
          hasCode('internal'),
        );
      }
      t.deepEqual(idsOf(await found(passages, want('rent', 'law'))), ['d/1/1']);
      t.deepEqual(await found(passages, want('rent')), []);
    },
  );

  promise('spaces are apart, counted by published documents, and can be dropped', async (t, passages) => {
    t.deepEqual(await passages.labelSpaces(ours), []);
    for (const id of ['d', 'e']) await publish(passages, ours, id, ['rent', 'rates']);
    for (const id of ['d', 'e']) await passages.putLabels(ours, model, id, 1, [label(`${id}/1/0`, 'rent', 0.5)]);
    await passages.putLabels(ours, 'words-2', 'd', 1, [label('d/1/1', 'rent', 1)]);
    await passages.putLabels(theirs, model, 'd', 1, []);
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    t.deepEqual([...(await passages.labelSpaces(ours))].sort(byId), [
      { id: model, documents: 2 },
      { id: 'words-2', documents: 1 },
    ]);
    t.deepEqual(idsOf(await passages.labelled(ours, 'words-2', want('rent'), { limit: 9 })), ['d/1/1']);
    for (let turn = 0; turn < 2; turn++) {
      await passages.dropLabels(ours, model);
      t.deepEqual(await passages.labelSpaces(ours), [{ id: 'words-2', documents: 1 }]);
      t.deepEqual(await found(passages, want('rent')), []);
      t.deepEqual(await unlabelled(passages), ['d 1', 'e 1']);
    }
    await passages.putLabels(ours, model, 'e', 1, [label('e/1/1', 'rent', 0.5)]);
    t.deepEqual(idsOf(await found(passages, want('rent'))), ['e/1/1']);
  });

  promise('another workspace sees, counts and changes no label', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent']);
    await passages.putLabels(ours, model, 'd', 1, [label('d/1/0', 'rent', 0.5)]);
    const seen = async () => ({
      labelled: await found(passages, want('rent'), { principal: theirs, documentIds: ['d'] }),
      of: await passages.labelsOf(theirs, model, ['d/1/0']),
      without: await passages.withoutLabels(theirs, model, { limit: 9, documentId: 'd' }),
      spaces: await passages.labelSpaces(theirs),
    });
    const nothing = { labelled: [], of: [], without: [], spaces: [] };
    t.deepEqual(await seen(), nothing);
    await passages.putLabels(theirs, model, 'd', 1, [label('d/1/0', 'rent', 1)]);
    await passages.dropLabels(theirs, model);
    t.deepEqual(await seen(), nothing);
    await publish(passages, theirs, 'd', ['rent']);
    await passages.putLabels(theirs, model, 'd', 1, [label('d/1/0', 'rent', 1)]);
    t.deepEqual(
      (await found(passages, want('rent'))).map(({ score }) => score),
      [0.5],
    );
    await passages.dropLabels(theirs, model);
    await passages.remove(theirs, 'd');
    t.deepEqual(idsOf(await found(passages, want('rent'))), ['d/1/0']);
  });
};
