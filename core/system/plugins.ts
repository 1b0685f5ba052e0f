import { DossierError } from '../errors/error.ts';
import type { PluginHost, PluginStatus } from '../plugin/host.ts';
import type { ParserPool } from '../sandbox/pool.ts';

/**
 * How each plugin is doing. The host does not start parsers itself, so what keeps one from starting is asked of the
 * pool; that starts a parser process where none has been yet.
 */
export const pluginStatuses = async (
  { statuses }: Pick<PluginHost, 'statuses'>,
  parsers: Pick<ParserPool, 'problems'>,
): Promise<PluginStatus[]> => {
  const broken = new Map((await parsers.problems()).map(({ plugin, problem }) => [plugin, problem]));
  return statuses.map((status) => {
    const problem = broken.get(status.name);
    if (problem === undefined) return status;
    const { code, message, hint } = new DossierError('parser_not_started', {
      parser: status.name,
      problem: problem.replace(/\.$/, ''),
    });
    return { ...status, status: 'failed', error: { code, message, hint } };
  });
};
