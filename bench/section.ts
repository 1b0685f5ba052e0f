import type { Row } from './report.ts';

export type BenchOptions = {
  /** Fewer repetitions and smaller collections. */
  readonly quick: boolean;
  /** Folder of a model for the transformers embedder and for the bare runtime. */
  readonly model?: string;
  /** Folder with further files to parse. */
  readonly corpora?: string;
  /** Folder of PDFs to ingest as a whole. */
  readonly pdf?: string;
  /** Says what is being done. */
  progress(message: string): void;
};

export type Measured = { readonly rows: readonly Row[]; readonly notes: readonly string[] };

/** Measures one section. Throws where something that it needs does not work; a missing option is a note. */
export type Measure = (options: BenchOptions) => Promise<Measured>;
