import { defineCapability } from '../../core/capability/capability.ts';
import { definePlugin } from '../../core/plugin/define.ts';
import { answer, asText, input, output } from './echo.ts';

const echo = defineCapability({
  name: 'bench.echo',
  title: 'Echo',
  summary: 'Returns the same five passages each time.',
  input,
  output,
  scope: 'documents:read',
  effect: 'read',
  http: { method: 'post', path: '/bench/echo' },
  render: asText,
  run: async () => answer,
});

/** Loaded as an external plugin, so that the servers under measurement are the ones that users run. */
export const plugin = definePlugin({
  name: 'bench-echo',
  version: '1.0.0',
  summary: 'A capability without work, for measuring the way to it.',
  provides: ['agent'],
  setup: () => ({ agent: { capabilities: [echo] } }),
});
