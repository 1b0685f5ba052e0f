import { labelStaged } from './label.ts';
import type { Stage } from './stage.ts';

export const analyseStage: Stage = {
  to: 'analysed',
  async run(work) {
    const { parts, principal, document, signal, progress } = work;
    // First, because agents ask for the same reading.
    await labelStaged(work);
    const agents = parts.agents();
    for (const [index, { agent }] of agents.entries()) {
      signal.throwIfAborted();
      await agent.analyse?.(principal, document, signal);
      progress((index + 1) / agents.length);
    }
    return {};
  },
};
