import type { AgendaBackend } from 'agenda';
import type { Blobs } from './blobs.ts';
import type { Jobs } from './jobs.ts';
import type { Passages } from './passages.ts';
import type { Records } from './records.ts';

export type StoreHealth = {
  readonly engine: string;
  readonly ok: boolean;
  /** What a person should know: where it is, how large, what is slower here than it could be. No secrets. */
  readonly details: Readonly<Record<string, string | number | boolean>>;
  /** What is wrong, empty when ok. */
  readonly problems: readonly string[];
};

/** A storage engine: the ports over one place. Opened by the wiring, closed by who opened it. */
export type Store = {
  readonly records: Records;
  readonly passages: Passages;
  readonly blobs: Blobs;
  readonly jobs: Jobs;
  /** Where Agenda keeps its jobs: the triggers of core/schedule, which alone uses it. */
  readonly agenda: AgendaBackend;
  /** `deep` also checks the integrity of everything that is stored; it may take long. */
  health(options?: { deep?: boolean }): Promise<StoreHealth>;
  /** A copy of everything, consistent at one instant, taken while others go on reading and writing. */
  backup(target: string, progress?: (fraction: number) => void): Promise<{ readonly bytes: number }>;
  /** May be called twice. */
  close(): Promise<void>;
};
