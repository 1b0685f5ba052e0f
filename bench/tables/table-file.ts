/** The cells of a table, row by row; '' where a cell is empty or covered by one that spans it. */
export type Grid = readonly (readonly string[])[];

/** A file whose tables are known. */
export type TableFile = {
  readonly name: string;
  /** Those of the whole file, in the order of its text. */
  readonly tables: readonly Grid[];
  bytes(): Promise<Uint8Array>;
};
