import type { Stage } from './stage.ts';

export const analyseStage: Stage = {
  to: 'analysed',
  async run({ parts, principal, document, signal, progress }) {
    const agents = parts.agents();
    for (const [index, { agent }] of agents.entries()) {
      signal.throwIfAborted();
      await agent.analyse?.(principal, document, signal);
      progress((index + 1) / agents.length);
    }
    return {};
  },
};
