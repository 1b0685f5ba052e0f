import type { ChunkInput } from '../chunking/chunk.ts';
import type { Documents } from '../document/documents.ts';
import type { Passage } from '../document/passage.ts';
import { versionOf } from '../document/states.ts';
import { DossierError } from '../errors/error.ts';
import type { ClauseAccess, ClauseModel, ClauseReading } from '../ports/clauses.ts';
import type { Passages } from '../ports/passages.ts';
import { passagesOf } from '../reading/passages-of.ts';
import { readingProblem } from './check.ts';
import { createReadings } from './readings.ts';
import { createShared } from './shared.ts';

/** Units of readings that are kept in memory; the last reading is kept at any size. */
const UNITS_KEPT = 100_000;

export type ClauseAccessSetup = {
  readonly documents: Pick<Documents, 'get' | 'parsed'>;
  readonly passages: Pick<Passages, 'range'>;
  readonly chunk: (input: ChunkInput) => readonly Passage[];
  readonly current: () => ClauseModel | undefined;
};

/**
 * The clause model over stored documents. The last few readings are kept, so that the pipeline, retrieval and each agent
 * may ask for the same one. A model that fails, or whose reading breaks the contract, throws `clauses_failed` or the
 * coded error that it threw itself.
 */
export const createClauseAccess = (
  { documents, passages, chunk, current }: ClauseAccessSetup,
  unitsKept = UNITS_KEPT,
): ClauseAccess => {
  const readings = createReadings(unitsKept);
  const shared = createShared<ClauseReading | undefined>();

  return {
    current,
    read: async (principal, documentId, version, signal) => {
      signal?.throwIfAborted();
      const model = current();
      const document = model && (await documents.get(principal, documentId));
      const parsedSha256 = document && versionOf(document.value, version)?.parsedSha256;
      if (!parsedSha256) return undefined;
      // The blob holds the document's id and version; another parser's text is another blob.
      const key = [principal.workspace, model.id, parsedSha256].join('\n');
      const known = readings.get(key);
      if (known) return known;
      return shared(
        key,
        async (stop) => {
          const whole = await passagesOf({ documents, passages, chunk }, principal, document, version);
          if (whole === undefined) return undefined;
          stop.throwIfAborted();
          const reading = await readWith(model, whole, stop);
          readings.put(key, reading);
          return reading;
        },
        signal,
      );
    },
  };
};

const readWith = async (
  model: ClauseModel,
  passages: readonly Passage[],
  signal: AbortSignal,
): Promise<ClauseReading> => {
  const failed = (problem: string, cause?: unknown) =>
    new DossierError('clauses_failed', { model: model.id, problem }, { cause });
  let reading: ClauseReading;
  try {
    reading = await model.read(passages, signal);
  } catch (thrown) {
    if (signal.aborted || thrown instanceof DossierError) throw thrown;
    throw failed('it stopped with an error', thrown);
  }
  signal.throwIfAborted();
  const problem = readingProblem(model, passages, reading);
  if (problem !== undefined) throw failed(problem);
  return reading;
};
