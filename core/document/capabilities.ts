import { z } from 'zod';
import { type AnyCapability, type CallContext, defineCapability } from '../capability/capability.ts';
import { ocrLanguage } from '../config/schema.ts';
import { DossierError } from '../errors/error.ts';
import { settle, settledAttachments } from '../ingest/attachments.ts';
import { attachmentSources } from '../pipeline/attachments.ts';
import { getDocument } from '../pipeline/control.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { receiveFile } from '../pipeline/receive.ts';
import { toInstant } from '../ports/clock.ts';
import { eachRecord } from './each.ts';
import { fileNameOf } from './file-name.ts';
import { isUpload, sha256Of, uploadSource } from './identity.ts';
import { listDocuments } from './list.ts';
import { documentStates, documents, type SourceRecord, type StoredDocument, sources } from './record.ts';
import { documentLine, documentSheet, documentViewSchema, viewDocument } from './view.ts';

const documentId = z.string().min(1).describe('Id of the document, as documents list gives it.');
const one = z.object({ document: documentViewSchema });

/** What can be done with documents, apart from asking them. */
export const documentCapabilities = (
  pipeline: Pipeline,
  limits: { readonly maxBytes: number },
): readonly AnyCapability[] => {
  const { store, clock } = pipeline.parts;
  const view = ({ principal }: Pick<CallContext, 'principal'>, document: StoredDocument) =>
    viewDocument(document, pipeline.progress.of(principal.workspace, document.id));

  const upload = defineCapability({
    name: 'documents.upload',
    title: 'Upload a document',
    summary: 'Takes a file in and begins to read it.',
    description:
      'Send the file as multipart/form-data. The answer comes at once, with the state of the document; ask for it ' +
      'again until its state is ready, failed or cancelled, or send wait. The same bytes are always the same document.',
    input: z.strictObject({
      file: z.instanceof(Uint8Array).describe('The bytes of the file.'),
      name: z.string().min(1).max(1000).describe('Its name; a folder in it is left out.'),
      wait: z.boolean().default(false).describe('Answer when it and its attachments have been read.'),
    }),
    output: one,
    scope: 'documents:write',
    effect: 'write',
    idempotent: true,
    surfaces: ['rest'],
    http: { method: 'post', path: '/documents', upload: { bytes: 'file', name: 'name' }, status: 202 },
    timeoutSeconds: 600,
    run: async ({ file: bytes, name, wait }, context) => {
      const { maxBytes } = limits;
      if (bytes.byteLength > maxBytes)
        throw new DossierError('too_large', { bytes: bytes.byteLength, limit: maxBytes });
      const sha256 = sha256Of(bytes);
      const file = { name: fileNameOf(name), bytes, sha256, path: uploadSource(sha256), modifiedMs: clock.now() };
      const { document } = await receiveFile(pipeline.parts, context.principal, file, toInstant(clock.now()));
      pipeline.wake();
      if (!wait) return { document: view(context, document) };
      const settled = await settle(pipeline, context.principal, document, context.signal);
      if (settled?.value.state === 'ready') {
        await Array.fromAsync(settledAttachments(pipeline, context.principal, settled, { signal: context.signal }));
      }
      return { document: view(context, settled ?? (await getDocument(store, context.principal, document.id))) };
    },
  });

  const list = defineCapability({
    name: 'documents.list',
    title: 'Documents',
    summary: 'Lists the documents, by name.',
    description: 'The first page; call again with after = next for more. Ids from here are what other calls take.',
    input: z.strictObject({
      state: z.enum(documentStates).optional().describe('Only documents in this state.'),
      name: z.string().min(1).optional().describe('Only documents whose name contains this, in any case.'),
      limit: z.int().min(1).max(200).default(50).describe('Documents per page.'),
      after: z.string().optional().describe('next of the page before.'),
    }),
    output: z.object({
      documents: z.array(documentViewSchema),
      total: z.int().describe('Documents in that state, whatever their name.'),
      next: z.string().nullable().describe('Give it as after for the next page; null on the last.'),
    }),
    scope: 'documents:read',
    effect: 'read',
    http: { method: 'get', path: '/documents' },
    render: ({ documents, total, next }, style) =>
      documents.length === 0
        ? total === 0
          ? 'No documents. Read some: dossier ingest FOLDER'
          : 'No document of that name.'
        : [
            ...documents.map((document) => documentLine(document, style)),
            ...(next === null ? [] : [style.dim(`${documents.length} of ${total}; more with --after ${next}`)]),
          ].join('\n'),
    run: async (input, context) => {
      const page = await listDocuments(store.records, context.principal, input);
      return { ...page, documents: page.documents.map((document) => view(context, document)) };
    },
  });

  const show = defineCapability({
    name: 'documents.show',
    title: 'A document',
    summary: 'Shows all that is known of a document: state, parser, pages, warnings, where it came from.',
    input: z.strictObject({ document_id: documentId }),
    output: one.extend({
      sources: z
        .array(z.string())
        .describe(
          'Paths of the files with these bytes; "upload" for what was uploaded, and "attachment of" a document id.',
        ),
      attachments: z
        .array(z.object({ document_id: z.string(), name: z.string(), state: z.enum(documentStates) }))
        .describe('Documents that are attached to it.'),
    }),
    scope: 'documents:read',
    effect: 'read',
    http: { method: 'get', path: '/documents/{document_id}' },
    cli: { positionals: ['document_id'] },
    render: ({ document, sources: paths, attachments }, style) => documentSheet(document, paths, attachments, style),
    run: async (input, context) => {
      const document = await getDocument(store, context.principal, input.document_id);
      const paths: string[] = [];
      for await (const { value } of eachRecord(store.records, context.principal, sources, {
        where: { documentId: document.id },
      })) {
        paths.push(sourceName(value));
      }
      const attached = await attachmentSources(pipeline.parts, context.principal, document.id);
      const children = await Promise.all(
        attached.map(({ value }) => store.records.get(context.principal, documents, value.documentId)),
      );
      return {
        document: view(context, document),
        sources: paths.sort(),
        attachments: children
          .filter((child) => child !== undefined)
          .map(({ id, value }) => ({ document_id: id, name: value.name, state: value.state }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      };
    },
  });

  const remove = defineCapability({
    name: 'documents.delete',
    title: 'Delete a document',
    summary: 'Deletes a document with its original, its text and everything derived from it; the file on disk stays.',
    description:
      'A document that is still being read is stopped, and what was attached to it and is known from nowhere else goes ' +
      'with it. Ingesting the file again brings it back.',
    input: z.strictObject({ document_id: documentId }),
    output: z.object({ document_id: z.string(), name: z.string(), deleted: z.literal(true) }),
    scope: 'documents:write',
    effect: 'destructive',
    http: { method: 'delete', path: '/documents/{document_id}' },
    cli: { positionals: ['document_id'] },
    render: ({ name, document_id: id }) => `Deleted ${name} (${id}). The file itself was not touched.`,
    run: async (input, { principal }) => {
      const { id, value } = await pipeline.remove(principal, input.document_id);
      return { document_id: id, name: value.name, deleted: true as const };
    },
  });

  const cancel = defineCapability({
    name: 'documents.cancel',
    title: 'Stop reading a document',
    summary: 'Stops a document that is still being read; one that is done stays as it is.',
    input: z.strictObject({ document_id: documentId }),
    output: one,
    scope: 'documents:write',
    effect: 'write',
    idempotent: true,
    http: { method: 'post', path: '/documents/{document_id}/cancel' },
    cli: { positionals: ['document_id'] },
    render: ({ document }, style) => documentLine(document, style),
    run: async (input, context) => ({
      document: view(context, await pipeline.cancel(context.principal, input.document_id)),
    }),
  });

  const retry = defineCapability({
    name: 'documents.retry',
    title: 'Read a document again',
    summary: 'Starts a failed or cancelled document again; any other stays as it is.',
    input: z.strictObject({ document_id: documentId }),
    output: one,
    scope: 'documents:write',
    effect: 'write',
    idempotent: true,
    http: { method: 'post', path: '/documents/{document_id}/retry', status: 202 },
    cli: { positionals: ['document_id'] },
    render: ({ document }, style) => documentLine(document, style),
    run: async (input, context) => ({
      document: view(context, await pipeline.retry(context.principal, input.document_id)),
    }),
  });

  const reread = defineCapability({
    name: 'documents.reread',
    title: 'Read a document once more',
    summary:
      'Reads a document once more from its original, with other languages for scans and pictures if you name some.',
    description:
      'For a scan in a language that was not expected, and after a parser was added or updated. What is known of the ' +
      'document goes on answering until the new reading is ready. A document that is being read has to end first.',
    input: z.strictObject({
      document_id: documentId,
      languages: z
        .array(ocrLanguage)
        .max(8)
        .optional()
        .describe('Languages to recognize, the likeliest first: "deu", "eng". Without, those of the configuration.'),
      wait: z.boolean().default(true).describe('Answer when it has been read; false answers at once.'),
    }),
    output: one,
    scope: 'documents:write',
    effect: 'write',
    http: { method: 'post', path: '/documents/{document_id}/reread' },
    timeoutSeconds: 600,
    cli: {
      positionals: ['document_id'],
      flags: { languages: 'language' },
      examples: ['documents reread DOCUMENT-ID --language deu --language eng'],
    },
    render: ({ document }, style) => documentLine(document, style),
    run: async ({ document_id: id, languages, wait }, context) => {
      const { principal, signal } = context;
      const begun = await pipeline.reread(principal, id, languages ?? null);
      if (!wait) return { document: view(context, begun) };
      const settled = await settle(pipeline, principal, begun, signal);
      return { document: view(context, settled ?? (await getDocument(store, principal, id))) };
    },
  });

  return [upload, list, show, remove, cancel, retry, reread];
};

const sourceName = ({ path, parent }: SourceRecord): string =>
  parent !== null ? `attachment of ${parent}` : isUpload(path) ? 'upload' : path;
