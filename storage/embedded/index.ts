export { type EmbeddedOptions, openEmbeddedStore } from './open.ts';
