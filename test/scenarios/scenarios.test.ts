import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { loadConfig } from '../../core/config/load.ts';
import { wiring } from '../../servers/wiring.ts';
import { type Answer, type Driver, expectedMark, openDriver } from './drivers.ts';
import { changeFiles, writeFiles } from './files.ts';
import { type PromiseId, promises } from './promises.ts';
import { comparable, fill, isLike, type Scenario, type Step, type SurfaceName, surfaces, valueAt } from './scenario.ts';
import { scenarios } from './scenarios.ts';

const root = mkdtempSync(path.join(tmpdir(), 'dossier-scenarios-'));
const capabilities = await wiring.listCapabilities(
  loadConfig({ environment: {}, flags: { data: path.join(root, 'none') } }),
);
const drivers = new Map<SurfaceName, Promise<Driver>>();
const kept = new Map<SurfaceName, Record<string, string>>();
/** What the first surface said to each step; the others must say the same. */
const reference = new Map<string, unknown>();

const driverOf = (surface: SurfaceName): Promise<Driver> => {
  const known = drivers.get(surface);
  if (known !== undefined) return known;
  const opening = openDriver(surface, root).then((driver) => {
    writeFiles(driver.folder);
    return driver;
  });
  drivers.set(surface, opening);
  return opening;
};

test.after.always(async () => {
  for (const driver of drivers.values()) await (await driver).close();
  rmSync(root, { recursive: true, force: true });
});

for (const surface of surfaces) {
  for (const scenario of scenarios) {
    if (!(scenario.surfaces ?? surfaces).includes(surface)) continue;
    test.serial(`${surface}: ${scenario.name}`, async (t) => {
      for (const [index, step] of scenario.steps.entries()) await runStep(t, surface, scenario, step, index);
    });
  }
}

const runStep = async (t: ExecutionContext, surface: SurfaceName, scenario: Scenario, step: Step, index: number) => {
  const driver = await driverOf(surface);
  const capability = capabilities.get(step.capability);
  if (capability === undefined) return t.fail(`there is no capability ${step.capability}`);
  const names = kept.get(surface) ?? {};
  kept.set(surface, names);
  changeFiles(driver.folder, step.files ?? {});

  const input = fill(step.input, { ...names, folder: driver.folder }) as Record<string, unknown>;
  const answer = await driver.call(capability, input);
  const label = `${index + 1}. ${step.capability} ${JSON.stringify(step.input)}`;

  if ('error' in answer) {
    if (answer.error.code !== step.error) return t.fail(`${label}: ${JSON.stringify(answer.error)}`);
    t.is(answer.mark, expectedMark(surface, step.error), label);
  } else {
    const output = ordered(answer.output, capability.stream);
    t.is(step.error, undefined, `${label}: no error, but ${JSON.stringify(output).slice(0, 500)}`);
    if (step.like !== undefined && !isLike(output, step.like)) t.like(output, step.like, label);
    t.true(step.like === undefined || isLike(output, step.like), `${label}: ${JSON.stringify(output).slice(0, 2000)}`);
    t.true(step.holds?.(output) ?? true, `${label}: ${JSON.stringify(output).slice(0, 2000)}`);
    for (const [name, at] of Object.entries(step.keep ?? {})) names[name] = String(valueAt(output, at));
  }
  compare(
    t,
    `${scenario.name} ${index}`,
    label,
    comparable(ordered(said(answer), capability.stream), driver.folder, step.apart),
  );
};

const said = (answer: Answer): Record<string, unknown> => ('error' in answer ? { error: answer.error } : answer.output);

const compare = (t: ExecutionContext, key: string, label: string, found: unknown): void => {
  if (reference.has(key)) t.deepEqual(found, reference.get(key), label);
  else reference.set(key, found);
};

/** Items that come one by one come as they are done; of the rest, the lists that hold something are what a shell shows. */
const ordered = (output: Record<string, unknown>, stream: string | undefined): Record<string, unknown> => {
  const items = stream === undefined ? undefined : output[stream];
  if (stream === undefined || !Array.isArray(items)) return output;
  const byPath = [...(items as { path: string }[])].sort((a, b) => (a.path < b.path ? -1 : 1));
  const others = Object.entries(output).filter(
    ([name, value]) => name !== stream && Array.isArray(value) && value.length > 0,
  );
  return { [stream]: byPath, ...Object.fromEntries(others) };
};

test('every promise is proved by a scenario', (t) => {
  const proved = new Set<PromiseId>(scenarios.flatMap(({ proves }) => proves));
  t.deepEqual(
    Object.keys(promises).filter((id) => !proved.has(id as PromiseId)),
    [],
  );
});

test('every capability is in a scenario, on every surface that has it', (t) => {
  const missing = surfaces.flatMap((surface) => {
    // An upload is how bytes come over a network; in one process there is ingest.
    const inProcess = capabilities.all.filter(({ http }) => http?.upload === undefined);
    const there = surface === 'process' ? inProcess : capabilities.on(surface);
    const used = scenarios
      .filter((each) => (each.surfaces ?? surfaces).includes(surface))
      .flatMap(({ steps }) => steps.map(({ capability }) => capability));
    return there.filter(({ name }) => !used.includes(name)).map(({ name }) => `${surface}: ${name}`);
  });
  t.deepEqual(missing, []);
});
