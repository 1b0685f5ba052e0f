import test, { type ExecutionContext } from 'ava';
import { z } from 'zod';
import { analysisStore } from '../../../core/document/analysis-store.ts';
import { eachRecord } from '../../../core/document/each.ts';
import type { StoredDocument } from '../../../core/document/record.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import type { Collection, Records } from '../../../core/ports/records.ts';
import { createEmbeddedStore } from '../../support/embedded-store.ts';

const ofVersion = z.object({ documentId: z.string(), version: z.int(), said: z.string() });
type Kept = z.infer<typeof ofVersion>;
const collection = (name: Collection<Kept>['name']): Collection<Kept> => ({
  name,
  schema: ofVersion,
  indexes: [{ fields: ['documentId'] }],
});
const analyses = collection('test.analyses');
const findings = collection('test.findings');
const { storeAnalysis, removeOlderAnalyses, removeAnalyses } = analysisStore({
  analyses,
  findings,
  nameOf: ({ said }) => said,
});

/** A store with documents of which these versions are there: the live one, and the latest. */
const open = async (t: ExecutionContext, there: Record<string, readonly [number, number]>) => {
  const { store } = await createEmbeddedStore(t);
  const documents = {
    get: async (_: unknown, id: string) =>
      there[id] &&
      ({
        id,
        value: { live: { version: there[id][0] }, latest: { version: there[id][1] } },
      } as unknown as StoredDocument),
  };
  const keep = (records: Records, documentId: string, version: number, said: string, found: readonly string[]) =>
    storeAnalysis(
      { records, documents },
      localPrincipal,
      { documentId, version, said },
      found.map((each) => ({ documentId, version, said: each })),
    );
  const all = async () => {
    const lines = async (of: Collection<Kept>) =>
      (await Array.fromAsync(eachRecord(store.records, localPrincipal, of))).map(
        ({ id, value, revision }) => `${id} ${value.said} r${revision}`,
      );
    return { analyses: await lines(analyses), findings: await lines(findings) };
  };
  return { records: store.records, ports: { records: store.records, documents }, keep, all, there };
};

test('an analysis takes the place of the one before of its version; that of another version that is there stays', async (t) => {
  const { records, keep, all } = await open(t, { lease: [1, 2], other: [1, 1] });
  await keep(records, 'other', 1, 'first', ['tax']);
  await keep(records, 'lease', 1, 'first', ['rent', 'deposit']);
  await keep(records, 'lease', 2, 'first', ['rent']);
  await keep(records, 'lease', 1, 'second', ['rent', 'notice']);
  t.deepEqual(await all(), {
    analyses: ['lease:1 second r2', 'lease:2 first r1', 'other:1 first r1'],
    findings: ['1:notice notice r1', '1:rent rent r2', '1:tax tax r1', '2:rent rent r1'],
  });
});

test('what came from versions that are gone goes with the next analysis, or when it is asked to', async (t) => {
  const { records, ports, keep, all, there } = await open(t, { lease: [1, 1] });
  await keep(records, 'lease', 1, 'first', ['rent']);
  there['lease'] = [2, 2];
  await keep(records, 'lease', 2, 'second', ['notice']);
  const second = { analyses: ['lease:2 second r1'], findings: ['2:notice notice r1'] };
  t.deepEqual(await all(), second);
  await removeOlderAnalyses(ports, localPrincipal, 'lease');
  t.deepEqual(await all(), second);
  there['lease'] = [3, 3];
  await removeOlderAnalyses(ports, localPrincipal, 'lease');
  t.deepEqual(await all(), { analyses: [], findings: [] });
});

test('nothing stays of a document that was deleted while it was read, and all of one goes when it is asked to', async (t) => {
  const { records, ports, keep, all } = await open(t, { lease: [1, 1] });
  await keep(records, 'deleted', 1, 'first', ['tax']);
  t.deepEqual(await all(), { analyses: [], findings: [] });
  await keep(records, 'lease', 1, 'first', ['rent']);
  await removeAnalyses(ports, localPrincipal, 'lease');
  t.deepEqual(await all(), { analyses: [], findings: [] });
});

test('where somebody else stores the same meanwhile, theirs is replaced; any other trouble is told', async (t) => {
  const { records, keep, all } = await open(t, { lease: [1, 1] });
  let quicker = true;
  const contested: Records = {
    ...records,
    get: records.get.bind(records),
    find: records.find.bind(records),
    commit: async (...commit) => {
      if (quicker) {
        quicker = false;
        await keep(records, 'lease', 1, 'theirs', ['rent', 'deposit']);
      }
      await records.commit(...commit);
    },
  };
  await keep(contested, 'lease', 1, 'ours', ['rent']);
  t.deepEqual(await all(), { analyses: ['lease:1 ours r2'], findings: ['1:rent rent r2'] });
  const refusing: Records = { ...contested, commit: () => Promise.reject(new DossierError('store_full')) };
  const error = await t.throwsAsync(keep(refusing, 'lease', 1, 'later', []), { instanceOf: DossierError });
  t.is(error.code, 'store_full');
});
