import { z } from 'zod';
import type { TextStyle } from '../capability/capability.ts';
import type { DocumentProgress } from '../pipeline/progress.ts';
import { warningSchema } from './parsed.ts';
import { documentStates, type StoredDocument } from './record.ts';

/** A document as every surface shows it. Figures are of the latest version. */
export const documentViewSchema = z.object({
  document_id: z.string(),
  name: z.string(),
  state: z
    .enum(documentStates)
    .describe('Of the latest version. ready, failed and cancelled are the ends; the others are on the way.'),
  version: z.int().describe('The latest version; it rises when the file changes.'),
  live_version: z
    .int()
    .nullable()
    .describe(
      'The version that search and ask use, null while there is none. An older one stays until a newer is ready.',
    ),
  sha256: z.string().describe('Of the original bytes.'),
  bytes: z.int(),
  media_type: z.string().nullable(),
  parser: z.string().nullable().describe('Plugin that read it, with its version.'),
  title: z.string().nullable(),
  pages: z.int(),
  characters: z.int(),
  chunks: z.int(),
  warnings: z.array(warningSchema),
  error: z
    .object({ code: z.string(), message: z.string(), hint: z.string(), stage: z.enum(documentStates) })
    .nullable()
    .describe('Why it failed; stage is the last state that was reached.'),
  parent_id: z
    .string()
    .nullable()
    .describe('The document that it is attached to; null where it is a file of its own, too.'),
  languages: z
    .array(z.string())
    .nullable()
    .describe('Languages recognized in its scans and pictures, where they are not those of the configuration.'),
  progress: z.number().nullable().describe('How much of the current step is done, 0 to 1, where this process knows.'),
  created_at: z.string(),
  updated_at: z.string(),
});
export type DocumentView = z.infer<typeof documentViewSchema>;

export const viewDocument = ({ id, value }: StoredDocument, progress?: DocumentProgress): DocumentView => {
  const { latest } = value;
  return {
    document_id: id,
    name: value.name,
    state: value.state,
    version: latest.version,
    live_version: value.live?.version ?? null,
    sha256: latest.sha256,
    bytes: latest.bytes,
    media_type: latest.mediaType,
    parser: latest.parser && `${latest.parser.plugin} ${latest.parser.version}`,
    title: latest.title,
    pages: latest.pages,
    characters: latest.characters,
    chunks: latest.chunks,
    warnings: latest.warnings,
    error: latest.error,
    parent_id: value.parent,
    languages: latest.languages,
    progress: progress?.version === latest.version && progress.state === value.state ? progress.fraction : null,
    created_at: value.createdAt,
    updated_at: value.updatedAt,
  };
};

export const documentLine = (view: DocumentView, style: TextStyle): string => {
  const state = { ready: style.good, failed: style.bad, cancelled: style.bad }[view.state as string] ?? style.dim;
  const size =
    view.state === 'ready'
      ? `${count(view.pages, 'page')}, ${count(view.chunks, 'passage')}`
      : (view.error?.message ?? (view.progress === null ? '' : `${Math.round(view.progress * 100)} %`));
  const parent = view.parent_id === null ? '' : `  attached to ${view.parent_id}`;
  return `${style.dim(view.document_id)}  ${state(view.state.padEnd(9))}  ${style.bold(view.name)}  ${style.dim(`${size}${parent}`)}`;
};

/** Everything that is known, a fact per line. */
export const documentSheet = (
  view: DocumentView,
  sources: readonly string[],
  attachments: readonly { readonly document_id: string; readonly name: string; readonly state: string }[],
  style: TextStyle,
): string =>
  [
    style.bold(view.name),
    fact('id', view.document_id, style),
    fact('state', view.error ? `${view.state} at ${view.error.stage}: ${view.error.message}` : view.state, style),
    ...(view.error ? [fact('do', view.error.hint, style)] : []),
    ...(view.title === null ? [] : [fact('title', view.title, style)]),
    fact('version', `${view.version}${olderLive(view)}`, style),
    fact('kind', view.media_type ?? 'not known yet', style),
    fact('parser', view.parser ?? 'none yet', style),
    fact('size', `${view.bytes} bytes, ${count(view.pages, 'page')}, ${count(view.chunks, 'passage')}`, style),
    ...view.warnings.map(({ message }) => fact('warning', message, style)),
    ...sources.map((source) => fact('source', source, style)),
    ...attachments.map(({ name, document_id: id, state }) => fact('attached', `${name} (${id}, ${state})`, style)),
    fact('received', view.created_at, style),
  ].join('\n');

const olderLive = ({ version, live_version: live }: DocumentView): string =>
  live === version ? '' : live === null ? ' (cannot be searched yet)' : ` (version ${live} is searched meanwhile)`;

const fact = (name: string, value: string, style: TextStyle): string => `${style.dim(name.padEnd(9))} ${value}`;

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
