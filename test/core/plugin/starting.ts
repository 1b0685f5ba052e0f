import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import { type AnyPlugin, definePlugin } from '../../../core/plugin/define.ts';
import { type HostSetup, startPlugins } from '../../../core/plugin/host.ts';
import type { PluginEntry } from '../../../core/plugin/problems.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import { createTestClock } from '../../support/clock.ts';

export const capability = (name: string, path?: `/${string}`) =>
  defineCapability({
    name,
    title: name,
    summary: name,
    input: z.object({}),
    output: z.object({}),
    scope: 'things:read',
    effect: 'read',
    ...(path ? { http: { method: 'get', path } } : {}),
    run: async () => ({}),
  });

export const agentPlugin = (name: string, ...capabilities: ReturnType<typeof capability>[]) =>
  definePlugin({
    name,
    version: '1.0.0',
    summary: 'Test.',
    provides: ['agent'],
    setup: () => ({ agent: { capabilities } }),
  });

export const entry = (plugin: AnyPlugin, options: unknown = {}, origin = 'builtin'): PluginEntry => ({
  plugin,
  origin,
  options,
  module: `file:///plugins/${plugin.name}.ts`,
});

export const start = (entries: PluginEntry[], setup: Partial<HostSetup> = {}) =>
  startPlugins({
    entries,
    embedder: undefined,
    clauses: undefined,
    model: undefined,
    notifiersOff: [],
    data: '/nowhere',
    ports: { clock: createTestClock() } as unknown as HostSetup['ports'],
    schedule: () => ({ wake: async () => {} }),
    log: silentLogger,
    ...setup,
  });
