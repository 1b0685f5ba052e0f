import { z } from 'zod';
import { type Corpus, documentIdOf } from './corpus.ts';
import { createPlaces, type Places } from './places.ts';
import type { Report, System } from './system.ts';

const ingestedSchema = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      document_id: z.string().nullish(),
      status: z.enum(['ready', 'failed', 'duplicate']),
      error: z.object({ code: z.string() }).nullish(),
    }),
  ),
});

export type Ingested = {
  readonly places: Places;
  readonly failed: readonly { readonly document: string; readonly code: string }[];
};

/** Puts the corpus' documents into the system. A document that cannot be read is told, and its queries find nothing. */
export const ingestCorpus = async (system: System, corpus: Corpus, report: Report): Promise<Ingested> => {
  const output = await system.call('ingest', { paths: corpus.documents.map((document) => document.path) }, report);
  const { files } = ingestedSchema.parse(output);
  const known = files.flatMap(({ path, status, document_id: documentId }) =>
    status === 'failed' || documentId == null ? [] : [[documentIdOf(path), documentId] as const],
  );
  const failed = files.flatMap(({ path, status, error }) =>
    status === 'failed' ? [{ document: documentIdOf(path), code: error?.code ?? 'internal' }] : [],
  );
  return { places: createPlaces(corpus.documents, new Map(known)), failed };
};
