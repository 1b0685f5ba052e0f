import {
  CLIENT_CAPABILITIES_META_KEY,
  inputRequired,
  inputResponse,
  Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Application } from '../../core/system/application.ts';
import type { Folders } from './folders.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { asProtocolError, completeResource, listResources, readResource, resourceTemplates } from './resources.ts';
import { callTool, describeTools } from './tools.ts';

export type McpSetup = {
  /** Still opening while the assistant says hello; what fails there is told to the first request that needs it. */
  readonly application: Promise<Application>;
  readonly folders: Folders;
  readonly version: string;
};

const HOUR = 3_600_000;

/**
 * One connection's server, on the SDK's low-level class: the tools' schemas, checks and errors are the
 * capabilities' own, the same as on the other surfaces.
 */
export const createMcpServer = ({ application, folders, version }: McpSetup): Server => {
  const server = new Server(
    { name: 'dossier', title: 'Dossier', version },
    {
      capabilities: { tools: {}, resources: {}, completions: {} },
      instructions: INSTRUCTIONS,
      cacheHints: { 'tools/list': { ttlMs: HOUR, cacheScope: 'private' } },
    },
  );
  const opened = async (): Promise<Application> => {
    try {
      return await application;
    } catch (thrown) {
      throw asProtocolError(thrown);
    }
  };

  let tools: ReturnType<typeof describeTools> | undefined;
  server.setRequestHandler('tools/list', async () => {
    tools ??= describeTools(await opened());
    return { tools };
  });
  server.setRequestHandler('tools/call', async ({ params }, context) => {
    const roots = inputResponse(context.mcpReq.inputResponses, 'roots');
    if (roots.kind === 'roots') folders.openRoots(roots.roots.map(({ uri }) => uri));
    const { mayRead, refused } = folders.check();
    const result = await callTool(await opened(), params, mayRead, context);
    // A path was refused by what the user allowed: see whether the assistant's own program has opened its folder.
    if (refused() && roots.kind === 'missing' && offersRoots(server, context)) {
      return inputRequired({ inputRequests: { roots: inputRequired.listRoots() } });
    }
    return result;
  });

  server.setRequestHandler('resources/list', async ({ params }) => listResources(await opened(), params?.cursor));
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates }));
  server.setRequestHandler('resources/read', async ({ params }) => readResource(await opened(), params.uri));
  server.setRequestHandler('completion/complete', async ({ params }) => completeResource(await opened(), params));
  return server;
};

/** Per request in the protocol of 2026, told once at the beginning in those of 2025. */
const envelopeSchema = z.object({ [CLIENT_CAPABILITIES_META_KEY]: z.object({ roots: z.object({}).optional() }) });

const offersRoots = (server: Server, { mcpReq }: ServerContext): boolean => {
  const envelope = envelopeSchema.safeParse(mcpReq.envelope);
  const client = envelope.success ? envelope.data[CLIENT_CAPABILITIES_META_KEY] : server.getClientCapabilities();
  return client?.roots !== undefined;
};
