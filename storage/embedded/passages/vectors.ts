import { DossierError } from '../../../core/errors/error.ts';
import type { PassageFilter, PassageVector, RankedPassage } from '../../../core/ports/passages.ts';
import type { Sql } from '../database.ts';
import { number, text } from '../rows.ts';
import { exactTop, narrowShare, publishedRows, type RankedRow, shareOf, withIds } from './ranking.ts';
import type { Space, Workspace } from './workspaces.ts';

/** The most neighbours that vec0 gives. */
const mostNeighbours = 4096;
/** The vector at length 1 as SQLite takes it, null where it has no direction. */
const unitBlob = (space: Space, vector: Float32Array): Uint8Array | null => {
  if (vector.length !== space.dimensions || !vector.every(Number.isFinite)) throw new DossierError('internal');
  const length = Math.hypot(...vector);
  if (length === 0) return null;
  return new Uint8Array(vector.map((component) => component / length).buffer);
};

export const putVectors = (sql: Sql, workspace: Workspace, space: Space, vectors: readonly PassageVector[]): void => {
  for (const { id, vector } of vectors) {
    const blob = unitBlob(space, vector);
    for (const found of sql.all(
      'select row, published from passages where workspace = ? and id = ?',
      workspace.number,
      id,
    )) {
      const row = BigInt(number(found['row']));
      sql.run(
        `insert into ${space.vectors} values (?, ?) on conflict do update set vector = excluded.vector`,
        row,
        blob,
      );
      if (found['published'] !== 1) continue;
      sql.run(`delete from ${space.nearest} where rowid = ?`, row);
      if (blob) sql.run(`insert into ${space.nearest} (rowid, vector) values (?, ?)`, row, blob);
    }
  }
};

/**
 * Exact, by Euclidean distance d between vectors of length 1, where cosine = 1 - d²/2: sqlite-vec has that vectorized.
 */
export const nearest = (
  sql: Sql,
  workspace: Workspace,
  space: Space,
  vector: Float32Array,
  limit: number,
  filter?: PassageFilter,
): readonly RankedPassage[] => {
  const query = unitBlob(space, vector);
  if (query === null || limit < 1) return [];
  const documentIds = filter?.documentIds;
  const share = documentIds ? shareOf(sql, workspace, documentIds) : 1;
  if (share === 0) return [];
  const fetch = (wanted: number): readonly RankedRow[] =>
    (share > narrowShare ? amongBlocks(sql, space, query, wanted, share, documentIds) : undefined) ??
    oneByOne(sql, workspace, space, query, wanted, documentIds);
  return withIds(sql, exactTop(limit, 1, fetch), limit);
};

const cosine = (distance: unknown): number =>
  typeof distance === 'number' ? Math.max(-1, Math.min(1, 1 - (distance * distance) / 2)) : 0;

const oneByOne = (
  sql: Sql,
  workspace: Workspace,
  space: Space,
  query: Uint8Array,
  wanted: number,
  documentIds?: readonly string[],
): readonly RankedRow[] => {
  const rows = documentIds ? publishedRows : 'select row from passages where workspace = ? and published = 1';
  return sql
    .all(
      `select row, vec_distance_l2(vector, ?) as distance from ${space.vectors}
        where row in (${rows}) and vector is not null order by distance limit ?`,
      query,
      workspace.number,
      ...(documentIds ? [JSON.stringify(documentIds)] : []),
      wanted,
    )
    .map((row) => ({ row: number(row['row']), score: cosine(row['distance']) }));
};

/**
 * All published vectors in order of distance, and of those the filter's. undefined where that takes more neighbours
 * than vec0 gives.
 */
const amongBlocks = (
  sql: Sql,
  space: Space,
  query: Uint8Array,
  wanted: number,
  share: number,
  documentIds?: readonly string[],
): readonly RankedRow[] | undefined => {
  const allowed = documentIds && new Set(documentIds);
  // Every further neighbour costs a pass over each block, so no more of them than are likely to do.
  for (let neighbours = Math.ceil(wanted / share); neighbours <= mostNeighbours; neighbours *= 4) {
    const found = sql.all(
      `select n.rowid as row, n.distance, document from (
          select rowid, distance from ${space.nearest} where vector match ? and k = ?
        ) n cross join passages p on p.row = n.rowid order by n.distance`,
      query,
      BigInt(neighbours),
    );
    const kept = allowed ? found.filter((row) => allowed.has(text(row['document']))) : found;
    if (kept.length >= wanted || found.length < neighbours) {
      return kept.slice(0, wanted).map((row) => ({ row: number(row['row']), score: cosine(row['distance']) }));
    }
  }
  return undefined;
};
