import type { AnyCapability, CallContext } from '../../core/capability/capability.ts';
import { localPrincipal, type Principal } from '../../core/identity/principal.ts';
import type { Agent } from '../../core/plugin/define.ts';
import type { Logger } from '../../core/ports/logger.ts';

/** Calls an agent's capabilities by name, their input and output checked as a surface checks them. */
export const callerOf =
  ({ capabilities }: Agent, log: Logger) =>
  async <O>(
    name: string,
    input: Record<string, unknown> = {},
    principal: Principal = localPrincipal,
    signal = new AbortController().signal,
  ): Promise<O> => {
    const capability = capabilities.find((each) => each.name === name) as AnyCapability;
    const context: CallContext = {
      principal,
      signal,
      log,
      requestId: 'test',
      progress: () => {},
      emit: () => {},
      mayRead: () => false,
    };
    const output = await capability.run(capability.input.parse(input) as never, context);
    return capability.output.parse(output) as O;
  };
