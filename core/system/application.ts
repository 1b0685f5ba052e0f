import type { Invoke } from '../capability/invoke.ts';
import type { CapabilityRegistry } from '../capability/registry.ts';
import type { Config } from '../config/schema.ts';
import type { NotificationHooks } from '../notifications/hooks.ts';
import type { FeedReader } from '../plugin/define.ts';
import type { PluginStatus } from '../plugin/host.ts';
import type { ClauseAccess } from '../ports/clauses.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { StoreHealth } from '../ports/store.ts';
import type { ScheduleStatus } from '../schedule/schedule.ts';

/** A running Dossier, as the servers see it: what can be called, and how it is doing. Made by servers/wiring.ts. */
export type Application = {
  readonly config: Config;
  readonly capabilities: CapabilityRegistry;
  readonly invoke: Invoke;
  /** The clause model that runs, to measure it by itself. */
  readonly clauses: Pick<ClauseAccess, 'current'>;
  /** For readers of messages and services that carry them, who have no key. */
  readonly notifications: NotificationHooks;
  /** What agents serve by link, by agent and name: "obligation/calendar.ics". */
  readonly feeds: ReadonlyMap<string, FeedReader>;
  readonly log: Logger;
  readonly clock: Clock;
  health(options?: { deep?: boolean }): Promise<Health>;
  /**
   * Runs background work (pipeline, vectors and labels after a change of model, events) in this process until `close`;
   * and what agents asked to be woken for and what is to be sent to people, unless `wakes` is false: a command that ends
   * soon leaves that to others.
   */
  work(options?: { readonly wakes?: boolean }): void;
  /** Resolves when what a change of settings left to do in the background is done, as far as it can be done now. */
  finish(signal: AbortSignal): Promise<void>;
  /** Stops background work, plugins, parser processes and the store, in that order. May be called twice. */
  close(): Promise<void>;
};

export type Health = {
  readonly ok: boolean;
  readonly version: string;
  readonly store: StoreHealth;
  readonly plugins: readonly PluginStatus[];
  /** Who works in the background, and what waits for it; undefined where the store cannot say. */
  readonly schedule: (ScheduleStatus & { readonly notes: readonly string[] }) | undefined;
  /** What is not as it should be, for people; empty when ok. */
  readonly problems: readonly string[];
  /** What works, but could work better, that of the schedule too; empty when there is nothing. */
  readonly notes: readonly string[];
};
