import type { Documents } from '../document/documents.ts';
import type { ClauseAccess } from '../ports/clauses.ts';
import type { Clock } from '../ports/clock.ts';
import type { Detectors } from '../ports/detector.ts';
import type { Embedding } from '../ports/embedder.ts';
import type { ModelAccess } from '../ports/model.ts';
import type { Notifications } from '../ports/notifications.ts';
import type { Passages } from '../ports/passages.ts';
import type { Records } from '../ports/records.ts';
import type { Schedule } from '../ports/schedule.ts';

/** Where a plugin may write files. It is made by whoever first writes into it. */
export type PluginFolder = { readonly path: string };

/** What a plugin may ask for in `needs`. */
export type PluginPorts = {
  /** The plugin's own collections: those whose names start with its name and a dot. */
  records: Records;
  /** Documents with their text, and the check of quotes against it. */
  documents: Documents;
  /** The search index, to read. */
  passages: Pick<
    Passages,
    | 'get'
    | 'range'
    | 'count'
    | 'lexical'
    | 'nearest'
    | 'documentFrequencies'
    | 'spaces'
    | 'labelled'
    | 'labelsOf'
    | 'labelSpaces'
  >;
  embedding: Embedding;
  model: ModelAccess;
  /** The clause model, and what it finds in documents. */
  clauses: ClauseAccess;
  /** The detectors of risks that run. */
  detectors: Detectors;
  /** Tells people things, once. */
  notifications: Notifications;
  /** Wakes the plugin's own agent, by the names of its `wakes`. */
  schedule: Schedule;
  clock: Clock;
  /** A folder for the plugin alone. Not part of backups: what must not be lost goes into `records`. */
  folder: PluginFolder;
};

export type PortName = keyof PluginPorts;

export const portNames = [
  'records',
  'documents',
  'passages',
  'embedding',
  'model',
  'clauses',
  'detectors',
  'notifications',
  'schedule',
  'clock',
  'folder',
] as const satisfies readonly PortName[];
