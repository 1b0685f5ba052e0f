import type { Principal } from '../../core/identity/principal.ts';
import type { LabelledUnit, PassageLabel, Passages, WantedLabel } from '../../core/ports/passages.ts';
import { idsOf, type PassagePromise, passage, publish } from './passage-samples.ts';
import { hasCode, ours, theirs } from './store.ts';

const model = 'words-1';

/** A label of a passage of `passage-samples.ts`, at so many characters of its text. */
const label = (
  passageId: string,
  name: string,
  score: number,
  [start, end] = [0, 4] as [number, number],
): PassageLabel => {
  const from = 100 * Number(passageId.split('/').at(-1));
  return { passageId, start: from + start, end: from + end, label: name, score };
};

const want = (...labels: readonly string[]): readonly WantedLabel[] =>
  labels.map((each) => ({ label: each, weight: 1 }));

const found = (
  passages: Passages,
  wanted: readonly WantedLabel[],
  {
    limit = 100,
    documentIds,
    principal = ours,
  }: { limit?: number; documentIds?: readonly string[]; principal?: Principal } = {},
): Promise<readonly LabelledUnit[]> =>
  passages.labelled(principal, model, wanted, { limit, ...(documentIds ? { filter: { documentIds } } : {}) });

const unlabelled = async (passages: Passages, options: { limit?: number; documentId?: string } = {}, space = model) =>
  (await passages.withoutLabels(ours, space, { limit: 99, ...options })).map(
    (each) => `${each.documentId} ${each.version}`,
  );

/** How every engine keeps labels and ranks by them. */
export const testPassageLabels = (promise: PassagePromise): void => {
  promise('units with a label come best first, each with its place and its labels', async (t, passages) => {
    await publish(passages, ours, 'd', ['The rent is due. Notice is short.', 'The law of Austria applies.']);
    await publish(passages, ours, 'e', ['Rent, once more.']);
    await passages.putLabels(ours, model, 'd', 1, [
      label('d/1/0', 'rent', 0.5, [0, 16]),
      label('d/1/0', 'notice', 0.75, [17, 33]),
      label('d/1/1', 'law', 0.5),
      label('d/1/1', 'rent', 0.25),
    ]);
    await passages.putLabels(ours, model, 'e', 1, [label('e/1/0', 'rent', 1, [0, 16])]);
    t.deepEqual(await found(passages, want('rent')), [
      { id: 'e/1/0', start: 0, end: 16, score: 1, labels: [{ label: 'rent', score: 1 }] },
      { id: 'd/1/0', start: 0, end: 16, score: 0.5, labels: [{ label: 'rent', score: 0.5 }] },
      { id: 'd/1/1', start: 100, end: 104, score: 0.25, labels: [{ label: 'rent', score: 0.25 }] },
    ]);
    const weighed = [
      { label: 'rent', weight: 0.5 },
      { label: 'law', weight: 2 },
      { label: 'notice', weight: 1 },
    ];
    t.deepEqual(
      (await found(passages, weighed)).map(({ id, start, score, labels }) => [
        id,
        start,
        score,
        labels.map((each) => each.label),
      ]),
      [
        ['d/1/1', 100, 1.125, ['law', 'rent']],
        ['d/1/0', 17, 0.75, ['notice']],
        ['e/1/0', 0, 0.5, ['rent']],
        ['d/1/0', 0, 0.25, ['rent']],
      ],
    );
    const doubled = [...want('rent'), ...want('rent'), { label: 'law', weight: 0 }, { label: 'none', weight: 3 }];
    t.is((await found(passages, doubled))[0]?.score, 2);
  });

  promise('nothing that was asked for finds nothing', async (t, passages) => {
    t.deepEqual(await found(passages, want('rent')), []);
    await publish(passages, ours, 'd', ['rent']);
    await passages.putLabels(ours, model, 'd', 1, [label('d/1/0', 'rent', 1)]);
    t.deepEqual(await found(passages, []), []);
    t.deepEqual(await found(passages, want('law')), []);
    t.deepEqual(await found(passages, want('rent'), { limit: 0 }), []);
    t.deepEqual(await passages.labelled(ours, 'never there', want('rent'), { limit: 9 }), []);
    t.deepEqual(await passages.labelsOf(ours, 'never there', ['d/1/0']), []);
  });

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

  promise('all labels of passages come in the order asked, then by place', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent and rates', 'law']);
    const labels = [
      label('d/1/0', 'rates', 0.5, [9, 14]),
      label('d/1/0', 'notice', 0.25),
      label('d/1/0', 'rent', 0.75),
      label('d/1/1', 'law', 1, [0, 3]),
    ];
    await passages.putLabels(ours, model, 'd', 1, labels);
    t.deepEqual(await passages.labelsOf(ours, model, ['d/1/1', 'none', 'd/1/0']), [
      labels[3],
      labels[2],
      labels[1],
      labels[0],
    ]);
    t.deepEqual(await passages.labelsOf(ours, model, []), []);
  });

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

  promise('names that look like statements are names', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent']);
    const names = ["'; drop table passages; --", '"', '', '家賃', '{"$gt":""}', 'x'.repeat(10_000), '%', 'a,b'];
    for (const name of names) {
      await passages.putLabels(ours, name, 'd', 1, [label('d/1/0', name, 0.5)]);
      t.deepEqual(idsOf(await passages.labelled(ours, name, want(name), { limit: 9 })), ['d/1/0']);
    }
    t.is((await passages.labelSpaces(ours)).length, names.length);
  });

  promise('any weights, filter and limit give the exact ranking, ties by passage and place', async (t, passages) => {
    const documents = Array.from({ length: 60 }, (_, i) => `doc ${String((i * 37) % 60).padStart(2, '0')}`);
    const names = ['common', 'rare', 'flat', 'other'];
    const all: (PassageLabel & { documentId: string })[] = [];
    for (const [i, documentId] of documents.entries()) {
      const texts = Array.from({ length: 25 }, () => 'one sentence, and another one, and a third');
      await publish(passages, ours, documentId, texts);
      const labels = texts.flatMap((_, j) =>
        [0, 15, 31].flatMap((start, k) => {
          const turn = i * 75 + j * 3 + k;
          // In 128ths, so that sums are exact and ties are ties.
          const scores = [
            ((turn * 7919) % 97) / 128,
            turn % 50 === 0 ? ((turn * 31) % 89) / 128 : 0,
            0.5,
            turn % 3 === 0 ? ((turn * 13) % 8) / 8 : 0,
          ];
          return scores.flatMap((score, at) =>
            score > 0 ? [label(`${documentId}/1/${j}`, names[at] ?? '', score, [start, start + 10])] : [],
          );
        }),
      );
      await passages.putLabels(ours, model, documentId, 1, labels);
      all.push(...labels.map((each) => ({ ...each, documentId })));
    }
    const exact = (wanted: readonly WantedLabel[], limit: number, documentIds = documents) => {
      const units = new Map<string, { id: string; start: number; score: number }>();
      for (const { passageId: id, start, label: name, score, documentId } of all) {
        const weight = wanted.find((each) => each.label === name)?.weight ?? 0;
        if (weight === 0 || !documentIds.includes(documentId)) continue;
        const key = `${id} ${start}`;
        units.set(key, { id, start, score: (units.get(key)?.score ?? 0) + weight * score });
      }
      return [...units.values()]
        .sort((a, b) => b.score - a.score || (a.id === b.id ? a.start - b.start : a.id < b.id ? -1 : 1))
        .slice(0, limit);
    };
    const weights = [
      [{ label: 'common', weight: 1 }],
      [{ label: 'flat', weight: 0.25 }],
      [
        { label: 'rare', weight: 0.75 },
        { label: 'other', weight: 0.25 },
      ],
      names.map((name, i) => ({ label: name, weight: 1 / 2 ** i })),
    ];
    const filters = [undefined, documents, documents.slice(0, 45), documents.slice(3, 20), ['doc 07', 'none'], []];
    for (const wanted of weights) {
      for (const documentIds of filters) {
        for (const limit of [1, 10, 500]) {
          const ranked = await found(passages, wanted, { limit, ...(documentIds ? { documentIds } : {}) });
          t.deepEqual(
            ranked.map(({ id, start, score }) => ({ id, start, score })),
            exact(wanted, limit, documentIds ?? documents),
          );
        }
      }
    }
  });
};
