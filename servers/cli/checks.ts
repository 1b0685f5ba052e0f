import { constants } from 'node:fs';
import { access, mkdir, stat, statfs } from 'node:fs/promises';
import { DossierError } from '../../core/errors/error.ts';
import { toInstant } from '../../core/ports/clock.ts';
import { loadConfigOf, type Session, withApplication } from './session.ts';

export type Check = {
  readonly name: string;
  /** `note`: nothing is wrong, but somebody may want to know. */
  readonly status: 'good' | 'note' | 'bad';
  readonly message: string;
  /** What to do about it. */
  readonly fix?: string;
};

const NODE_AT_LEAST = 24;
const FREE_BYTES = 1_000_000_000;

/** Packages that are imported when first used, and what for. */
const optionalPackages = [
  { name: '@huggingface/transformers', use: 'the embedder "transformers"' },
  { name: 'openai', use: 'the embedder "openai"' },
  { name: '@mastra/core', use: 'answers written by a chat model' },
] as const;

/** Looks at everything that can be wrong with an installation. Throws nothing: what fails is a finding. */
export const checkInstallation = async (session: Session): Promise<Check[]> => {
  const checks = [checkNode()];
  try {
    const { config } = loadConfigOf(session);
    checks.push({ name: 'configuration', status: 'good', message: 'valid' });
    checks.push(...(await checkFolder(config.data)));
  } catch (thrown) {
    return [...checks, failed('configuration', thrown)];
  }
  try {
    checks.push(
      ...(await withApplication(session, async (application) => fromHealth(await application.health({ deep: true })))),
    );
  } catch (thrown) {
    checks.push(failed('store and plugins', thrown));
  }
  return [...checks, ...optionalPackages.map(checkPackage)];
};

const checkNode = (): Check => {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= NODE_AT_LEAST
    ? { name: 'node', status: 'good', message: process.versions.node }
    : {
        name: 'node',
        status: 'bad',
        message: `${process.versions.node} is too old`,
        fix: `Install Node ${NODE_AT_LEAST} or later.`,
      };
};

const checkFolder = async (data: string): Promise<Check[]> => {
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    await access(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return [
      {
        name: 'data folder',
        status: 'bad',
        message: `${data} cannot be read and written`,
        fix: 'Correct its permissions, or choose another folder with --data.',
      },
    ];
  }
  const open = ((await stat(data)).mode & 0o077) !== 0 && process.platform !== 'win32';
  const { bavail, bsize } = await statfs(data);
  const free = bavail * bsize;
  const gigabytes = `${(free / 1e9).toFixed(1)} GB`;
  return [
    open
      ? {
          name: 'data folder',
          status: 'note',
          message: `${data} can be read by others on this machine`,
          fix: `If it should not be: chmod 700 '${data}'`,
        }
      : { name: 'data folder', status: 'good', message: data },
    free >= FREE_BYTES
      ? { name: 'free disk space', status: 'good', message: gigabytes }
      : {
          name: 'free disk space',
          status: 'bad',
          message: `only ${gigabytes} where the data folder is`,
          fix: 'Free some space, or choose a folder on another disk with --data.',
        },
  ];
};

type Health = Awaited<ReturnType<Parameters<Parameters<typeof withApplication>[1]>[0]['health']>>;

const fromHealth = ({ store, plugins, schedule, problems, notes }: Health): Check[] => {
  const running = plugins.filter(({ status }) => status === 'running').length;
  // Of the other problems each says itself what to do.
  const others = problems.filter((problem) => !store.problems.includes(problem));
  return [
    ...(store.ok
      ? [{ name: 'store', status: 'good' as const, message: describeStore(store) }]
      : store.problems.map((problem) => ({
          name: 'store',
          status: 'bad' as const,
          message: problem,
          fix: 'If it is still so when nothing else uses the data folder, restore a backup: dossier restore FILE.',
        }))),
    ...others.map((message) => ({ name: 'plugins', status: 'bad' as const, message })),
    ...notes
      .filter((note) => !schedule?.notes.includes(note))
      .map((message) => ({ name: 'search', status: 'note' as const, message })),
    ...(schedule === undefined ? [] : checkSchedule(schedule)),
    ...(others.length === 0 ? [{ name: 'plugins', status: 'good' as const, message: `${running} running` }] : []),
  ];
};

const checkSchedule = ({ workers, next, notes }: NonNullable<Health['schedule']>): Check[] => {
  if (notes.length > 0) return notes.map((message) => ({ name: 'background', status: 'note', message }));
  const working = workers.map(({ worker, startedAt }) => `${worker} works since ${toInstant(startedAt)}`);
  const due = next === undefined ? 'nothing is due' : `the next wake-up is due at ${toInstant(next)}`;
  const message = [...(working.length === 0 ? ['nothing works, and nothing has to'] : working), due].join('; ');
  return [{ name: 'background', status: 'good', message }];
};

const describeStore = ({ engine, details }: Health['store']): string =>
  [engine, ...Object.entries(details).map(([name, value]) => `${name.replaceAll('_', ' ')} ${value}`)].join(', ');

const checkPackage = ({ name, use }: (typeof optionalPackages)[number]): Check => {
  try {
    import.meta.resolve(name);
    return { name, status: 'good', message: `installed, for ${use}` };
  } catch {
    return { name, status: 'note', message: `not installed`, fix: `Only for ${use}: npm install ${name}` };
  }
};

const failed = (name: string, thrown: unknown): Check => {
  const { message, hint } = DossierError.from(thrown);
  return { name, status: 'bad', message, fix: hint };
};
