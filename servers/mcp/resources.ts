import { randomUUID } from 'node:crypto';
import {
  type CompleteRequestParams,
  type CompleteResult,
  type ListResourcesResult,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  ResourceNotFoundError,
  type ResourceTemplateType,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import { DossierError } from '../../core/errors/error.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import type { Application } from '../../core/system/application.ts';

/** Documents listed at once. */
const PAGE_SIZE = 50;
const COMPLETIONS = 200;
/** Characters of one resource: the most that `read` gives at once. */
const TEXT_LIMIT = 8_000;
const TEXT = 'text/plain';

const uriOf = (documentId: string): string => `dossier://documents/${encodeURIComponent(documentId)}`;

export const resourceTemplates: ResourceTemplateType[] = [
  {
    name: 'document',
    title: 'Document',
    uriTemplate: 'dossier://documents/{document_id}',
    description: 'The text of a document from its beginning. A long one is cut, with what to do to read on.',
    mimeType: TEXT,
  },
  {
    name: 'page',
    title: 'Page of a document',
    uriTemplate: 'dossier://documents/{document_id}/pages/{page}',
    description: 'The text of one page, counted from 1.',
    mimeType: TEXT,
  },
];

/** What resources need of the outputs of `documents.list` and `read`. */
const listed = z.object({
  documents: z.array(
    z.object({
      document_id: z.string(),
      name: z.string(),
      pages: z.number(),
      /** null while there is no text to read: it is on its way, or has failed. */
      live_version: z.number().nullable(),
    }),
  ),
  next: z.string().nullish(),
});
const stretch = z.object({ text: z.string(), next: z.number().nullable() });

/** Resources are read through the capabilities, so that who may read what is decided in one place. */
export const listResources = async (
  application: Application,
  cursor: string | undefined,
): Promise<ListResourcesResult> => {
  const input = { limit: PAGE_SIZE, ...(cursor === undefined ? {} : { after: cursor }) };
  const { documents, next } = await call(application, 'documents.list', input, listed);
  return {
    resources: documents.filter(readable).map(({ document_id, name, pages }) => ({
      uri: uriOf(document_id),
      name,
      mimeType: TEXT,
      description: pages === 1 ? '1 page' : `${pages} pages, each at ${uriOf(document_id)}/pages/N`,
    })),
    ...(next ? { nextCursor: next } : {}),
  };
};

export const readResource = async (application: Application, uri: string): Promise<ReadResourceResult> => {
  const [, id, page] = /^dossier:\/\/documents\/([^/?#]+)(?:\/pages\/(\d{1,9}))?$/.exec(uri) ?? [];
  if (id === undefined) throw new ResourceNotFoundError(uri);
  const input = {
    document_id: decode(id),
    max_characters: TEXT_LIMIT,
    ...(page === undefined ? {} : { page: Number(page) }),
  };
  const { text, next } = await call(application, 'read', input, stretch, uri);
  const more =
    next === null ? '' : `\n[Cut here. Read on with the tool read: document_id ${decode(id)}, start ${next}.]`;
  return { contents: [{ uri, mimeType: TEXT, text: `${text}${more}` }] };
};

/** Completes the ids of documents by what was typed of the id or of the name. */
export const completeResource = async (
  application: Application,
  { ref, argument }: Pick<CompleteRequestParams, 'ref' | 'argument'>,
): Promise<CompleteResult> => {
  if (ref.type !== 'ref/resource' || argument.name !== 'document_id')
    return { completion: { values: [], hasMore: false } };
  const { documents } = await call(application, 'documents.list', { limit: COMPLETIONS }, listed);
  const typed = argument.value.toLowerCase();
  const values = documents
    .filter(readable)
    .filter(({ document_id, name }) => document_id.startsWith(argument.value) || name.toLowerCase().startsWith(typed))
    .map(({ document_id }) => document_id);
  return { completion: { values, hasMore: false } };
};

const readable = ({ live_version: version }: { live_version: number | null }): boolean => version !== null;

const decode = (id: string): string => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

const call = async <T>(
  application: Application,
  name: string,
  input: unknown,
  schema: z.ZodType<T>,
  uri?: string,
): Promise<T> => {
  const capability = application.capabilities.get(name);
  if (capability === undefined)
    throw new ProtocolError(ProtocolErrorCode.MethodNotFound, 'No documents are served here.');
  try {
    return schema.parse(
      await application.invoke(capability, input, { principal: localPrincipal, requestId: randomUUID() }),
    );
  } catch (thrown) {
    throw asProtocolError(thrown, uri);
  }
};

/** An error for where the protocol has no result to carry it. */
export const asProtocolError = (thrown: unknown, uri?: string): ProtocolError => {
  if (thrown instanceof ProtocolError) return thrown;
  const error = DossierError.from(thrown);
  if (error.kind === 'not-found' && uri !== undefined)
    return new ResourceNotFoundError(uri, `${error.message} ${error.hint}`);
  return new ProtocolError(error.mapping.jsonRpc, `${error.message} ${error.hint}`, error.toJSON());
};
