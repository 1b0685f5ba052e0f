import test from 'ava';
import type { PluginStatus } from '../../../core/plugin/host.ts';
import { pluginStatuses } from '../../../core/system/plugins.ts';

const running = (name: string): PluginStatus => ({
  name,
  version: '1.0.0',
  summary: 'Test.',
  origin: 'builtin',
  provides: ['parser'],
  needs: [],
  status: 'running',
});

test('a parser that does not start in its process is failed, with what to do, and the rest runs', async (t) => {
  const found = await pluginStatuses(
    { statuses: [running('pdf'), running('rtf')] },
    { problems: async () => [{ plugin: 'rtf', problem: 'no such file' }] },
  );
  t.deepEqual(
    found.map(({ name, status, error }) => [name, status, error?.code]),
    [
      ['pdf', 'running', undefined],
      ['rtf', 'failed', 'parser_not_started'],
    ],
  );
  t.regex(found[1]?.error?.message ?? '', /no such file/);
});
