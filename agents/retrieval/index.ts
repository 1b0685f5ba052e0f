import { definePlugin } from '../../core/plugin/define.ts';
import { askCapability } from './answer/ask.ts';
import { retrievalNeeds } from './ports.ts';
import type { Readings } from './search/retrieve.ts';
import { searchCapability } from './search/search.ts';
import { threadCapabilities } from './threads/capabilities.ts';
import { forgetDocument } from './threads/forget.ts';

/** Finds passages and answers questions from them, with quotes that are checked against the stored text. */
export const plugin = definePlugin({
  name: 'retrieval',
  version: '0.1.0',
  summary: 'Search and questions: answers made of verbatim quotes, or an honest "not found".',
  provides: ['agent'],
  needs: retrievalNeeds,
  setup: ({ ports }) => {
    let kept: Promise<Readings> | undefined;
    // What reads and ranks is loaded by the first question, not by everybody who asks what there is.
    const readings = () => (kept ??= import('./search/retrieve.ts').then(({ createReadings }) => createReadings()));
    return {
      agent: {
        capabilities: [searchCapability(ports, readings), askCapability(ports, readings), ...threadCapabilities(ports)],
        on: { 'document.deleted': (principal, { documentId }) => forgetDocument(ports, principal, documentId) },
      },
    };
  },
});
