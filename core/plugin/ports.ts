import type { Documents } from '../document/documents.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedding } from '../ports/embedder.ts';
import type { ModelAccess } from '../ports/model.ts';
import type { Passages } from '../ports/passages.ts';
import type { Records } from '../ports/records.ts';

/** What a plugin may ask for in `needs`. */
export type PluginPorts = {
  /** The plugin's own collections: those whose names start with its name and a dot. */
  records: Records;
  /** Documents with their text, and the check of quotes against it. */
  documents: Documents;
  /** The search index, to read. */
  passages: Pick<Passages, 'get' | 'range' | 'count' | 'lexical' | 'nearest' | 'documentFrequencies' | 'spaces'>;
  embedding: Embedding;
  model: ModelAccess;
  clock: Clock;
};

export type PortName = keyof PluginPorts;

export const portNames = [
  'records',
  'documents',
  'passages',
  'embedding',
  'model',
  'clock',
] as const satisfies readonly PortName[];
