import { DossierError } from '../../errors/error.ts';
import type { PassageLabel } from '../../ports/passages.ts';
import { readLabels } from '../label.ts';
import type { StageWork } from './stage.ts';

/**
 * Gives the staged passages the labels of the clause model. Without one, or where it fails, the document goes on without:
 * it is found by words and meaning, and labelled once it is ready.
 */
export const labelStaged = async ({ parts, principal, documentId, version, signal }: StageWork): Promise<void> => {
  const { clauses, log, store } = parts;
  const model = clauses.current();
  if (model === undefined) return;
  let labels: readonly PassageLabel[] | undefined;
  try {
    labels = await readLabels(clauses, principal, documentId, version.version, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    const error = DossierError.from(thrown);
    log.warn(
      { document_id: documentId, version: version.version, code: error.code, err: error.cause ?? error },
      'the clause model failed; the document goes on without labels',
    );
  }
  if (labels) await store.passages.putLabels(principal, model.id, documentId, version.version, labels);
};
