import { rename } from 'node:fs/promises';
import { createInvoke } from '../core/capability/invoke.ts';
import { createRegistry } from '../core/capability/registry.ts';
import { chunkDocument } from '../core/chunking/chunk.ts';
import { sandboxLimitsOf } from '../core/config/limits.ts';
import type { LoadedConfig } from '../core/config/load.ts';
import type { Config } from '../core/config/schema.ts';
import { documentCapabilities } from '../core/document/capabilities.ts';
import { readCapability } from '../core/document/read.ts';
import { createDocuments } from '../core/document/service.ts';
import { DossierError } from '../core/errors/error.ts';
import { localPrincipal } from '../core/identity/principal.ts';
import { ingestCapability } from '../core/ingest/capability.ts';
import { createLogger } from '../core/logging/pino.ts';
import { notificationCapabilities } from '../core/notifications/capabilities.ts';
import { notificationHooks } from '../core/notifications/hooks.ts';
import { createNotifications } from '../core/notifications/service.ts';
import { createPipeline } from '../core/pipeline/pipeline.ts';
import { type PluginHost, startPlugins } from '../core/plugin/host.ts';
import type { Clock } from '../core/ports/clock.ts';
import { type Logger, silentLogger } from '../core/ports/logger.ts';
import type { Store } from '../core/ports/store.ts';
import { systemClock } from '../core/ports/system-clock.ts';
import { createParserPool } from '../core/sandbox/pool.ts';
import type { FileRead } from '../core/sandbox/worker.ts';
import { createScheduler, type Scheduler } from '../core/schedule/schedule.ts';
import type { Application } from '../core/system/application.ts';
import { systemCapabilities } from '../core/system/capabilities.ts';
import { checkHealth } from '../core/system/health.ts';
import { pluginStatuses } from '../core/system/plugins.ts';
import { openEmbeddedStore, restoreEmbedded } from '../storage/embedded/index.ts';
import type { CopyOptions, Wiring } from './cli/session.ts';
import { pluginEntries } from './plugins.ts';
import { version } from './version.ts';

export type Overrides = {
  readonly log?: Logger;
  readonly clock?: Clock;
  /** Told of each file that a parser process has read. */
  readonly onRead?: (read: FileRead) => void;
};

/** Opens the store, starts the plugins and puts everything together. The one place that knows every folder. */
export const openApplication = async (loaded: LoadedConfig, overrides: Overrides = {}): Promise<Application> => {
  const { config } = loaded;
  const log = overrides.log ?? createLogger(config.log.level);
  const clock = overrides.clock ?? systemClock;
  const store = await openStore(config, log, clock);
  try {
    return await assemble(loaded, store, log, clock, overrides.onRead);
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
};

/** Whose work is done here. */
const workspaces = async (): Promise<readonly string[]> => [localPrincipal.workspace];

const openStore = (config: Config, log: Logger, clock: Clock): Promise<Store> =>
  openEmbeddedStore({ folder: config.data, log, clock });

const assemble = async (
  loaded: LoadedConfig,
  store: Store,
  log: Logger,
  clock: Clock,
  onRead?: (read: FileRead) => void,
): Promise<Application> => {
  const { config } = loaded;
  const documents = createDocuments(store);
  const { records, passages } = store;
  let started: PluginHost | undefined;
  const scheduler = createScheduler({ store, agents: () => started?.agents ?? [], clock, log, workspaces });
  const notifications = createNotifications({
    records,
    jobs: store.jobs,
    clock,
    log,
    notifiers: () => host.notifiers,
    publicUrl: config.notifications.public_url,
    link: config.notifications.link,
    replan: async (principal) => {
      for (const { name, agent } of host.agents) {
        for (const wake of Object.keys(agent.wakes ?? {})) await scheduler.of(name).wake(principal, wake, clock.now());
      }
    },
  });
  const ports = { records, passages, documents, notifications: notifications.port, clock };
  const host = await startHost(loaded, ports, scheduler.of, log);
  started = host;
  const { limits } = config;
  const parsers = createParserPool({
    parsers: host.parsers,
    size: config.workers.parsers,
    limits: sandboxLimitsOf(config),
    log,
    clock,
    ...(onRead === undefined ? {} : { onRead }),
  });
  const pipeline = createPipeline({
    store,
    parsers,
    attachmentDepth: limits.max_attachment_depth,
    chunk: chunkDocument,
    embedding: host.embedding,
    clauses: host.clauses,
    agents: () => host.agents,
    clock,
    log,
    concurrency: config.workers.documents,
    workspaces,
  });

  let closing: Promise<void> | undefined;
  const close = async () => {
    await scheduler.stop();
    await notifications.stop();
    await pipeline.stop();
    await host.close();
    await parsers.close();
    await store.close();
  };
  const maxBytes = { maxBytes: limits.max_bytes };
  return {
    config,
    capabilities: createRegistry([
      ingestCapability(pipeline, { ...maxBytes, dataFolder: config.data }),
      ...documentCapabilities(pipeline, maxBytes),
      readCapability(documents, passages),
      ...systemCapabilities(() => pluginStatuses(host, parsers)),
      ...notificationCapabilities(notifications.parts),
      ...host.capabilities,
    ]),
    invoke: createInvoke({ log, clock }),
    clauses: host.clauses,
    notifications: notificationHooks(notifications.parts, workspaces),
    feeds: new Map(
      host.agents.flatMap(({ name, agent }) =>
        Object.entries(agent.feeds ?? {}).map(([feed, read]) => [`${name}/${feed}`, read] as const),
      ),
    ),
    log,
    clock,
    health: (options) => checkHealth({ version, store, host, parsers, schedule: scheduler.status, clock }, options),
    work: ({ wakes = true } = {}) => {
      pipeline.start();
      if (!wakes) return;
      notifications.start();
      scheduler.start();
    },
    finish: (signal) => pipeline.filled(localPrincipal, signal),
    close: () => (closing ??= close()),
  };
};

type HostPorts = Parameters<typeof startPlugins>[0]['ports'];

const startHost = async (
  loaded: LoadedConfig,
  ports: HostPorts,
  schedule: Scheduler['of'],
  log: Logger,
): Promise<PluginHost> =>
  startPlugins({
    entries: await pluginEntries(loaded),
    embedder: loaded.config.embedder === 'none' ? undefined : loaded.config.embedder,
    clauses: loaded.config.clauses === 'none' ? undefined : loaded.config.clauses,
    model: loaded.config.model,
    notifiersOff: loaded.config.notifications.off,
    data: loaded.config.data,
    ports,
    schedule,
    log,
  });

/**
 * Capabilities by name and schema, without a store behind them: for help, and to check what was typed before
 * anything is opened. A plugin whose setup uses its ports is left out here; it appears once the store is open.
 */
const listCapabilities: Wiring['listCapabilities'] = async (loaded) => {
  const application = await assemble(loaded, unopened<Store>('the store'), silentLogger, systemClock);
  return application.capabilities;
};

/** Stands where a part will be; using it before then is a defect. */
const unopened = <T extends object>(name: string): T => {
  const refuse = () => {
    throw new DossierError('internal', {}, { cause: new Error(`${name} was used before it was opened`) });
  };
  const member: object = new Proxy(refuse, { get: (_target, key) => (key === 'then' ? undefined : member) });
  return member as T;
};

const backup: Wiring['backup'] = async ({ config }, file, { force, ...options }) => {
  const store = await openStore(config, createLogger(config.log.level), systemClock);
  // What is to be replaced stays until the new copy is whole.
  const target = force ? `${file}.${process.pid}.new` : file;
  try {
    const copied = await store.backup(target, stoppable(options));
    if (force) await rename(target, file);
    return copied;
  } finally {
    await store.close();
  }
};

const restore: Wiring['restore'] = async ({ config }, file, { force, ...options }) => {
  await restoreEmbedded({ file, folder: config.data, force, progress: stoppable(options) });
};

/** Copying asks for no signal: each report of progress is a place where it can stop and clean up. */
const stoppable =
  ({ signal, progress }: Pick<CopyOptions, 'signal' | 'progress'>) =>
  (fraction: number): void => {
    if (signal.aborted) throw new DossierError('cancelled');
    progress(fraction);
  };

const obligations: Wiring['obligations'] = async () => {
  const { dutiesOf } = await import('../agents/obligation/duties/index.ts');
  const { measuredDeadline } = await import('../agents/obligation/deadlines/measured.ts');
  const { occurrences } = await import('../agents/obligation/deadlines/occurrences.ts');
  const { loadHolidays } = await import('../agents/obligation/deadlines/resolve/holidays.ts');
  const { givenOf } = await import('../eval/obligations/deadlines.ts');
  const { measureObligations } = await import('../eval/obligations/evaluate.ts');
  const holidays = await loadHolidays();
  return measureObligations({
    dutiesOf,
    deadlineOf: (asked, document, duty) => measuredDeadline(document, duty, givenOf(asked), holidays),
    daysOf: (deadline, rule, from, to) => occurrences({ ...deadline, ...rule, until: null }, from, to, holidays),
  });
};

/** What the command line needs of everything else. */
export const wiring: Wiring = {
  listCapabilities,
  listPlugins: async (loaded) => (await pluginEntries(loaded)).map(({ plugin }) => plugin),
  openApplication,
  obligations,
  backup,
  restore,
};
