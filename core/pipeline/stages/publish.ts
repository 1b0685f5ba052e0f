import { receiveAttachments } from '../attachments.ts';
import { embedStage } from './embed.ts';
import type { Stage } from './stage.ts';

export const publishStage: Stage = {
  to: 'ready',
  async run(work) {
    const { parts, principal, documentId, version } = work;
    // The embedder may be another one than when the passages were embedded, after a restart.
    await embedStage.run(work);
    if (!(await receiveAttachments(parts, principal, documentId, version))) return { to: 'scanned' };
    await parts.store.passages.publish(principal, documentId, version.version);
    const published = await parts.store.passages.count(principal, { documentIds: [documentId] });
    // What was staged is gone when the document was deleted and came back meanwhile: chunk it again.
    return published === version.chunks ? {} : { to: 'parsed' };
  },
};
