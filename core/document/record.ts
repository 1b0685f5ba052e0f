import { z } from 'zod';
import { errorTable } from '../errors/table.ts';
import type { Collection, Stored } from '../ports/records.ts';
import { warningSchema } from './parsed.ts';

/** Where a version is on its way. `ready`, `failed` and `cancelled` are the ends. */
export const documentStates = [
  'received',
  'scanned',
  'parsed',
  'chunked',
  'embedded',
  'analysed',
  'ready',
  'failed',
  'cancelled',
] as const;
export type DocumentState = (typeof documentStates)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const documentErrorSchema = z.object({
  code: z.enum(Object.keys(errorTable) as [keyof typeof errorTable, ...(keyof typeof errorTable)[]]),
  message: z.string(),
  hint: z.string(),
  /** The stage that failed: the state that could not be left. */
  stage: z.enum(documentStates),
});

/** A document that came in another one: its name there and its original, which is a blob like any other. */
const attachmentSchema = z.object({ name: z.string(), sha256, bytes: z.int().nonnegative() });
export type Attachment = z.infer<typeof attachmentSchema>;

/** What is known of one version of a document; filled in as the stages go by. */
const documentVersionSchema = z.object({
  version: z.int().positive(),
  state: z.enum(documentStates),
  /** Name, bytes and kind of the original; `sha256` finds it in the blobs. */
  name: z.string(),
  sha256,
  bytes: z.int().nonnegative(),
  mediaType: z.string().nullable(),
  /** Which parser read it and why that one: its score for the sniffed type. */
  parser: z.object({ plugin: z.string(), version: z.string(), score: z.number() }).nullable(),
  /** Blob of the parsed document (text, pages, blocks, words). */
  parsedSha256: sha256.nullable(),
  title: z.string().nullable(),
  pages: z.int().nonnegative(),
  characters: z.int().nonnegative(),
  chunks: z.int().nonnegative(),
  warnings: z.array(warningSchema),
  /** Languages to recognize in its pictures instead of those of the configuration. */
  languages: z.array(z.string()).nullable().default(null),
  /** What was found in it; each is a document of its own by the time that this version is ready. */
  attachments: z.array(attachmentSchema).default([]),
  error: documentErrorSchema.nullable(),
  /**
   * Names its current walk through the pipeline. A retry, or a document that was deleted and came back, has another,
   * so that a worker still busy with the walk before changes nothing.
   */
  run: z.string(),
  /** How often a worker has begun the present stage; the walk is given up after a few. */
  attempts: z.int().nonnegative(),
  receivedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type DocumentVersion = z.infer<typeof documentVersionSchema>;

/**
 * A document: what people search is `live`; a version that is still on its way, or that failed, is `latest`.
 * While a new version is being read, the one before goes on answering.
 */
const documentSchema = z.object({
  /** Of `latest`, repeated here so that queries can use it. */
  name: z.string(),
  state: z.enum(documentStates),
  sha256,
  /** Of `live`, repeated here so that a blob's last user can be found. */
  liveSha256: sha256.nullable(),
  /** The version that can be searched, null while there is none. */
  live: documentVersionSchema.nullable(),
  latest: documentVersionSchema,
  /** The document that it came in (an e-mail's attachment); null where it is a file of its own, too. */
  parent: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type DocumentRecord = z.infer<typeof documentSchema>;
export type StoredDocument = Stored<DocumentRecord>;

export const documents: Collection<DocumentRecord> = {
  name: 'core.documents',
  schema: documentSchema,
  indexes: [
    { fields: ['sha256'], unique: true },
    { fields: ['liveSha256'] },
    { fields: ['name'] },
    { fields: ['state'] },
    { fields: ['parent'] },
    { fields: ['createdAt'] },
  ],
};

/**
 * Where a document came from; several paths with the same bytes share one document. An upload is a source too
 * (`path` is "upload:" and the SHA-256), and so is a document that it was attached to (core/document/identity.ts):
 * those have no file that could change or go.
 */
const sourceSchema = z.object({
  path: z.string(),
  documentId: z.string(),
  sha256,
  bytes: z.int().nonnegative(),
  modifiedMs: z.number(),
  seenAt: z.string(),
  /** The document that it is attached to, null where this is a file or an upload. */
  parent: z.string().nullable().default(null),
  /** 0 for a file or an upload, one more than the document that it is attached to. */
  depth: z.int().nonnegative().default(0),
});
export type SourceRecord = z.infer<typeof sourceSchema>;

export const sources: Collection<SourceRecord> = {
  name: 'core.sources',
  schema: sourceSchema,
  indexes: [{ fields: ['path'], unique: true }, { fields: ['documentId'] }, { fields: ['parent'] }],
};
