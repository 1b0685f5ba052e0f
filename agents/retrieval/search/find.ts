import type { CallContext } from '../../../core/capability/capability.ts';
import { placeOf } from '../place.ts';
import type { RetrievalPorts } from '../ports.ts';
import { documentLabels, provenanceOf } from '../question/names.ts';
import { readQuestion } from '../question/question.ts';
import { filterFor } from '../scope.ts';
import { explain } from './explain.ts';
import { type Readings, retrieve } from './retrieve.ts';
import type { SearchInput, SearchOutput } from './search.ts';

/** What the capability `search` does. */
export const findPassages = async (
  ports: RetrievalPorts,
  readings: () => Promise<Readings>,
  input: SearchInput,
  { principal, log, signal }: CallContext,
): Promise<SearchOutput> => {
  const filter = await filterFor(ports, principal, input.document_ids);
  const found = await retrieve(ports, await readings(), principal, readQuestion(input.text), {
    filter,
    log,
    signal,
    names: (ids) => documentLabels(ports, principal, ids),
  });
  const best = found.candidates.slice(0, input.limit);
  const known = await provenanceOf(
    ports,
    principal,
    best.map(({ passage }) => passage.documentId),
  );
  return {
    results: best.map((candidate) => ({
      chunk_id: candidate.id,
      chunk_index: candidate.passage.index,
      document_id: candidate.passage.documentId,
      ...(known.get(candidate.passage.documentId) ?? { document_name: '' }),
      page: candidate.passage.page,
      ...placeOf(candidate.passage),
      start: candidate.passage.charStart,
      end: candidate.passage.charEnd,
      text: candidate.passage.text,
      ...(candidate.passage.columns === undefined ? {} : { columns: candidate.passage.columns }),
      score: candidate.score,
      ...(input.explain ? { explain: explain(found.question, candidate) } : {}),
    })),
  };
};
