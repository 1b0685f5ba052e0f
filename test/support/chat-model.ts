import type { ExecutionContext } from 'ava';
import { silentLogger } from '../../core/ports/logger.ts';
import type { Model } from '../../core/ports/model.ts';
import { plugin } from '../../plugins/models/openai.ts';
import { type ChatBehaviour, type ChatServer, startChatServer } from './chat-server.ts';

/** Options that give a model up soon: only for one that never answers, or a busy machine fails the test. */
export const impatient = { timeout_seconds: 0.2 };

export const chatModelAt = async (base_url: string, more: Readonly<Record<string, unknown>> = {}): Promise<Model> => {
  const options = plugin.options.parse({ base_url, model: 'm', ...more });
  return (await plugin.setup({ options, ports: {}, log: silentLogger })).model;
};

/** A chat model whose endpoint on the loopback answers as `behave` says. */
export const openChatModel = async (
  t: ExecutionContext,
  behave: ChatBehaviour,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly server: ChatServer; readonly model: Model }> => {
  const server = await startChatServer(t, behave);
  return { server, model: await chatModelAt(server.url, more) };
};
