import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from 'koa';
import { HttpMethodEnum, koaBody } from 'koa-body';
import { z } from 'zod';
import { DossierError } from '../../core/errors/error.ts';

/** Largest JSON body, bytes. */
const JSON_LIMIT = 1_000_000;
/** Bytes of a form beside its file: the other fields and the multipart framing. */
const FORM_OVERHEAD = 100_000;
/** Fields of a form beside its file. */
const MOST_FIELDS = 50;

const { POST, PUT, PATCH, DELETE } = HttpMethodEnum;
const jsonParser = koaBody({
  jsonLimit: JSON_LIMIT,
  text: false,
  urlencoded: false,
  parsedMethods: [POST, PUT, PATCH, DELETE],
});

/** The JSON object in the request's body; {} where there is none. */
export const readJsonBody = async (ctx: Context): Promise<Record<string, unknown>> => {
  if (ctx.request.length === 0 || (ctx.request.length === undefined && !ctx.get('Transfer-Encoding'))) return {};
  if (ctx.is('application/json') === false) {
    throw new DossierError('body_unsupported', { expected: 'JSON (application/json)' });
  }
  await parse(ctx, jsonParser, () => new DossierError('body_too_large', { limit: JSON_LIMIT }));
  const body: unknown = ctx.request.body;
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  throw new DossierError('invalid_input', { problems: ['the body is not a JSON object'] });
};

export type UploadedForm = {
  readonly bytes: Uint8Array;
  /** As the caller names it, without folders. */
  readonly name: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
};

const uploadSchema = z.object({
  body: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  files: z.object({ file: z.object({ filepath: z.string(), originalFilename: z.string().nullable() }) }),
});

/**
 * A form with one file in the part `file`, written to a folder of its own below the data folder while it arrives and
 * removed before the answer leaves, whatever happens in between.
 */
export const readUpload = async (ctx: Context, folder: string, maxBytes: number): Promise<UploadedForm> => {
  const limit = { bytes: ctx.request.length ?? `more than ${maxBytes}`, limit: maxBytes };
  if (ctx.is('multipart/form-data') === false) {
    throw new DossierError('body_unsupported', { expected: 'a form with a file (multipart/form-data)' });
  }
  if ((ctx.request.length ?? 0) > maxBytes + FORM_OVERHEAD) throw new DossierError('too_large', limit);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const uploadDir = await mkdtemp(path.join(folder, 'upload-'));
  try {
    await parse(
      ctx,
      koaBody({
        multipart: true,
        json: false,
        text: false,
        urlencoded: false,
        formidable: {
          uploadDir,
          maxFiles: 1,
          maxFields: MOST_FIELDS,
          maxFieldsSize: FORM_OVERHEAD,
          maxFileSize: maxBytes,
          maxTotalFileSize: maxBytes,
          allowEmptyFiles: true,
          minFileSize: 0,
        },
      }),
      (failure) => {
        const problem = formProblems.get(failure);
        return problem === undefined
          ? new DossierError('too_large', limit)
          : new DossierError('invalid_input', { problems: [problem] });
      },
    );
    const form = uploadSchema.safeParse(ctx.request);
    if (!form.success)
      throw new DossierError('invalid_input', { problems: ['file: the form has no such part, or it is no file'] });
    const { body, files } = form.data;
    return {
      bytes: await readFile(files.file.filepath),
      name: (files.file.originalFilename ?? '').split(/[/\\]/).at(-1) ?? '',
      fields: Object.fromEntries(Object.entries(body).map(([name, value]) => [name, [value].flat()])),
    };
  } finally {
    await rm(uploadDir, { recursive: true, force: true });
  }
};

/** What formidable also answers with 413, by the code of its error: it is not the file that is too large. */
const formProblems = new Map<unknown, string>([
  [1015, 'file: one file in each request'],
  [1007, `the form has more than ${MOST_FIELDS} fields`],
  [1006, `the form's fields have more than ${FORM_OVERHEAD} bytes`],
]);

const failureSchema = z.object({
  status: z.number().optional(),
  httpCode: z.number().optional(),
  /** Of zlib, where the body is not compressed as its Content-Encoding says, or of formidable. */
  code: z.unknown().optional(),
});

/** koa-body's failures carry a status; the ones that are the caller's become errors that say what was wrong. */
const parse = async (
  ctx: Context,
  parser: ReturnType<typeof koaBody>,
  tooLarge: (code: unknown) => DossierError,
): Promise<void> => {
  try {
    await parser(ctx, async () => {});
  } catch (thrown) {
    const failure = failureSchema.safeParse(thrown);
    const status = failure.success ? (failure.data.status ?? failure.data.httpCode) : undefined;
    if (status === 413) throw tooLarge(failure.data?.code);
    if (ctx.req.destroyed && !ctx.req.complete) throw new DossierError('cancelled', {}, { cause: thrown });
    const unpacking = failure.success && String(failure.data.code).startsWith('Z_');
    if (unpacking || (status !== undefined && status >= 400 && status < 500)) {
      throw new DossierError('invalid_input', { problems: ['the body cannot be read as what its Content-Type says'] });
    }
    throw thrown;
  }
};
