import { randomUUID } from 'node:crypto';
import {
  type CallToolResult,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
  type Tool,
} from '@modelcontextprotocol/server';
import type { AnyCapability, ProgressUpdate } from '../../core/capability/capability.ts';
import { inputJsonSchema, outputJsonSchema } from '../../core/capability/registry.ts';
import { DossierError } from '../../core/errors/error.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import type { Application } from '../../core/system/application.ts';
import { askedSchema, resultSchema } from './schemas.ts';
import { errorText, renderText } from './text.ts';

/** Where a program finds the error body of a failed call; the text is for the model. */
const ERROR_META = 'dossier/error';

export const toolName = (capability: AnyCapability): string => capability.name.replaceAll('.', '_');

export const describeTools = (application: Pick<Application, 'capabilities'>): Tool[] =>
  application.capabilities.on('mcp').map((capability) => ({
    name: toolName(capability),
    title: capability.title,
    description: [capability.summary, capability.description].filter(Boolean).join('\n\n'),
    inputSchema: askedSchema(inputJsonSchema(capability)),
    outputSchema: resultSchema(outputJsonSchema(capability)),
    annotations: {
      title: capability.title,
      readOnlyHint: capability.effect === 'read',
      destructiveHint: capability.effect === 'destructive',
      idempotentHint: capability.idempotent ?? capability.effect === 'read',
      openWorldHint: false,
    },
  }));

/**
 * Runs the capability behind a tool. A failure is a result, so that the model reads it and can do better;
 * only a tool that does not exist is an error of the protocol.
 */
export const callTool = async (
  application: Application,
  { name, arguments: input = {} }: { name: string; arguments?: Record<string, unknown> | undefined },
  mayRead: (file: string) => boolean,
  { mcpReq }: Pick<ServerContext, 'mcpReq'>,
): Promise<CallToolResult> => {
  const capability = application.capabilities.on('mcp').find((each) => toolName(each) === name);
  if (capability === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name}`);
  const token = mcpReq._meta?.progressToken;
  try {
    const output = await application.invoke(capability, input, {
      principal: localPrincipal,
      requestId: randomUUID(),
      signal: mcpReq.signal,
      mayRead,
      ...(token === undefined ? {} : { progress: progressTo(mcpReq.notify, token) }),
    });
    return { content: [{ type: 'text', text: renderText(capability, output) }], structuredContent: output };
  } catch (thrown) {
    const error = DossierError.from(thrown);
    return {
      isError: true,
      content: [{ type: 'text', text: errorText(error) }],
      _meta: { [ERROR_META]: error.toJSON() },
    };
  }
};

/** Progress notifications; the protocol wants each figure to be larger than the one before. */
const progressTo = (notify: ServerContext['mcpReq']['notify'], progressToken: string | number) => {
  let last = -1;
  return ({ done, total, message }: ProgressUpdate): void => {
    if (done <= last) return;
    last = done;
    const params = {
      progressToken,
      progress: done,
      ...(total === undefined ? {} : { total }),
      ...(message === undefined ? {} : { message }),
    };
    notify({ method: 'notifications/progress', params }).catch(() => {
      // The client is gone; its request is cancelled by that, and nobody else waits for this.
    });
  };
};
