import type { Passages, RankedPassage } from '../../core/ports/passages.ts';
import { at, idsOf, type PassagePromise, passage, plane, publish } from './passage-samples.ts';
import { hasCode, ours } from './store.ts';

const close = (found: readonly RankedPassage[], scores: readonly number[]): boolean =>
  found.length === scores.length && found.every(({ score }, i) => Math.abs(score - (scores[i] ?? Number.NaN)) < 1e-5);

const words = (passages: Passages, terms: readonly string[], limit = 100, documentIds?: readonly string[]) =>
  passages.lexical(ours, { terms }, { limit, ...(documentIds ? { filter: { documentIds } } : {}) });

/** How every engine's passages are found and ranked. */
export const testPassageSearch = (promise: PassagePromise): void => {
  promise('words find any passage that has one of them, rarer and more of them first', async (t, passages) => {
    await publish(passages, ours, 'd', [
      'The tenant pays the rent to the landlord.',
      'The tenant may sublet.',
      'The tenant keeps a cat.',
      'Nothing of the kind.',
      'Sublet, sublet and sublet: the tenant.',
    ]);
    const found = await words(passages, ['tenant', 'rent']);
    t.is(found[0]?.id, 'd/1/0');
    t.deepEqual(idsOf(found).sort(), ['d/1/0', 'd/1/1', 'd/1/2', 'd/1/4']);
    for (const [i, { score }] of found.entries()) {
      t.true(score > 0);
      t.true(score <= (found[i - 1]?.score ?? Number.POSITIVE_INFINITY));
    }
    t.is((await words(passages, ['sublet']))[0]?.id, 'd/1/4');
    t.deepEqual(await words(passages, ['elephant']), []);
  });

  promise('case, accents and endings do not matter', async (t, passages) => {
    await publish(passages, ours, 'd', ['Résumé of TERMINATED agreements', 'unrelated words']);
    for (const term of ['resume', 'RÉSUMÉ', 'terminating', 'Agreement']) {
      t.deepEqual(idsOf(await words(passages, [term])), ['d/1/0'], term);
    }
  });

  promise(
    'a row is found by the names of its columns, which count once where they stand in its passage',
    async (t, passages) => {
      const columns = 'Service\tMonthly fee';
      await passages.stage(ours, 'd', 1, [
        passage('d', 0, 'Service\tMonthly fee\nBackup\t120', { rows: [{ start: 20, end: 30, named: true }], columns }),
        passage('d', 1, 'Helpdesk\t340', { rows: [{ start: 100, end: 112, named: true }], columns }),
        passage('d', 2, 'nothing of the kind here'),
      ]);
      await passages.publish(ours, 'd', 1);
      t.deepEqual(idsOf(await words(passages, ['fee'])).sort(), ['d/1/0', 'd/1/1']);
      t.is((await words(passages, ['helpdesk', 'fee']))[0]?.id, 'd/1/1');
      t.is((await passages.get(ours, ['d/1/1']))[0]?.text, 'Helpdesk\t340', 'the text is what the document says');
      const [first, second] = await words(passages, ['fee']);
      t.true((first?.score ?? 0) < 1.5 * (second?.score ?? 0));
    },
  );

  promise('words of scripts without spaces are found, also inside a run of them', async (t, passages) => {
    await publish(passages, ours, 'd', [
      '本租赁合同的押金为两个月租金。',
      '家賃は毎月末日までに支払うものとします。',
      'ค่าเช่าต้องชำระภายในวันที่ห้าของทุกเดือน',
      'The rent is due.',
    ]);
    const phrase = (...words: string[]) => passages.lexical(ours, { terms: [], phrases: [words] }, { limit: 9 });
    t.deepEqual(idsOf(await phrase('押', '金')), ['d/1/0']);
    t.deepEqual(idsOf(await phrase('金', '押')), []);
    t.deepEqual(idsOf(await words(passages, ['家賃'])), ['d/1/1']);
    t.deepEqual(idsOf(await words(passages, ['賃家'])), []);
    t.deepEqual(idsOf(await phrase('เ', 'ช')), ['d/1/2']);
    t.deepEqual(await passages.documentFrequencies(ours, ['押金', '租金']), { frequencies: [1, 1], total: 4 });
  });

  promise('an empty query finds nothing', async (t, passages) => {
    await publish(passages, ours, 'd', ['rent']);
    t.deepEqual(await words(passages, []), []);
    t.deepEqual(await passages.lexical(ours, { terms: [], phrases: [] }, { limit: 5 }), []);
    t.deepEqual(await passages.lexical(ours, { terms: [], phrases: [[]] }, { limit: 5 }), []);
  });

  promise('a phrase counts where its words stand together', async (t, passages) => {
    await publish(passages, ours, 'd', [
      'control of the change',
      'A change of control ends it.',
      'of control there is a change',
      'nothing',
      'nothing either',
      'nor here',
    ]);
    const phrases = [['change', 'of', 'control']];
    t.deepEqual(idsOf(await passages.lexical(ours, { terms: [], phrases }, { limit: 9 })), ['d/1/1']);
    const both = await passages.lexical(ours, { terms: ['change'], phrases }, { limit: 9 });
    t.is(both[0]?.id, 'd/1/1');
    t.is(both.length, 3);
  });

  promise('hostile terms are words like any other, and never an error', async (t, passages) => {
    await publish(passages, ours, 'd', ['the rent is due AND payable', 'NEAR the column text']);
    const hostile = [
      '"',
      '""',
      '"rent" OR "x',
      "'; drop table passages; --",
      '*',
      'NEAR(',
      'text:',
      '^',
      '-',
      '(',
      'a\0b',
      '\0',
      '',
      ' ',
      '!!!',
      '\ud800',
      '$where',
      '{"$gt":""}',
      'x'.repeat(100_000),
      '\u202e\u200b',
    ];
    for (const term of hostile) {
      await t.notThrowsAsync(words(passages, [term]), JSON.stringify(term.slice(0, 30)));
      t.true(idsOf(await words(passages, [term, 'payable'])).includes('d/1/0'));
      await t.notThrowsAsync(passages.lexical(ours, { terms: [], phrases: [[term, 'rent'], [term]] }, { limit: 5 }));
      await t.notThrowsAsync(passages.documentFrequencies(ours, [term]));
    }
    t.deepEqual(await words(passages, ['!!!']), []);
    t.deepEqual(idsOf(await words(passages, ['AND'])), ['d/1/0']);
    const many = Array.from({ length: 2000 }, (_, i) => `word${i}`);
    t.deepEqual(idsOf(await words(passages, [...many, 'payable'])), ['d/1/0']);
  });

  promise('the filter is applied before ranking, so that it never costs results', async (t, passages) => {
    for (let i = 0; i < 30; i++) await publish(passages, ours, `loud ${i}`, ['rent rent rent', 'rent rent']);
    await publish(passages, ours, 'quiet', ['somewhere in a long sentence there is a word about rent as well']);
    t.deepEqual(idsOf(await words(passages, ['rent'], 3, ['quiet'])), ['quiet/1/0']);
    t.deepEqual(await words(passages, ['rent'], 3, []), []);
    t.deepEqual(await words(passages, ['rent'], 3, ['none']), []);
    t.deepEqual(idsOf(await words(passages, ['rent'], 3, ['quiet', 'loud 7', 'none'])), [
      'loud 7/1/0',
      'loud 7/1/1',
      'quiet/1/0',
    ]);
    const vectors = Array.from({ length: 30 }, (_, i) => ({ id: `loud ${i}/1/0`, vector: at(i / 10) }));
    await passages.putVectors(ours, plane, [...vectors, { id: 'quiet/1/0', vector: at(170) }]);
    const near = (documentIds: readonly string[], limit = 3) =>
      passages.nearest(ours, plane, at(0), { limit, filter: { documentIds } });
    t.deepEqual(idsOf(await near(['quiet'])), ['quiet/1/0']);
    t.deepEqual(await near([]), []);
    t.deepEqual(idsOf(await near(['loud 9', 'quiet', 'loud 8', 'none'], 2)), ['loud 8/1/0', 'loud 9/1/0']);
    const most = Array.from({ length: 25 }, (_, i) => `loud ${i + 5}`);
    t.deepEqual(idsOf(await near(most, 2)), ['loud 5/1/0', 'loud 6/1/0']);
    t.is((await near(most, 100)).length, 25);
  });

  promise('a filter of any size gives what the whole ranking has of it, in the same order', async (t, passages) => {
    const documents = Array.from({ length: 40 }, (_, i) => `doc ${i}`);
    for (const [i, id] of documents.entries()) {
      const texts = Array.from(
        { length: 5 },
        (_, j) => `rent ${'rent rates '.repeat((i * 7 + j * 3) % 11)} word${i % 3}`,
      );
      await publish(passages, ours, id, texts);
      const vectors = texts.map((_, j) => ({ id: `${id}/1/${j}`, vector: at((i * 37 + j * 101) % 360) }));
      await passages.putVectors(ours, plane, vectors);
    }
    const allWords = await words(passages, ['rent', 'word1'], 1000);
    const allNear = await passages.nearest(ours, plane, at(3), { limit: 1000 });
    t.is(allWords.length, 200);
    t.is(allNear.length, 200);
    for (const size of [1, 5, 13, 20, 39, 40]) {
      for (const offset of [0, 17]) {
        const documentIds = documents.filter((_, i) => (i * 11 + offset) % 40 < size);
        const own = ({ id }: RankedPassage) => documentIds.includes(id.slice(0, id.indexOf('/')));
        for (const limit of [1, 4, 30, 300]) {
          const filter = { documentIds };
          t.deepEqual(
            idsOf(await words(passages, ['rent', 'word1'], limit, documentIds)),
            idsOf(allWords.filter(own).slice(0, limit)),
          );
          t.deepEqual(
            idsOf(await passages.nearest(ours, plane, at(3), { limit, filter })),
            idsOf(allNear.filter(own).slice(0, limit)),
          );
        }
      }
    }
  });

  promise('the limit holds, and ties are broken by id, also across the limit', async (t, passages) => {
    const documents = Array.from({ length: 60 }, (_, i) => `doc ${String((i * 37) % 60).padStart(2, '0')}`);
    for (const id of documents) await publish(passages, ours, id, ['the same words about rent', 'something else']);
    const expected = [...documents].sort().map((id) => `${id}/1/0`);
    for (const limit of [1, 3, 10, 59, 60, 100]) {
      t.deepEqual(idsOf(await words(passages, ['rent'], limit)), expected.slice(0, limit));
      t.deepEqual(idsOf(await words(passages, ['rent'], limit, documents)), expected.slice(0, limit));
    }
    await passages.putVectors(
      ours,
      plane,
      documents.map((id) => ({ id: `${id}/1/0`, vector: at(45) })),
    );
    await passages.putVectors(
      ours,
      plane,
      documents.map((id) => ({ id: `${id}/1/1`, vector: at(90) })),
    );
    for (const limit of [1, 3, 10, 59, 60]) {
      t.deepEqual(idsOf(await passages.nearest(ours, plane, at(40), { limit })), expected.slice(0, limit));
      const filter = { documentIds: documents.slice(0, 5) };
      const few = expected.filter((id) => filter.documentIds.some((document) => id.startsWith(document)));
      t.deepEqual(
        idsOf(await passages.nearest(ours, plane, at(40), { limit, filter })).slice(0, 5),
        few.slice(0, limit),
      );
    }
    t.deepEqual(await words(passages, ['rent'], 0), []);
    t.deepEqual(await passages.nearest(ours, plane, at(40), { limit: 0 }), []);
  });

  promise('frequencies count passages as a search would find them, in the order asked', async (t, passages) => {
    await publish(passages, ours, 'd', ['Rents and rates', 'rent rent rent', 'nothing', 'e-mail the tenants']);
    await publish(passages, ours, 'e', ['a rented flat']);
    await passages.stage(ours, 'e', 2, [passage('e', 0, 'staged rent', { version: 2 })]);
    const terms = ['tenant', 'rent', 'elephant', 'RATES', 'e-mail', '!!!', 'rent'];
    t.deepEqual(await passages.documentFrequencies(ours, terms), { frequencies: [1, 3, 0, 1, 1, 0, 3], total: 5 });
    t.deepEqual(await passages.documentFrequencies(ours, []), { frequencies: [], total: 5 });
    await passages.remove(ours, 'd');
    t.deepEqual(await passages.documentFrequencies(ours, ['rent', 'tenant']), { frequencies: [1, 0], total: 1 });
  });

  promise('the nearest by cosine come first, with it as score, whatever their length', async (t, passages) => {
    await publish(passages, ours, 'd', ['a', 'b', 'c', 'd', 'e', 'f']);
    await passages.putVectors(ours, plane, [
      { id: 'd/1/0', vector: at(180, 0.01) },
      { id: 'd/1/1', vector: at(90) },
      { id: 'd/1/2', vector: at(60, 250) },
      { id: 'd/1/3', vector: at(0, 3) },
      { id: 'd/1/4', vector: at(0, 0) },
    ]);
    const expected = ['d/1/3', 'd/1/2', 'd/1/1', 'd/1/0'];
    for (const length of [1, 7]) {
      const found = await passages.nearest(ours, plane, at(0, length), { limit: 9 });
      t.deepEqual(idsOf(found), expected);
      t.true(close(found, [1, 0.5, 0, -1]), JSON.stringify(found));
    }
    t.deepEqual(await passages.nearest(ours, plane, at(0, 0), { limit: 9 }), []);
    t.deepEqual(await passages.nearest(ours, { id: 'never opened', dimensions: 2 }, at(0), { limit: 9 }), []);
    await passages.putVectors(ours, plane, [{ id: 'd/1/1', vector: at(0, 0) }]);
    await passages.putVectors(ours, plane, [{ id: 'd/1/0', vector: at(-10) }]);
    t.deepEqual(idsOf(await passages.nearest(ours, plane, at(-10), { limit: 9 })), ['d/1/0', 'd/1/3', 'd/1/2']);
  });

  promise('a vector that does not fit its space is refused', async (t, passages) => {
    await publish(passages, ours, 'd', ['a']);
    const put = (vector: Float32Array) => passages.putVectors(ours, plane, [{ id: 'd/1/0', vector }]);
    for (const vector of [Float32Array.of(1), Float32Array.of(1, 2, 3), Float32Array.of(Number.NaN, 1)]) {
      await t.throwsAsync(put(vector), hasCode('internal'));
    }
    await put(at(0));
    await t.throwsAsync(passages.nearest(ours, plane, Float32Array.of(1), { limit: 1 }), hasCode('internal'));
    await t.throwsAsync(passages.openSpace(ours, { ...plane, dimensions: 3 }), hasCode('internal'));
  });

  promise('many vectors come and go and the nearest stay exact', async (t, passages) => {
    const texts = Array.from({ length: 120 }, (_, i) => `passage ${i}`);
    const angle = (round: number, index: number) => (index * 61 + round * 17) % 360;
    for (let round = 1; round <= 30; round++) {
      for (const documentId of ['d', 'e']) {
        const staged = texts.map((text, index) => passage(documentId, index, text, { version: round }));
        await passages.stage(ours, documentId, round, staged);
        await passages.putVectors(
          ours,
          plane,
          staged.map(({ id, index }) => ({ id, vector: at(angle(round, index)) })),
        );
        await passages.publish(ours, documentId, round);
      }
    }
    t.deepEqual(await passages.spaces(ours), [{ id: plane.id, vectors: 240 }]);
    const distance = (index: number) => Math.min(angle(30, index), 360 - angle(30, index));
    const expected = texts
      .map((_, index) => ({ id: `e/30/${index}`, distance: distance(index) }))
      .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
      .slice(0, 5);
    const found = await passages.nearest(ours, plane, at(0), { limit: 5, filter: { documentIds: ['e'] } });
    t.deepEqual(idsOf(found), idsOf(expected));
  });
};
