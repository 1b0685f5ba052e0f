import path from 'node:path';
import type { AnyCapability } from '../capability/capability.ts';
import { chunkDocument } from '../chunking/chunk.ts';
import { createClauseAccess } from '../clauses/access.ts';
import { DossierError } from '../errors/error.ts';
import type { ClauseAccess, ClauseModel } from '../ports/clauses.ts';
import type { NamedDetector } from '../ports/detector.ts';
import type { Embedder, Embedding } from '../ports/embedder.ts';
import type { Logger } from '../ports/logger.ts';
import type { Model } from '../ports/model.ts';
import type { Notifiers } from '../ports/notifier.ts';
import type { Schedule } from '../ports/schedule.ts';
import type { ParserModule } from '../sandbox/messages.ts';
import { contributionProblems } from './contributions.ts';
import type { Agent, AnyPlugin, ContributionKind, Contributions } from './define.ts';
import { type ChannelEntry, channelProblems, notifiersOf } from './notifiers.ts';
import type { PluginPorts, PortName } from './ports.ts';
import { findPluginProblems, type PluginEntry } from './problems.ts';
import { ownRecords } from './records.ts';

export type PluginStatus = {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly origin: string;
  readonly provides: readonly ContributionKind[];
  readonly needs: readonly string[];
  /** `idle`: known and checked, but not chosen by the configuration (another embedder, no account for e-mail). */
  readonly status: 'running' | 'idle' | 'failed';
  readonly error?: { readonly code: string; readonly message: string; readonly hint: string };
};

export type PluginHost = {
  /** How each plugin is doing, in their order. Starts what had been put off, to be able to say. */
  statuses(): Promise<readonly PluginStatus[]>;
  readonly capabilities: readonly AnyCapability[];
  readonly agents: readonly { readonly name: string; readonly agent: Agent }[];
  readonly embedding: Embedding;
  readonly clauses: ClauseAccess;
  readonly notifiers: Notifiers;
  /** Parsers are not started here: each runs in a process of its own. */
  readonly parsers: readonly ParserModule[];
  /** Closes what plugins hold. May be called twice. */
  close(): Promise<void>;
};

export type HostSetup = {
  readonly entries: readonly PluginEntry[];
  /** Names of the embedder, the clause model and the chat model to start; undefined for none. */
  readonly embedder: string | undefined;
  readonly clauses: string | undefined;
  readonly model: string | undefined;
  /** Names of notifiers that are not to start, whatever their options. */
  readonly notifiersOff: readonly string[];
  /** The data folder, in which plugins that ask for one have a folder of their own. */
  readonly data: string;
  readonly ports: Omit<PluginPorts, HostPort>;
  /** The schedule of each agent, by its plugin's name. */
  readonly schedule: (agent: string) => Schedule;
  readonly log: Logger;
};

/**
 * Checks all plugins, then starts those that the configuration chose. Detectors are started when somebody asks for them:
 * there are many, and most of what a process is started for needs none.
 * Throws `plugins_invalid` with every problem at once. A plugin that fails to start is `failed` in the
 * statuses and in the log, and the rest runs; two that bring the same channel are a problem of the configuration.
 */
export const startPlugins = async (setup: HostSetup): Promise<PluginHost> => {
  const problems = [...findPluginProblems(setup.entries, starts(setup)), ...findChoiceProblems(setup)];
  if (problems.length > 0) throw new DossierError('plugins_invalid', { problems });

  const statuses = new Map<string, PluginStatus>();
  let embedder: Embedder | undefined;
  let clauses: ClauseModel | undefined;
  let model: Model | undefined;
  const detectors: NamedDetector[] = [];
  const channels: ChannelEntry[] = [];
  const agents: { name: string; agent: Agent }[] = [];
  const { documents, passages } = setup.ports;
  const ports: SharedPorts = {
    ...setup.ports,
    embedding: { current: () => embedder },
    clauses: createClauseAccess({ documents, passages, chunk: chunkDocument, current: () => clauses }),
    model: { current: () => model },
    detectors: { all: async () => [...detectors, ...(await lateDetectors())] },
  };

  const start = async (entry: PluginEntry): Promise<Partial<Contributions>> => {
    try {
      const started = await run(entry, ports, setup);
      statuses.set(entry.plugin.name, status(entry, 'running'));
      return started;
    } catch (thrown) {
      const error = DossierError.from(thrown);
      setup.log.error(
        { plugin: entry.plugin.name, code: error.code, err: error.cause ?? error },
        'plugin failed to start',
      );
      const { code, message, hint } = error;
      statuses.set(entry.plugin.name, { ...status(entry, 'failed'), error: { code, message, hint } });
      return {};
    }
  };

  const lateEntries = setup.entries.filter(({ plugin }) => plugin.provides.every((kind) => kind === 'detector'));
  let starting: Promise<readonly NamedDetector[]> | undefined;
  const lateDetectors = () =>
    (starting ??= Promise.all(
      lateEntries.map(async (entry) => {
        const { detector } = await start(entry);
        return detector === undefined ? [] : [{ id: entry.plugin.name, version: entry.plugin.version, detector }];
      }),
    ).then((started) => started.flat()));

  const isAgent = ({ plugin }: PluginEntry) => plugin.provides.includes('agent');
  const early = setup.entries.filter((entry) => !lateEntries.includes(entry));
  // Agents last: what they ask of the others is there when they start.
  for (const entry of [...early.filter((each) => !isAgent(each)), ...early.filter(isAgent)]) {
    const { name, version, provides } = entry.plugin;
    if (!provides.some((kind) => kind !== 'parser' && isWanted(setup, entry, kind))) {
      statuses.set(name, status(entry, provides.includes('parser') ? 'running' : 'idle'));
      continue;
    }
    const made = await start(entry);
    if (name === setup.embedder) embedder = made.embedder;
    if (name === setup.clauses) clauses = made.clauses;
    if (name === setup.model) model = made.model;
    if (made.detector) detectors.push({ id: name, version, detector: made.detector });
    if (made.notifier) channels.push({ plugin: name, notifier: made.notifier });
    if (made.agent) agents.push({ name, agent: made.agent });
  }

  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    const notifiers = channels.map(({ notifier }) => notifier);
    const parts = [...agents.map(({ agent }) => agent), ...notifiers, embedder, clauses, model];
    await Promise.allSettled(parts.map(async (part) => part?.close?.()));
  };
  const clashes = channelProblems(channels);
  if (clashes.length > 0) {
    await close();
    throw new DossierError('plugins_invalid', { problems: clashes });
  }

  return {
    statuses: async () => {
      await lateDetectors();
      return setup.entries.flatMap(({ plugin }) => statuses.get(plugin.name) ?? []);
    },
    capabilities: agents.flatMap(({ agent }) => agent.capabilities),
    agents,
    embedding: ports.embedding,
    clauses: ports.clauses,
    notifiers: notifiersOf(channels),
    parsers: setup.entries.filter(({ plugin }) => plugin.provides.includes('parser')).map(parserModule),
    close,
  };
};

/** Of these kinds one is chosen by the configuration, under a setting of the same name. */
const chosenKinds = ['embedder', 'clauses', 'model'] as const;

/**
 * What is chosen starts where the configuration names it; a notifier where it has the options that it cannot do without,
 * an account or a key, and is not switched off; everything else always.
 */
const isWanted = (setup: HostSetup, { plugin, options }: PluginEntry, kind: ContributionKind): boolean => {
  if (kind === 'notifier') {
    return !setup.notifiersOff.includes(plugin.name) && (options !== undefined || plugin.options.safeParse({}).success);
  }
  const chosen = chosenKinds.find((each) => each === kind);
  return chosen === undefined || setup[chosen] === plugin.name;
};

const starts =
  (setup: HostSetup) =>
  (entry: PluginEntry): boolean =>
    entry.plugin.provides.some((kind) => isWanted(setup, entry, kind));

/** Ports that the host makes itself. */
type HostPort = 'embedding' | 'clauses' | 'model' | 'detectors' | 'folder' | 'schedule';
type SharedPorts = Omit<PluginPorts, 'folder' | 'schedule'>;

/** What a plugin sees of a port: of some, only its own part. */
const granted = (need: PortName, name: string, ports: SharedPorts, setup: HostSetup): unknown => {
  if (need === 'records') return ownRecords(ports.records, name);
  if (need === 'folder') return { path: path.join(setup.data, 'plugins', name) };
  if (need === 'schedule') return setup.schedule(name);
  return ports[need];
};

const run = async (entry: PluginEntry, ports: SharedPorts, setup: HostSetup): Promise<Partial<Contributions>> => {
  const { plugin } = entry;
  const context = {
    options: plugin.options.parse(entry.options ?? {}),
    ports: Object.fromEntries(plugin.needs.map((need) => [need, granted(need, plugin.name, ports, setup)])),
    log: setup.log.child({ plugin: plugin.name }),
  };
  const contributions = await (plugin as AnyPlugin).setup(context as never);
  const problems = contributionProblems(plugin, contributions);
  if (problems.length > 0) throw new DossierError('plugins_invalid', { problems });
  return contributions;
};

const findChoiceProblems = (setup: HostSetup): string[] => {
  const namesOf = (kind: ContributionKind) =>
    setup.entries.filter(({ plugin }) => plugin.provides.includes(kind)).map(({ plugin }) => plugin.name);
  const problem = (setting: string, kind: ContributionKind, name: string | undefined): string[] =>
    name === undefined || namesOf(kind).includes(name)
      ? []
      : [`${setting} is "${name}", but the plugins that can be that are: ${namesOf(kind).join(', ') || 'none'}`];
  return [
    ...chosenKinds.flatMap((kind) => problem(kind, kind, setup[kind])),
    ...setup.notifiersOff.flatMap((name) => problem('notifications.off', 'notifier', name)),
  ];
};

const status = ({ plugin, origin }: PluginEntry, state: PluginStatus['status']): PluginStatus => ({
  name: plugin.name,
  version: plugin.version,
  summary: plugin.summary,
  origin,
  provides: plugin.provides,
  needs: plugin.needs,
  status: state,
});

/** A parser as a process of its own loads it. */
export const parserModule = ({ plugin, origin, options, module }: PluginEntry): ParserModule => ({
  plugin: plugin.name,
  version: plugin.version,
  module,
  options: plugin.options.parse(options ?? {}),
  external: origin !== 'builtin',
});
