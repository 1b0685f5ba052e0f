#!/usr/bin/env node
import { runProcess } from './process.ts';
import type { Wiring } from './session.ts';

/** Everything behind the commands, loaded when the first command needs it. */
const wired = async (): Promise<Wiring> => (await import('../wiring.ts')).wiring;

await runProcess({
  listCapabilities: async (...call) => (await wired()).listCapabilities(...call),
  listPlugins: async (...call) => (await wired()).listPlugins(...call),
  openApplication: async (...call) => (await wired()).openApplication(...call),
  backup: async (...call) => (await wired()).backup(...call),
  restore: async (...call) => (await wired()).restore(...call),
});
