import { type ChunkInput, chunkDocument } from '../chunking/chunk.ts';
import type { Documents } from '../document/documents.ts';
import type { Passage } from '../document/passage.ts';
import type { StoredDocument } from '../document/record.ts';
import { versionOf } from '../document/states.ts';
import type { Principal } from '../identity/principal.ts';
import type { Passages } from '../ports/passages.ts';

export type PassageSource = {
  readonly documents: Pick<Documents, 'parsed'>;
  readonly passages: Pick<Passages, 'range'>;
  readonly chunk?: (input: ChunkInput) => readonly Passage[];
};

/**
 * All passages of a version in order, also before it is published; undefined where the version is gone. Those of the
 * live version are taken as they are in the index: another Dossier may have cut them, and ids have to be those that search knows.
 */
export const passagesOf = async (
  { documents, passages, chunk = chunkDocument }: PassageSource,
  principal: Principal,
  document: StoredDocument,
  version: number,
): Promise<readonly Passage[] | undefined> => {
  const found = versionOf(document.value, version);
  if (!found?.parsedSha256) return undefined;
  if (document.value.live?.version === version) {
    const published = await passages.range(principal, document.id, 0, Number.MAX_SAFE_INTEGER);
    if (published.length === found.chunks && published.every((each) => each.version === version)) return published;
  }
  const parsed = await documents.parsed(principal, document.id, version);
  return parsed && chunk({ documentId: document.id, version, sha256: found.sha256, parsed });
};
