import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import v8 from 'node:v8';
import { closeNetwork } from './network.ts';
import { refuse } from './refuse.ts';

/**
 * Takes away what Node's permission model leaves open (seen on Node 26.10, see docs/decisions/0002-parser-sandbox.md):
 * signals to other processes, the debugger signal, priorities of other processes, user ids, V8 flags, the report.
 * Runs before the first plugin is loaded. node:sqlite, which reads and writes files under the permission model,
 * is switched off by a flag of the process.
 */
export const lockDown = (): void => {
  for (const name of [
    'kill',
    '_kill',
    '_debugProcess',
    '_debugEnd',
    'setuid',
    'seteuid',
    'setgid',
    'setegid',
    'setgroups',
    'initgroups',
    'umask',
    'report',
  ]) {
    Object.defineProperty(process, name, { value: undefined, configurable: false, writable: false });
  }
  os.setPriority = refuse;
  v8.setFlagsFromString = refuse;
  // Before Node 25 the permission model knows nothing of the network.
  if (!process.allowedNodeEnvironmentFlags.has('--allow-net')) closeNetwork();
  syncBuiltinESMExports();
};
