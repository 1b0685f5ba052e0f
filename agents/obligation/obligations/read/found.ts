import type { Source } from '../../model/terms.ts';
import type { Reading } from '../records.ts';

/** What was read, before its places are checked and it has a name. */
export type Found = Omit<
  Reading,
  'documentId' | 'version' | 'obligation' | 'key' | 'words' | 'ordinal' | 'evidence' | 'amended' | 'tier'
> & { readonly places: readonly Source[] };
