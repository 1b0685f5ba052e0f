import type { Restored, RestoreOptions } from './backup/restore.ts';

export type { Restored, RestoreOptions } from './backup/restore.ts';
export { type EmbeddedOptions, openEmbeddedStore } from './open.ts';

/** See backup/restore.ts, which is loaded only for this. */
export const restoreEmbedded = async (options: RestoreOptions): Promise<Restored> =>
  (await import('./backup/restore.ts')).restoreEmbedded(options);
