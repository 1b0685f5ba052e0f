import { z } from 'zod';
import type { OcrSettings, ParseLimits } from '../ports/parser.ts';

/** One parser as a child process loads it. */
export type ParserModule = {
  /** The plugin's name and version, as the host read them from its metadata. */
  readonly plugin: string;
  readonly version: string;
  /** file: URL of the module that exports `plugin`. */
  readonly module: string;
  /** Validated by the host. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Not one of ours: wins a tie. */
  readonly external: boolean;
};

/** Host to child: first once, then one file after another. */
export type HostMessage =
  | { readonly type: 'start'; readonly parsers: readonly ParserModule[]; readonly limits: ParseLimits }
  | { readonly type: 'parse'; readonly id: string; readonly name: string; readonly ocr: OcrSettings };

/**
 * Child to host. The child has read hostile bytes by then, so each message is checked as if an attacker wrote it.
 * `document` is checked apart, by core/document/validate.ts.
 */
export const childMessageSchema = z.discriminatedUnion('type', [
  /** Sent before each plugin's module is loaded, so that one that never returns is known by name. */
  z.object({ type: z.literal('loading'), plugin: z.string().max(200) }),
  z.object({
    type: z.literal('ready'),
    failed: z.array(z.object({ plugin: z.string().max(200), problem: z.string().max(2000) })).max(1000),
  }),
  /** The file's type is known and the parser is chosen. */
  z.object({ type: z.literal('chosen'), id: z.string(), plugin: z.string().max(200) }),
  z.object({ type: z.literal('progress'), id: z.string(), fraction: z.number().min(0).max(1) }),
  /** One more page or picture is about to be recognized. */
  z.object({ type: z.literal('recognizing'), id: z.string() }),
  z.object({
    type: z.literal('result'),
    id: z.string(),
    plugin: z.string().max(200),
    score: z.number().positive().max(1),
    mediaType: z.string().regex(/^[a-z0-9.+/-]{1,100}$/),
    document: z.unknown(),
    /** The children's bytes follow in the payload, in order. */
    childBytes: z.array(z.int().nonnegative()),
  }),
  z.object({ type: z.literal('error'), id: z.string(), code: z.string(), details: z.record(z.string(), z.unknown()) }),
]);
export type ChildMessage = z.infer<typeof childMessageSchema>;
