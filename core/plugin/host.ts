import type { AnyCapability } from '../capability/capability.ts';
import { DossierError } from '../errors/error.ts';
import type { Embedder, Embedding } from '../ports/embedder.ts';
import type { Logger } from '../ports/logger.ts';
import type { Model } from '../ports/model.ts';
import type { ParserModule } from '../sandbox/messages.ts';
import type { Agent, AnyPlugin, ContributionKind, Contributions } from './define.ts';
import type { PluginPorts } from './ports.ts';
import { findPluginProblems, type PluginEntry } from './problems.ts';
import { ownRecords } from './records.ts';

export type PluginStatus = {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly origin: string;
  readonly provides: readonly ContributionKind[];
  readonly needs: readonly string[];
  /** `idle`: known and checked, but not chosen by the configuration (another embedder, no model). */
  readonly status: 'running' | 'idle' | 'failed';
  readonly error?: { readonly code: string; readonly message: string; readonly hint: string };
};

export type PluginHost = {
  readonly statuses: readonly PluginStatus[];
  readonly capabilities: readonly AnyCapability[];
  readonly agents: readonly { readonly name: string; readonly agent: Agent }[];
  readonly embedding: Embedding;
  /** Parsers are not started here: each runs in a process of its own. */
  readonly parsers: readonly ParserModule[];
  /** Closes what plugins hold. May be called twice. */
  close(): Promise<void>;
};

export type HostSetup = {
  readonly entries: readonly PluginEntry[];
  /** Names of the embedder and the model to start; undefined for none. */
  readonly embedder: string | undefined;
  readonly model: string | undefined;
  readonly ports: Omit<PluginPorts, 'embedding' | 'model'>;
  readonly log: Logger;
};

/**
 * Checks all plugins, then starts those that the configuration chose.
 * Throws `plugins_invalid` with every problem at once. A plugin that fails to start is `failed` in the
 * statuses and in the log, and the rest runs.
 */
export const startPlugins = async (setup: HostSetup): Promise<PluginHost> => {
  const problems = [...findPluginProblems(setup.entries, starts(setup)), ...findChoiceProblems(setup)];
  if (problems.length > 0) throw new DossierError('plugins_invalid', { problems });

  const statuses = new Map<string, PluginStatus>();
  let embedder: Embedder | undefined;
  let model: Model | undefined;
  const agents: { name: string; agent: Agent }[] = [];
  const ports = { ...setup.ports, embedding: { current: () => embedder }, model: { current: () => model } };

  const start = async (entry: PluginEntry): Promise<Partial<Contributions>> => {
    try {
      const started = await run(entry, ports, setup.log);
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

  for (const entry of setup.entries) {
    const { plugin } = entry;
    if (plugin.provides.includes('embedder') && plugin.name === setup.embedder)
      embedder = (await start(entry)).embedder;
    else if (plugin.provides.includes('model') && plugin.name === setup.model) model = (await start(entry)).model;
    else if (plugin.provides.includes('parser')) statuses.set(plugin.name, status(entry, 'running'));
    else if (!plugin.provides.includes('agent')) statuses.set(plugin.name, status(entry, 'idle'));
  }
  for (const entry of setup.entries.filter(({ plugin }) => plugin.provides.includes('agent'))) {
    const { agent } = await start(entry);
    if (agent) agents.push({ name: entry.plugin.name, agent });
  }

  let closed = false;
  return {
    statuses: setup.entries.flatMap(({ plugin }) => statuses.get(plugin.name) ?? []),
    capabilities: agents.flatMap(({ agent }) => agent.capabilities),
    agents,
    embedding: ports.embedding,
    parsers: setup.entries.filter(({ plugin }) => plugin.provides.includes('parser')).map(parserModule),
    close: async () => {
      if (closed) return;
      closed = true;
      await Promise.allSettled([...agents.map(({ agent }) => agent.close?.()), embedder?.close?.(), model?.close?.()]);
    },
  };
};

/** Embedders and models start when the configuration chose them, everything else always. */
const starts =
  ({ embedder, model }: HostSetup) =>
  ({ name, provides }: AnyPlugin): boolean =>
    provides.some((kind) => (kind === 'embedder' ? name === embedder : kind === 'model' ? name === model : true));

const run = async (entry: PluginEntry, ports: PluginPorts, log: Logger): Promise<Partial<Contributions>> => {
  const { plugin } = entry;
  const granted = Object.fromEntries(
    plugin.needs.map((need) => [need, need === 'records' ? ownRecords(ports.records, plugin.name) : ports[need]]),
  );
  const context = {
    options: plugin.options.parse(entry.options ?? {}),
    ports: granted,
    log: log.child({ plugin: plugin.name }),
  };
  const contributions = await (plugin as AnyPlugin).setup(context as never);
  const absent = plugin.provides.filter((kind) => contributions[kind] === undefined);
  if (absent.length > 0) {
    throw new DossierError('plugins_invalid', {
      problems: [`${plugin.name} promises ${absent.join(', ')} but did not return it`],
    });
  }
  return contributions;
};

const findChoiceProblems = ({ entries, embedder, model }: HostSetup): string[] => {
  const known = (kind: ContributionKind) =>
    entries.filter(({ plugin }) => plugin.provides.includes(kind)).map(({ plugin }) => plugin.name);
  const check = (setting: string, name: string | undefined, names: readonly string[]) =>
    name === undefined || names.includes(name)
      ? []
      : [`${setting} is "${name}", but the plugins that can be that are: ${names.join(', ') || 'none'}`];
  return [...check('embedder', embedder, known('embedder')), ...check('model', model, known('model'))];
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

const parserModule = ({ plugin, origin, options, module }: PluginEntry): ParserModule => ({
  plugin: plugin.name,
  version: plugin.version,
  module,
  options: plugin.options.parse(options ?? {}),
  external: origin !== 'builtin',
});
