import { z } from 'zod';
import { warningSchema } from '../document/parsed.ts';
import type { StoredDocument } from '../document/record.ts';
import { DossierError } from '../errors/error.ts';

/** What became of one file. These are the JSON names on every surface. */
export const ingestedFileSchema = z.object({
  path: z.string().describe('Absolute path of the file, symbolic links resolved.'),
  attachment: z.string().optional().describe('Name of what is attached to that file (or to an attachment of it).'),
  document_id: z.string().nullable().describe('null when the file could not even be read from disk.'),
  status: z
    .enum(['ready', 'failed', 'duplicate'])
    .describe('duplicate: the same bytes were known from another path or an upload; it is the same document.'),
  unchanged: z.boolean().optional().describe('true where the file was known already and has not changed.'),
  parser: z.string().nullable().describe('Name of the parser plugin that read it.'),
  pages: z.int(),
  chunks: z.int(),
  warnings: z.array(warningSchema),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).optional(),
});
export type IngestedFile = z.infer<typeof ingestedFileSchema>;

export const goneFileSchema = z.object({
  path: z.string().describe('Where the file was when it was last seen.'),
  document_id: z.string(),
  removed: z.boolean().describe('Whether the document was deleted, because this was its last source.'),
});
export type GoneFile = z.infer<typeof goneFileSchema>;

export const failedFile = (path: string, thrown: unknown): IngestedFile => {
  const { code, message, hint } = DossierError.from(thrown);
  return {
    path,
    document_id: null,
    status: 'failed',
    parser: null,
    pages: 0,
    chunks: 0,
    warnings: [],
    error: { code, message, hint },
  };
};

/** What is attached to the file at the path. It is a duplicate where the same bytes are a file of their own, too. */
export const attachedFile = (
  path: string,
  document: StoredDocument,
  { unchanged }: { readonly unchanged: boolean },
): IngestedFile => {
  const { path: file, ...rest } = ingestedFile(path, document, {
    duplicate: document.value.parent === null,
    unchanged,
  });
  return { path: file, attachment: document.value.name, ...rest };
};

/** The document as it came out of the pipeline, for the path that was asked for. */
export const ingestedFile = (
  path: string,
  document: StoredDocument,
  how: { readonly duplicate: boolean; readonly unchanged: boolean },
): IngestedFile => {
  const { latest, live } = document.value;
  const file = {
    path,
    document_id: document.id,
    parser: latest.parser?.plugin ?? null,
    pages: latest.pages,
    chunks: latest.chunks,
    warnings: latest.warnings,
  };
  if (latest.state === 'ready') {
    return { ...file, status: how.duplicate ? 'duplicate' : 'ready', ...(how.unchanged ? { unchanged: true } : {}) };
  }
  const { code, message, hint } = latest.error ?? new DossierError('cancelled');
  const older = {
    code: 'older-version-live',
    message: 'The version of the file before this one is kept and goes on answering.',
  };
  return {
    ...file,
    status: 'failed',
    warnings: live === null ? latest.warnings : [...latest.warnings, older],
    error: { code, message, hint },
  };
};
