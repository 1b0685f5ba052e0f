export { type Restored, type RestoreOptions, restoreEmbedded } from './backup/restore.ts';
export { type EmbeddedOptions, openEmbeddedStore } from './open.ts';
