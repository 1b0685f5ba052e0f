import type { z } from 'zod';
import type { Principal, Scope } from '../identity/principal.ts';
import type { Logger } from '../ports/logger.ts';

/** What happens around one call: who calls, how to stop it, where progress goes. */
export type CallContext = {
  readonly principal: Principal;
  readonly signal: AbortSignal;
  readonly log: Logger;
  readonly requestId: string;
  /** How far it has come. Shown as a bar in the shell, sent as a progress notification over MCP. */
  progress(update: ProgressUpdate): void;
  /** One finished element of the output's `stream` field, so that a surface can show it before the rest is done. */
  emit(item: unknown): void;
  /** Whether this caller may read the file or folder; a caller without access to this machine's files may read none. */
  mayRead(path: string): boolean;
};

export type ProgressUpdate = {
  readonly done: number;
  readonly total?: number;
  readonly message?: string;
  /** What has just been finished, where the work consists of things with names. */
  readonly item?: string;
};

/** How a text rendering marks things; plain text where the surface has no styles. */
export type TextStyle = {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  /** Columns to wrap at. */
  readonly width: number;
};

export type Surface = 'cli' | 'mcp' | 'rest';

/**
 * `destructive`: takes something away, from what is stored or from what is shown and reminded of, even where that can be
 * taken back: a program that calls for a person asks them first.
 */
export type Effect = 'read' | 'write' | 'destructive';

/**
 * One typed operation. REST route, OpenAPI entry, MCP tool and CLI command are derived from it,
 * so that the surfaces cannot drift. Field names are snake_case: they are the JSON names everywhere.
 */
export type Capability<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> = {
  /** Dotted, for example "documents.list": the command `documents list`, the tool `documents_list`. */
  readonly name: string;
  /** A few words, for menus. */
  readonly title: string;
  /** One sentence: what it does. */
  readonly summary: string;
  /** When to use it and what comes back; written for a person and for a model. */
  readonly description?: string;
  readonly input: I;
  readonly output: O;
  readonly scope: Scope;
  readonly effect: Effect;
  /** Calling it twice is as good as once. Reads are. */
  readonly idempotent?: boolean;
  /** Default: all three. */
  readonly surfaces?: readonly Surface[];
  readonly http?: HttpBinding<I>;
  readonly cli?: CliBinding<I, O>;
  /** Field of the output, an array, whose elements are given to `context.emit` one by one as they are done. */
  readonly stream?: keyof z.output<O> & string;
  /** Seconds after which the call is stopped. Default 60; 0 for no limit. */
  readonly timeoutSeconds?: number;
  /** The output as a person reads it: the shell's output and the text content of an MCP result. */
  readonly render?: (output: z.output<O>, style: TextStyle) => string;
  run(input: z.output<I>, context: CallContext): Promise<z.input<O>>;
};

export type HttpBinding<I extends z.ZodObject> = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /v1; `{field}` takes an input field from the path. GET takes the rest from the query, others from a JSON body. */
  readonly path: `/${string}`;
  /** The request is a file upload: its bytes and its name become these fields. */
  readonly upload?: { readonly bytes: keyof z.input<I> & string; readonly name: keyof z.input<I> & string };
  /** Status of success, default 200. */
  readonly status?: 200 | 201 | 202;
};

export type CliBinding<I extends z.ZodObject, O extends z.ZodObject> = {
  /** Words of the command where they differ from the name's parts. */
  readonly command?: readonly string[];
  /** Input fields taken from the words after the command, in order; the last may be an array and take the rest. */
  readonly positionals?: readonly (keyof z.input<I> & string)[];
  /** Flag names where they differ from the field's (snake_case becomes --kebab-case). */
  readonly flags?: { readonly [K in keyof z.input<I> & string]?: string };
  /** Whole command lines without the leading "dossier", shown in the command's help. */
  readonly examples?: readonly string[];
  /** Field of the output, a text, that `--out FILE` writes to a file instead of showing it. */
  readonly saves?: keyof z.output<O> & string;
  /** Exit code of a call that returned, default 0. */
  readonly exit?: (output: z.output<O>) => number;
};

/** Keeps the schemas' types while a capability is written down. */
export const defineCapability = <I extends z.ZodObject, O extends z.ZodObject>(
  capability: Capability<I, O>,
): Capability<I, O> => capability;

/** Any capability, as surfaces handle them: input and output are checked by its own schemas. */
export type AnyCapability = Omit<Capability, 'run' | 'render' | 'http' | 'cli' | 'stream'> & {
  readonly http?: Omit<HttpBinding<z.ZodObject>, 'upload'> & { readonly upload?: { bytes: string; name: string } };
  readonly cli?: {
    readonly command?: readonly string[];
    readonly positionals?: readonly string[];
    readonly flags?: { readonly [field: string]: string | undefined };
    readonly examples?: readonly string[];
    readonly saves?: string;
    readonly exit?: (output: never) => number;
  };
  readonly stream?: string;
  readonly render?: (output: never, style: TextStyle) => string;
  run(input: never, context: CallContext): Promise<unknown>;
};
