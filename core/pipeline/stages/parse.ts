import type { ParseWarning } from '../../document/parsed.ts';
import { encodeParsed } from '../../document/parsed-blob.ts';
import { DossierError } from '../../errors/error.ts';
import type { Stage } from './stage.ts';

export const parseStage: Stage = {
  to: 'parsed',
  async run({ parts, principal, documentId, version, signal, progress }) {
    const bytes = await parts.store.blobs.get(principal, version.sha256);
    // The last document with the same bytes was deleted just now: whoever brings them in again is about to store them.
    if (bytes === undefined) throw new DossierError('conflict', { what: 'stored original' });
    const { parser, mediaType, document } = await parts.parsers.parse(
      { name: version.name, bytes },
      { signal, progress },
    );
    signal.throwIfAborted();
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
        warnings: [...document.warnings, ...unread(document.children.length)],
      },
    };
  },
};

/** Files inside the file are not documents of their own yet, and a reader should know. */
const unread = (children: number): ParseWarning[] =>
  children === 0 ? [] : [{ code: 'attachments-not-read', message: `${children} attached file(s) were not read.` }];
