import type { Documents } from '../document/documents.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedding } from '../ports/embedder.ts';
import type { Model } from '../ports/model.ts';
import type { Passages } from '../ports/passages.ts';
import type { Records } from '../ports/records.ts';

/** What a plugin may ask for in `needs`. */
export type PluginPorts = {
  /** The plugin's own collections: those whose names start with its name. */
  records: Records;
  /** Documents with their text, and the check of quotes against it. */
  documents: Documents;
  passages: Pick<Passages, 'get' | 'range' | 'count' | 'lexical' | 'nearest' | 'documentFrequencies' | 'spaces'>;
  /** The configured embedder, where it started. */
  embedding: Embedding;
  /** The configured chat model; `undefined` where none is configured or it failed to start. */
  model: { current(): Model | undefined };
  clock: Clock;
};

export type PortName = keyof PluginPorts;
