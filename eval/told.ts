import type { CorpusQuery } from './corpus.ts';
import type { Places } from './places.ts';
import type { System } from './system.ts';
import type { Confined, DocumentTask, QueryTask } from './tasks.ts';

/** One line of a prediction file. */
export type Told = {
  /** What the line is about. */
  readonly about: Record<string, unknown>;
  /** Lines of the same key say the same: the system is called once. */
  readonly key: string;
  /** Asks the system; absent where there is nothing to ask, because the document could not be read. */
  readonly predict?: () => Promise<Record<string, unknown>>;
};

/** A line for each query. */
export const byQuery = (task: QueryTask, system: System, places: Places, queries: readonly CorpusQuery[]): Told[] =>
  queries.map((query) => {
    const confined = confinedTo(places, query.document);
    return {
      about: { query: query.id },
      key: JSON.stringify([query.document, query.text]),
      ...(confined === undefined ? {} : { predict: () => task.predict(system, places, query, confined) }),
    };
  });

/** A line for each of the corpus' documents, given by their ids. */
export const byDocument = (task: DocumentTask, system: System, places: Places, documents: readonly string[]): Told[] =>
  documents.map((document) => {
    const systemId = places.systemId(document);
    return {
      about: { document },
      key: document,
      ...(systemId === undefined ? {} : { predict: () => task.predict(system, places, document, systemId) }),
    };
  });

/** undefined where the document that is asked could not be read. */
const confinedTo = (places: Places, document: string | null): Confined | undefined => {
  if (document === null) return {};
  const id = places.systemId(document);
  return id === undefined ? undefined : { document_ids: [id] };
};
