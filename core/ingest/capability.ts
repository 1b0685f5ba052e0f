import { z } from 'zod';
import { type AnyCapability, defineCapability, type TextStyle } from '../capability/capability.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { IngestLimits } from './ingest.ts';
import { goneFileSchema, type IngestedFile, ingestedFileSchema } from './result.ts';

/** Files that a result lists; a model's context and a response stay bounded however large the folder is. */
const MAX_LISTED = 500;

/** Reads files and folders of this machine. Surfaces over a network have `documents.upload` instead. */
export const ingestCapability = (pipeline: Pipeline, limits: IngestLimits): AnyCapability =>
  defineCapability({
    name: 'ingest',
    title: 'Read files',
    summary: 'Reads files and folders, so that they can be searched and asked about.',
    description:
      'Give absolute paths of files or folders; folders are read with everything below them. Call it again whenever ' +
      'files may have changed: what is known is skipped, what changed is read anew, and what is gone is named ' +
      '(and deleted here with prune). Each file comes out as ready, failed (with what to do about it) or duplicate, ' +
      'and so does each attachment of an e-mail: it is a document of its own.',
    input: z.strictObject({
      paths: z.array(z.string().min(1)).min(1).describe('Files and folders.'),
      prune: z.boolean().default(false).describe('Also delete documents whose file is gone from these folders.'),
    }),
    output: z.object({
      files: z
        .array(ingestedFileSchema)
        .describe(`One entry per file, failed ones first; at most ${MAX_LISTED}, the rest is only counted.`),
      gone: z.array(goneFileSchema).describe('Known files that are no longer there.'),
      summary: z.object({
        files: z.int(),
        ready: z.int(),
        duplicate: z.int(),
        failed: z.int(),
        unchanged: z.int().describe('How many of the files were known and had not changed.'),
        gone: z.int(),
        removed: z.int().describe('How many documents were deleted because their last file is gone.'),
        not_listed: z.int().describe('Files that are counted but not listed.'),
      }),
    }),
    scope: 'documents:write',
    // With prune it deletes documents.
    effect: 'destructive',
    idempotent: true,
    surfaces: ['cli', 'mcp'],
    stream: 'files',
    timeoutSeconds: 0,
    cli: {
      positionals: ['paths'],
      examples: ['ingest ~/Documents/contracts', 'ingest ~/Documents/contracts --prune --json'],
      exit: ({ summary }) => (summary.failed > 0 ? 1 : 0),
    },
    render: ({ files, gone, summary }, style) =>
      [
        ...files.filter(({ unchanged }) => !unchanged).map((file) => line(file, style)),
        ...gone.map(({ path, removed }) => `${style.dim('gone   ')}    ${path}${removed ? ' (deleted)' : ''}`),
        summary.files === 0 && summary.gone === 0 ? 'There are no files to read here.' : counts(summary),
        ...(summary.gone > 0 && gone.some(({ removed }) => !removed)
          ? [style.dim('Add --prune to delete documents whose last file is gone.')]
          : []),
      ].join('\n'),
    run: async (input, context) => {
      const { createIngest } = await import('./ingest.ts');
      const { files, gone } = await createIngest(pipeline, limits)(input, context);
      const having = (status: IngestedFile['status']) => files.filter((file) => file.status === status);
      const listed = [...having('failed'), ...files.filter(({ status }) => status !== 'failed')].slice(0, MAX_LISTED);
      return {
        files: listed,
        gone: [...gone],
        summary: {
          files: files.length,
          ready: having('ready').length,
          duplicate: having('duplicate').length,
          failed: having('failed').length,
          unchanged: files.filter(({ unchanged }) => unchanged).length,
          gone: gone.length,
          removed: gone.filter(({ removed }) => removed).length,
          not_listed: files.length - listed.length,
        },
      };
    },
  });

const line = (file: IngestedFile, style: TextStyle): string => {
  const name = `${style.bold(file.path)}${file.attachment === undefined ? '' : ` › ${style.bold(file.attachment)}`}`;
  const warnings = file.warnings.map(({ message }) => `\n           ${style.dim(message)}`).join('');
  if (file.error) {
    return `${style.bad('failed ')}    ${name}\n           ${file.error.message} ${file.error.hint}${warnings}`;
  }
  if (file.status === 'duplicate') return `${style.dim('same   ')}    ${name} ${style.dim(`is ${file.document_id}`)}`;
  const size = `${plural(file.pages, 'page')}, ${plural(file.chunks, 'passage')}`;
  return `${style.good('ready  ')}    ${name} ${style.dim(`${size}, ${file.parser ?? ''}`)}${warnings}`;
};

const counts = (summary: Record<'ready' | 'duplicate' | 'failed' | 'unchanged' | 'gone', number>): string =>
  [
    `${summary.ready} ready${summary.unchanged > 0 ? ` (${summary.unchanged} unchanged)` : ''}`,
    ...(summary.duplicate > 0 ? [plural(summary.duplicate, 'duplicate')] : []),
    ...(summary.failed > 0 ? [`${summary.failed} failed`] : []),
    ...(summary.gone > 0 ? [`${summary.gone} gone`] : []),
  ].join(', ');

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
