import type { Passage } from '../document/passage.ts';
import type { Principal } from '../identity/principal.ts';
import type { Span } from '../text/span.ts';

/** A type of clause that a model knows: "Governing Law". */
export type ClauseType = {
  /** Lower case with dashes, unique in the taxonomy: "governing-law". */
  readonly id: string;
  /** As people and the taxonomy's own literature call it: "Governing Law". */
  readonly title: string;
  /** One sentence: what a clause of this type settles. */
  readonly description: string;
};

/** A type and how likely it is, 0 to 1. */
export type TypeProbability = { readonly type: string; readonly probability: number };

/** A sentence of a document, or a row of one of its tables, with the clause types that it states. Offsets are the document's. */
export type ClauseUnit = Span & {
  /** Passage that it stands in, whole. */
  readonly passageId: string;
  /** The likeliest first; those of which there is no question are left out. */
  readonly types: readonly TypeProbability[];
};

/** Units that follow one another and state one clause together; at most 2,000 characters. */
export type StatedClause = Span &
  TypeProbability & {
    /** Passage in which it begins. */
    readonly passageId: string;
  };

/** What a model finds in one document. */
export type ClauseReading = {
  /** `ClauseModel.id` of the model that read it. */
  readonly model: string;
  /** Units that may state something, in the order of the text. */
  readonly units: readonly ClauseUnit[];
  /** What the document is taken to state, in the order of the text. */
  readonly stated: readonly StatedClause[];
  /** For every type of the taxonomy, the probability that the document states it anywhere. */
  readonly presence: readonly TypeProbability[];
};

/**
 * Knows which sentences of a document state which types of clause, and which types a question is about. Called by the
 * pipeline for every document, by retrieval for questions and by the agents. A model brings its own taxonomy.
 */
export type ClauseModel = {
  /** Changes whenever the same text would get other probabilities: taxonomy, weights, features. */
  readonly id: string;
  readonly taxonomy: readonly ClauseType[];
  /** Reads one document, given as all of its passages in order. Probabilities are calibrated. */
  read(passages: readonly Passage[], signal?: AbortSignal): Promise<ClauseReading>;
  /**
   * Which types a question or statement is about, the likeliest first. The probabilities add up to at most 1; what is
   * missing is the probability that it is about none of them.
   */
  about(question: string, signal?: AbortSignal): Promise<readonly TypeProbability[]>;
  /** Releases what it holds. May be called twice. */
  close?(): Promise<void>;
};

/** The configured clause model as agents see it. */
export type ClauseAccess = {
  /** undefined where none is configured or it failed to start; health says which. */
  current(): ClauseModel | undefined;
  /**
   * What the model finds in a version of a document, also before it is published. undefined without a model, or where
   * the version is gone. The last few readings are kept. Throws `clauses_failed`, or a coded error of the model's own,
   * where it could not read the document: go on without what it knows.
   */
  read(
    principal: Principal,
    documentId: string,
    version: number,
    signal?: AbortSignal,
  ): Promise<ClauseReading | undefined>;
};
