import { encodeParsed } from '../../document/parsed-blob.ts';
import { DossierError } from '../../errors/error.ts';
import { storeAttachments } from '../attachments.ts';
import type { Stage } from './stage.ts';

export const parseStage: Stage = {
  to: 'parsed',
  async run({ parts, principal, documentId, version, signal, progress }) {
    const bytes = await parts.store.blobs.get(principal, version.sha256);
    // The last document with the same bytes was deleted just now: whoever brings them in again is about to store them.
    if (bytes === undefined) throw new DossierError('conflict', { what: 'stored original' });
    const { parser, mediaType, document } = await parts.parsers.parse(
      { name: version.name, bytes, ...(version.languages === null ? {} : { languages: version.languages }) },
      { signal, progress },
    );
    signal.throwIfAborted();
    const { attachments, warnings } = await storeAttachments(parts, principal, documentId, document.children);
    const parsedSha256 = await parts.store.blobs.put(
      principal,
      await encodeParsed(documentId, version.version, document),
    );
    return {
      patch: {
        parser,
        mediaType,
        parsedSha256,
        title: document.title ?? null,
        pages: document.pages.length,
        characters: document.text.length,
        attachments,
        warnings: [...document.warnings, ...warnings],
      },
    };
  },
};
