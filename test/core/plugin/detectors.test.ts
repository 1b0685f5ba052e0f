import test from 'ava';
import { z } from 'zod';
import { type AnyPlugin, defineDetector, definePlugin } from '../../../core/plugin/define.ts';
import type { AnyDetector, Detectors } from '../../../core/ports/detector.ts';
import { entry, start } from './starting.ts';

const detector = (patch: Partial<AnyDetector> = {}): AnyDetector => ({
  ...defineDetector({
    title: 'Long notice',
    kind: 'present',
    category: 'termination',
    what: 'What it is.',
    why: 'Why it matters.',
    ask: 'What to ask for.',
    policy: z.strictObject({ most_days: z.int().default(60) }),
    detect: ({ policy }) => (policy.most_days > 0 ? [] : []),
  }),
  ...patch,
});

const detectorPlugin = (name: string, made: () => AnyDetector = detector, version = '1.0.0') =>
  definePlugin({ name, version, summary: 'Test.', provides: ['detector'], setup: () => ({ detector: made() }) });

/** An agent that asks for the detectors, and what it was given. */
const looking = () => {
  let detectors: Detectors | undefined;
  const agent = definePlugin({
    name: 'risk',
    version: '1.0.0',
    summary: 'Test.',
    needs: ['detectors'],
    provides: ['agent'],
    setup: ({ ports }) => {
      detectors = ports.detectors;
      return { agent: { capabilities: [] } };
    },
  });
  return { agent, given: () => detectors };
};

test('every detector starts under the name and version of its plugin; those that fail are named and left out', async (t) => {
  const { agent, given } = looking();
  const throwing = detectorPlugin('throwing', () => {
    throw new Error('no');
  });
  const unset = detectorPlugin('unset', () => detector({ policy: z.object({ days: z.int() }) }));
  const odd = detectorPlugin('odd', () => detector({ category: 'weather' as AnyDetector['category'] }));
  const host = await start(
    [agent, detectorPlugin('long-notice', detector, '2.1.0'), throwing, unset, odd, detectorPlugin('other')].map(
      (plugin) => entry(plugin),
    ),
  );
  t.deepEqual(
    (await given()?.all())?.map(({ id, version, detector: { title } }) => [id, version, title]),
    [
      ['long-notice', '2.1.0', 'Long notice'],
      ['other', '1.0.0', 'Long notice'],
    ],
  );
  t.deepEqual(
    (await host.statuses()).map(({ name, status }) => `${name} ${status}`),
    ['risk running', 'long-notice running', 'throwing failed', 'unset failed', 'odd failed', 'other running'],
  );
  t.regex((await host.statuses())[3]?.error?.message ?? '', /unset has a threshold without a default/);
  t.regex((await host.statuses())[4]?.error?.message ?? '', /odd is no detector: category/);
});

test('detectors start when somebody asks for them, once', async (t) => {
  let started = 0;
  const { agent, given } = looking();
  const counted = detectorPlugin('counted', () => {
    started += 1;
    return detector();
  });
  const host = await start([entry(counted), entry(agent)]);
  t.is(started, 0);
  await Promise.all([given()?.all(), given()?.all(), host.statuses()]);
  t.is(started, 1);
});

test('a detector reads what it is given and asks for no port', async (t) => {
  const nosy = { ...detectorPlugin('nosy'), needs: ['records'] } as AnyPlugin;
  await t.throwsAsync(start([entry(nosy)]), { message: /nosy brings a detector and needs records/ });
});
