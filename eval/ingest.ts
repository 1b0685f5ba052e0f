import { realpathSync } from 'node:fs';
import { z } from 'zod';
import type { Corpus } from './corpus.ts';
import { createPlaces, type Places } from './places.ts';
import type { Report, System } from './system.ts';

const fileSchema = z.object({
  path: z.string(),
  document_id: z.string().nullable(),
  status: z.enum(['ready', 'failed', 'duplicate']),
  error: z.object({ code: z.string() }).optional(),
});
type IngestedFile = z.output<typeof fileSchema>;

export type Ingested = {
  readonly places: Places;
  readonly failed: readonly { readonly document: string; readonly code: string }[];
};

/** Puts the corpus' documents into the system. A document that cannot be read is told, and its queries find nothing. */
export const ingestCorpus = async (system: System, { documents }: Corpus, progress: Report): Promise<Ingested> => {
  // From the stream and not from the result, which lists only so many.
  const files: IngestedFile[] = [];
  const emit = (item: unknown): void => {
    files.push(fileSchema.parse(item));
  };
  await system.call('ingest', { paths: documents.map(({ path }) => path) }, { progress, emit });
  const byPath = new Map(files.map((file) => [file.path, file]));
  const systemIds = new Map<string, string>();
  const failed: { document: string; code: string }[] = [];
  for (const { id, path } of documents) {
    const file = byPath.get(realpathSync(path));
    if (file?.status === 'failed' || !file?.document_id)
      failed.push({ document: id, code: file?.error?.code ?? 'internal' });
    else systemIds.set(id, file.document_id);
  }
  return { places: createPlaces(documents, systemIds), failed };
};
