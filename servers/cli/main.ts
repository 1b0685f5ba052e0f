#!/usr/bin/env node
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Wiring } from './session.ts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`Dossier needs Node 24 or newer; this is ${process.version}.\n`);
  process.exit(2);
}

// Half of the time of a start goes into compiling what has not changed since the last one. Beside the dependencies,
// where only those can write who can change the code itself; where that is nobody, Node goes on without.
module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/dossier', import.meta.url)));

/** Everything behind the commands, loaded when the first command needs it. */
const wired = async (): Promise<Wiring> => (await import('../wiring.ts')).wiring;
const { runProcess } = await import('./process.ts');

await runProcess({
  listCapabilities: async (...call) => (await wired()).listCapabilities(...call),
  listPlugins: async (...call) => (await wired()).listPlugins(...call),
  openApplication: async (...call) => (await wired()).openApplication(...call),
  backup: async (...call) => (await wired()).backup(...call),
  obligations: async () => (await wired()).obligations(),
  restore: async (...call) => (await wired()).restore(...call),
});
