import test from 'ava';
import { DossierError } from '../../../core/errors/error.ts';
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
    { statuses: async () => [running('pdf'), running('rtf')] },
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

test('where no process for parsers starts, every parser has failed and nothing else', async (t) => {
  const found = await pluginStatuses(
    { statuses: async () => [running('pdf'), { ...running('builtin'), provides: ['embedder'] }] },
    {
      problems: async () => {
        throw new DossierError('parsers_unavailable', { reason: 'ERR_ACCESS_DENIED' });
      },
    },
  );
  t.deepEqual(
    found.map(({ status, error }) => [status, error?.code]),
    [
      ['failed', 'parsers_unavailable'],
      ['running', undefined],
    ],
  );
});
