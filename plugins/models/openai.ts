import type { Agent } from '@mastra/core/agent';
import { z } from 'zod';
import { DossierError } from '../../core/errors/error.ts';
import { definePlugin } from '../../core/plugin/define.ts';
import { requireInstalled } from '../../core/plugin/installed.ts';
import type { Model, ModelRequest } from '../../core/ports/model.ts';
import { promptFor } from './prompt.ts';

const options = z.strictObject({
  base_url: z.url().default('https://api.openai.com/v1').describe('Address of an endpoint that speaks the OpenAI API.'),
  api_key: z.string().min(1).optional().meta({ secret: true }).describe('Key of the endpoint, where it wants one.'),
  model: z.string().min(1).describe('Name of the model at the endpoint.'),
  timeout_seconds: z.number().positive().max(600).default(60).describe('Longest wait for one answer, seconds.'),
  max_output: z.int().min(64).default(1500).describe('Longest answer, in tokens.'),
});
type Options = z.output<typeof options>;

export const plugin = definePlugin({
  name: 'openai-chat',
  version: '1.0.0',
  summary: 'A chat model at any endpoint that speaks the OpenAI API. Questions and evidence are sent to it.',
  options,
  provides: ['model'],
  setup: ({ options }) => {
    requireInstalled('@mastra/core');
    return { model: createChatModel(options) };
  },
});

const createChatModel = (options: Options): Model => {
  let starting: Promise<Agent> | undefined;
  // Whether the endpoint takes a JSON schema; one that refuses it is told the shape in words from then on.
  let schemas = true;

  return {
    name: `openai-chat:${options.model}`,
    async generate<T>(request: ModelRequest<T>): Promise<T> {
      request.signal?.throwIfAborted();
      starting ??= startAgent(options);
      const agent = await starting;
      try {
        return await generate(agent, options, request, schemas);
      } catch (thrown) {
        if (!schemas || statusOf(thrown) !== 400) throw translate(thrown, request.signal);
      }
      schemas = false;
      try {
        return await generate(agent, options, request, schemas);
      } catch (thrown) {
        throw translate(thrown, request.signal);
      }
    },
  };
};

const startAgent = async ({ base_url, api_key, model }: Options): Promise<Agent> => {
  const [{ Agent }, { noopLogger }] = await Promise.all([import('@mastra/core/agent'), import('@mastra/core/logger')]);
  const agent = new Agent({
    id: 'dossier',
    name: 'Dossier',
    // Each call brings its own.
    instructions: '',
    // A provider of our own name: no environment variable of another provider is looked at, no other address asked.
    model: { providerId: 'dossier', modelId: model, url: base_url, apiKey: api_key ?? 'none', api: 'chat' },
    maxRetries: 0,
  });
  // Its own logger would write to the console, and with it parts of documents.
  agent.__setLogger(noopLogger);
  return agent;
};

const generate = async <T>(
  agent: Agent,
  { timeout_seconds, max_output }: Options,
  { instructions, question, sources, output, signal }: ModelRequest<T>,
  schemas: boolean,
): Promise<T> => {
  const limit = AbortSignal.timeout(timeout_seconds * 1000);
  const abortSignal = signal ? AbortSignal.any([signal, limit]) : limit;
  const prompt = promptFor({ instructions, question, sources });
  const answer = await agent.generate(prompt.user, {
    instructions: prompt.system,
    structuredOutput: { schema: output, jsonPromptInjection: !schemas },
    modelSettings: { temperature: 0, maxOutputTokens: max_output, maxRetries: 0 },
    maxSteps: 1,
    abortSignal,
  });
  // An aborted run comes back without an answer instead of throwing.
  if (limit.aborted) throw new DossierError('timeout', { seconds: timeout_seconds });
  signal?.throwIfAborted();
  const checked = output.safeParse(answer.object);
  if (!checked.success) throw new DossierError('model_invalid', { problem: 'the answer has another shape' });
  return checked.data;
};

const statusOf = (thrown: unknown): number | undefined =>
  thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number'
    ? thrown.statusCode
    : undefined;

/** Errors of the library as coded ones. What they say is not passed on: it may repeat the document or the key. */
const translate = (thrown: unknown, signal: AbortSignal | undefined): DossierError => {
  if (signal?.aborted) return new DossierError('cancelled');
  if (thrown instanceof DossierError) return thrown;
  const status = statusOf(thrown);
  if (status !== undefined && status >= 400 && status < 500) return new DossierError('model_refused', { status });
  if (status !== undefined && status >= 500)
    return new DossierError('model_unreachable', { reason: `status ${status}` });
  if (status !== undefined) return new DossierError('model_invalid', { problem: 'it is no answer of a chat model' });
  const id = thrown instanceof Error && 'id' in thrown ? String(thrown.id) : '';
  if (id.startsWith('STRUCTURED_OUTPUT_')) {
    const problem = id.endsWith('TRUNCATED') ? 'the answer was cut off' : 'the answer has another shape';
    return new DossierError('model_invalid', { problem });
  }
  if (thrown instanceof Error && thrown.name === 'AI_APICallError') {
    return new DossierError('model_unreachable', { reason: 'no connection' });
  }
  return new DossierError('model_invalid', { problem: 'it could not be read' });
};
