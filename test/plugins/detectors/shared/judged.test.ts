import { readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import type { AnyPlugin } from '../../../../core/plugin/define.ts';
import { type Judged, judged, shareRight } from '../../../../plugins/detectors/shared/judged.ts';
import { detectorOf } from '../../../support/detectors.ts';

const root = path.resolve(import.meta.dirname, '../../../../plugins/detectors');

const namesIn = async (kind: string): Promise<string[]> => {
  const names: string[] = [];
  for (const file of readdirSync(path.join(root, kind))) {
    const { plugin } = (await import(path.join(root, kind, file))) as { plugin: AnyPlugin };
    if ((await detectorOf(plugin)).kind !== kind) throw new Error(`${file} does not belong into ${kind}/`);
    names.push(plugin.name);
  }
  return names;
};

test('every detector of something that is there has been read by hand, and nothing else', async (t) => {
  const names = await namesIn('present');
  t.true(names.length > 22);
  t.deepEqual(Object.keys(judged).toSorted(), names.toSorted());
});

test('a detector lies in the folder of its kind', async (t) => {
  for (const kind of ['present', 'missing', 'conflict']) t.true((await namesIn(kind)).length > 10, kind);
});

test('what was wrong is said where something was', (t) => {
  for (const [name, { right, of, wrong }] of Object.entries(judged) as [string, Judged][]) {
    t.true(right <= of && of <= 13, name);
    t.is(wrong !== undefined, right < of, name);
  }
});

test('few that were read say less than many', (t) => {
  t.true(shareRight({ right: 12, of: 12 }) > shareRight({ right: 2, of: 2 }));
  t.true(shareRight({ right: 2, of: 2 }) > shareRight({ right: 0, of: 0 }));
  t.true(shareRight({ right: 8, of: 12 }) < shareRight({ right: 11, of: 12 }));
});
