import { z } from 'zod';
import { type AnyCapability, defineCapability, type TextStyle } from '../capability/capability.ts';
import type { PluginStatus } from '../plugin/host.ts';

const pluginSchema = z.object({
  name: z.string(),
  version: z.string(),
  summary: z.string(),
  origin: z.string().describe('builtin, or the package or path that the configuration lists.'),
  provides: z.array(z.string()),
  needs: z.array(z.string()),
  status: z.enum(['running', 'idle', 'failed']).describe('idle: known, but not chosen by the configuration.'),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).optional(),
});

/** Capabilities about the running system itself. */
export const systemCapabilities = (plugins: () => Promise<readonly PluginStatus[]>): readonly AnyCapability[] => [
  defineCapability({
    name: 'plugins.list',
    title: 'Plugins',
    summary: 'Lists the plugins with what they provide and whether they run.',
    input: z.strictObject({}),
    output: z.object({ plugins: z.array(pluginSchema) }),
    scope: 'system:read',
    effect: 'read',
    http: { method: 'get', path: '/plugins' },
    render: ({ plugins }, style) => plugins.map((plugin) => line(plugin, style)).join('\n'),
    run: async () => ({
      plugins: (await plugins()).map((plugin) => ({
        ...plugin,
        provides: [...plugin.provides],
        needs: [...plugin.needs],
      })),
    }),
  }),
];

const line = (plugin: z.infer<typeof pluginSchema>, style: TextStyle): string => {
  const mark = { running: style.good('running'), idle: style.dim('idle   '), failed: style.bad('failed ') }[
    plugin.status
  ];
  const from = plugin.origin === 'builtin' ? '' : ` from ${plugin.origin}`;
  const title = `${mark}  ${style.bold(plugin.name)} ${plugin.version}${from} (${plugin.provides.join(', ')})`;
  const problem = plugin.error ? `\n         ${plugin.error.message} ${plugin.error.hint}` : '';
  return `${title}\n         ${style.dim(plugin.summary)}${problem}`;
};
