import type { z } from 'zod';

/** What a chat model is asked to do. */
export type ModelRequest<T> = {
  /** What we want, in our words. The only place from which the model takes instructions. */
  readonly instructions: string;
  /** The user's question. */
  readonly question: string;
  /** Untrusted text, delimited and marked as data by the model plugin. The ids are what the answer may cite. */
  readonly sources: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  /** The shape of the answer; an answer of another shape is `model_invalid`. */
  readonly output: z.ZodType<T>;
  readonly signal?: AbortSignal;
};

/**
 * A chat model. Called by agents, only when one is configured; what it says is checked like any other claim.
 * Throws `model_unreachable`, `model_refused`, `model_invalid` or `timeout`; the caller goes on without it.
 */
export type Model = {
  /** Provider and model, for display: "openai:gpt-…". */
  readonly name: string;
  generate<T>(request: ModelRequest<T>): Promise<T>;
  close?(): Promise<void>;
};

/** The configured chat model as agents see it. */
export type ModelAccess = {
  /** undefined where none is configured or it failed to start; health says which. */
  current(): Model | undefined;
};
