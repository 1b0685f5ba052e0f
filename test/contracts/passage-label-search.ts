import type { PassageLabel, WantedLabel } from '../../core/ports/passages.ts';
import { found, label, model, want } from './label-samples.ts';
import { idsOf, type PassagePromise, publish } from './passage-samples.ts';
import { ours } from './store.ts';

/** How every engine finds and ranks by labels. */
export const testPassageLabelSearch = (promise: PassagePromise): void => {
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
