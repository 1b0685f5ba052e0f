import { z } from 'zod';
import type { AnyCapability } from '../capability/capability.ts';
import type { StoredDocument } from '../document/record.ts';
import type { Principal } from '../identity/principal.ts';
import type { ClauseModel } from '../ports/clauses.ts';
import type { AnyDetector, Detector } from '../ports/detector.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Logger } from '../ports/logger.ts';
import type { Model } from '../ports/model.ts';
import type { AnyNotifier, Notifier } from '../ports/notifier.ts';
import type { Parser } from '../ports/parser.ts';
import type { WakeHandler } from '../ports/schedule.ts';
import type { PluginPorts, PortName } from './ports.ts';

/** Version of the contract between host and plugins. It rises when a plugin written for the old one would break. */
export const PLUGIN_API = 1;

/** A document has become ready, or has gone. Delivered at least once, after the change is stored. */
export type DocumentEvent = {
  readonly type: 'document.ready' | 'document.deleted';
  readonly documentId: string;
  readonly version: number;
};

/**
 * What a plugin can bring. An agent contributes capabilities and reacts to documents:
 * `analyse` runs as a stage of the pipeline, before the document is ready, and must be idempotent;
 * `on` handlers run after it, as jobs of their own with retries, and must be idempotent too.
 */
export type Contributions = {
  parser: Parser;
  embedder: Embedder;
  model: Model;
  clauses: ClauseModel;
  detector: AnyDetector;
  notifier: AnyNotifier;
  agent: Agent;
};

/** What a token opens; undefined where it opens nothing, or nothing any more. */
export type FeedReader = (token: string) => Promise<{ readonly mediaType: string; readonly body: string } | undefined>;

export type Agent = {
  readonly capabilities: readonly AnyCapability[];
  analyse?(principal: Principal, document: StoredDocument, signal: AbortSignal): Promise<void>;
  readonly on?: {
    readonly [E in DocumentEvent['type']]?: (
      principal: Principal,
      event: DocumentEvent,
      signal: AbortSignal,
    ) => Promise<void>;
  };
  /**
   * What runs at the instants that the agent asked for (port `schedule`), by name: "reminders". It runs in some process
   * that works in the background, in one at a time.
   */
  readonly wakes?: Readonly<Record<string, WakeHandler>>;
  /**
   * What programs fetch by a link that a person gave them, by the last part of its path: "calendar.ics". The REST
   * server serves it without a key, so the token has to be all the proof that is needed: unguessable, and revocable.
   */
  readonly feeds?: Readonly<Record<string, FeedReader>>;
  close?(): Promise<void>;
};

export type ContributionKind = keyof Contributions;

export type PluginContext<O extends z.ZodObject, N extends PortName> = {
  /** Validated and complete: defaults are filled in. */
  readonly options: z.output<O>;
  /** Only the ports that `needs` names. */
  readonly ports: Pick<PluginPorts, N>;
  readonly log: Logger;
};

/**
 * A plugin as data: it can be listed, checked and explained without being started.
 * `setup` returns what `provides` names and changes nothing else.
 */
export type Plugin<
  O extends z.ZodObject = z.ZodObject,
  N extends PortName = PortName,
  P extends ContributionKind = ContributionKind,
> = {
  readonly api: typeof PLUGIN_API;
  /** Unique, lower case with dashes: "pdf", "acme-rtf". Also the key of its options in the configuration. */
  readonly name: string;
  /** Semantic version. Recorded with what the plugin produced. */
  readonly version: string;
  /** One sentence. */
  readonly summary: string;
  readonly options: O;
  readonly needs: readonly N[];
  readonly provides: readonly P[];
  setup(context: PluginContext<O, N>): Promise<Pick<Contributions, P>> | Pick<Contributions, P>;
};

/** Any plugin, as the host holds it. */
export type AnyPlugin = Omit<Plugin, 'setup'> & {
  setup(context: never): Promise<Partial<Contributions>> | Partial<Contributions>;
};

const noOptions = z.strictObject({});

/** Writes down a plugin; the types follow from `options`, `needs` and `provides`. */
export const definePlugin = <
  const P extends ContributionKind,
  const N extends PortName = never,
  O extends z.ZodObject = typeof noOptions,
>(
  plugin: Omit<Plugin<O, N, P>, 'api' | 'options' | 'needs'> & { readonly options?: O; readonly needs?: readonly N[] },
): Plugin<O, N, P> => ({
  ...plugin,
  api: PLUGIN_API,
  options: plugin.options ?? (noOptions as unknown as O),
  needs: plugin.needs ?? [],
});

/** Writes down a detector; the type of the policy that it is given follows from its schema. */
export const defineDetector = <P extends z.ZodObject>(detector: Detector<P>): Detector<P> => detector;

/** Writes down a notifier; the type of the address that it is given follows from its schema. */
export const defineNotifier = <A extends z.ZodType>(notifier: Notifier<A>): Notifier<A> => notifier;
