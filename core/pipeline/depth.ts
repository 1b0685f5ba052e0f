import { eachRecord } from '../document/each.ts';
import { sources } from '../document/record.ts';
import type { Principal } from '../identity/principal.ts';
import type { Storage } from './parts.ts';

/** Warning of a document whose attachments stand too deep in others to be read. */
export const TOO_DEEP = 'attachments-too-deep';

/** How deep in attachments a document stands: 0 where it is known as a file or an upload, too. */
export const depthOf = async (
  { records }: Pick<Storage, 'records'>,
  principal: Principal,
  documentId: string,
): Promise<number> => {
  let least = Number.POSITIVE_INFINITY;
  for await (const { value } of eachRecord(records, principal, sources, { where: { documentId } })) {
    least = Math.min(least, value.depth);
  }
  return Number.isFinite(least) ? least : 0;
};
