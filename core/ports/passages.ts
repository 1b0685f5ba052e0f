import type { Passage } from '../document/passage.ts';
import type { Principal } from '../identity/principal.ts';
import type { Span } from '../text/span.ts';

/** Which passages may be found. Applied before ranking, so a filter never costs results. */
export type PassageFilter = {
  /** Only these documents; all of the workspace without it, none with an empty list. */
  readonly documentIds?: readonly string[];
};

/** Words to rank by (BM25): a passage with any of the terms matches. Stemming and case folding are the engine's. */
export type LexicalQuery = {
  /** Single words as they stand in the question. */
  readonly terms: readonly string[];
  /** Word sequences that count as one further term where they stand together. */
  readonly phrases?: readonly (readonly string[])[];
};

/** A ranked passage. Scores are comparable within one answer only; higher is better. Ties are broken by passage id. */
export type RankedPassage = { readonly id: string; readonly score: number };

export type PassageVector = { readonly id: string; readonly vector: Float32Array };

/** A vector space: vectors of different spaces are never compared. The id says model, version and dimensions. */
export type VectorSpace = { readonly id: string; readonly dimensions: number };

/** That a unit of a passage states something ("governing-law"), and how likely. Offsets are the document's. */
export type PassageLabel = Span & {
  readonly passageId: string;
  readonly label: string;
  /** Above 0, at most 1. */
  readonly score: number;
};

/** A label that is asked for and how much it counts; above 0. One that stands twice counts as the sum. */
export type WantedLabel = { readonly label: string; readonly weight: number };

/** A unit of a published passage that has labels that were asked for. Offsets are the document's. */
export type LabelledUnit = Span & {
  /** Of its passage. */
  readonly id: string;
  /** Sum of weight times score over the labels that were asked for. */
  readonly score: number;
  /** Those that it has, the highest score first. */
  readonly labels: readonly { readonly label: string; readonly score: number }[];
};

/**
 * The search index. A version's passages are staged first, given vectors and labels, then published at once;
 * search sees published passages only, so a document is always found whole and in one version.
 */
export type Passages = {
  /** Replaces what is staged for this version. Does not touch what is published. Idempotent. */
  stage(principal: Principal, documentId: string, version: number, passages: readonly Passage[]): Promise<void>;
  /**
   * In one transaction: this version's staged passages become visible; what was published before goes, vectors
   * included, and so does what older versions have staged. Where a newer version is published already, this one's
   * staged passages are dropped instead. Idempotent.
   */
  publish(principal: Principal, documentId: string, version: number): Promise<void>;
  /** Everything of the document, staged and published. Idempotent. */
  remove(principal: Principal, documentId: string): Promise<void>;
  /** Staged passages of one version are dropped; what is published stays. */
  unstage(principal: Principal, documentId: string, version: number): Promise<void>;

  /** Published passages by id, in the order asked; what is not there is left out. */
  get(principal: Principal, ids: readonly string[]): Promise<readonly Passage[]>;
  /** Published passages of a document by index, `from` to `to` exclusive, in order. */
  range(principal: Principal, documentId: string, from: number, to: number): Promise<readonly Passage[]>;
  /** Number of published passages that the filter leaves. */
  count(principal: Principal, filter?: PassageFilter): Promise<number>;

  /** BM25 over published passages: their text, and the names of their tables' columns where those stand elsewhere. An empty query finds nothing. */
  lexical(
    principal: Principal,
    query: LexicalQuery,
    options: { readonly limit: number; readonly filter?: PassageFilter },
  ): Promise<readonly RankedPassage[]>;
  /**
   * In how many published passages of the workspace each term occurs, in the order asked, and how many passages
   * there are: for weighing terms by their rarity. The filter is not applied: rarity is the collection's.
   */
  documentFrequencies(
    principal: Principal,
    terms: readonly string[],
  ): Promise<{ readonly frequencies: readonly number[]; readonly total: number }>;

  /** Creates the space where it is new. */
  openSpace(principal: Principal, space: VectorSpace): Promise<void>;
  /**
   * Vectors of staged or published passages, of whatever length; one of length zero has no direction: it counts as
   * there but is never found. Unknown ids are ignored (the document went meanwhile). Opens the space. Idempotent.
   */
  putVectors(principal: Principal, space: VectorSpace, vectors: readonly PassageVector[]): Promise<void>;
  /**
   * Passages that have no vector in the space yet, at most `limit`, by document and index: with a version those of
   * that version, staged or published; without, the published ones.
   */
  withoutVector(
    principal: Principal,
    space: VectorSpace,
    options: { readonly limit: number; readonly documentId?: string; readonly version?: number },
  ): Promise<readonly Passage[]>;
  /** By cosine similarity (the score, -1 to 1) over published passages that have a vector in the space. */
  nearest(
    principal: Principal,
    space: VectorSpace,
    vector: Float32Array,
    options: { readonly limit: number; readonly filter?: PassageFilter },
  ): Promise<readonly RankedPassage[]>;
  /** Which spaces hold vectors, and how many published passages each covers: for health and re-embedding. */
  spaces(principal: Principal): Promise<readonly { readonly id: string; readonly vectors: number }[]>;
  /** Forgets every vector of the space in the workspace. */
  dropSpace(principal: Principal, spaceId: string): Promise<void>;

  /**
   * Everything that a model says of a version's units, staged or published: what it said before in this space (the id of
   * the model) is replaced. The version counts as labelled from then on, also without a single label. Labels live and
   * die with their passages. Where a label's passage is not the version's, nothing is stored and it does not count as
   * labelled: the document went meanwhile, or was cut differently. Of equal labels of one unit the highest score stays.
   * Idempotent.
   */
  putLabels(
    principal: Principal,
    space: string,
    documentId: string,
    version: number,
    labels: readonly PassageLabel[],
  ): Promise<void>;
  /**
   * The best units over published passages. Ties are broken by passage id, then by place. No label finds nothing. It takes
   * time by how many units have any of the labels: ask for the few that matter.
   */
  labelled(
    principal: Principal,
    space: string,
    wanted: readonly WantedLabel[],
    options: { readonly limit: number; readonly filter?: PassageFilter },
  ): Promise<readonly LabelledUnit[]>;
  /** All labels of published passages, by passage in the order asked, then by place; what is not there is left out. */
  labelsOf(principal: Principal, space: string, passageIds: readonly string[]): Promise<readonly PassageLabel[]>;
  /**
   * Published documents that have passages and are not labelled in the space, at most `limit`, by id: of the
   * workspace, or this one.
   */
  withoutLabels(
    principal: Principal,
    space: string,
    options: { readonly limit: number; readonly documentId?: string },
  ): Promise<readonly { readonly documentId: string; readonly version: number }[]>;
  /** Which spaces hold labels, and how many published documents are labelled in each: for health and labelling anew. */
  labelSpaces(principal: Principal): Promise<readonly { readonly id: string; readonly documents: number }[]>;
  /** Forgets every label of the space in the workspace. */
  dropLabels(principal: Principal, space: string): Promise<void>;
};
