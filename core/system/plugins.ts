import { DossierError } from '../errors/error.ts';
import type { PluginHost, PluginStatus } from '../plugin/host.ts';
import type { ParserPool } from '../sandbox/pool.ts';

/**
 * How each plugin is doing. The host does not start parsers itself, so what keeps one from starting is asked of the
 * pool; that starts a parser process where none has been yet.
 */
export const pluginStatuses = async (
  host: Pick<PluginHost, 'statuses'>,
  parsers: Pick<ParserPool, 'problems'>,
): Promise<PluginStatus[]> => {
  const errorOf = await findErrors(parsers);
  return (await host.statuses()).map((status) => {
    const error = status.provides.includes('parser') ? errorOf(status.name) : undefined;
    if (error === undefined) return status;
    const { code, message, hint } = error;
    return { ...status, status: 'failed', error: { code, message, hint } };
  });
};

const findErrors = async (
  parsers: Pick<ParserPool, 'problems'>,
): Promise<(parser: string) => DossierError | undefined> => {
  try {
    const broken = new Map((await parsers.problems()).map(({ plugin, problem }) => [plugin, problem]));
    return (parser) => {
      const problem = broken.get(parser)?.replace(/\.$/, '');
      return problem === undefined ? undefined : new DossierError('parser_not_started', { parser, problem });
    };
  } catch (thrown) {
    // Without a process, none of them runs.
    const error = DossierError.from(thrown);
    return () => error;
  }
};
