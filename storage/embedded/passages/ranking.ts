import type { RankedPassage } from '../../../core/ports/passages.ts';
import type { Sql } from '../database.ts';
import { number, text } from '../rows.ts';
import { countPassages, publishedPassages } from './counting.ts';
import type { Workspace } from './workspaces.ts';

export type RankedRow = { readonly row: number; readonly score: number };

/** Rows of the published passages of some documents; takes the workspace and the document ids as a JSON array. */
export const publishedRows =
  'select row from passages where workspace = ? and published = 1 and document in (select value from json_each(?))';

/**
 * The best `limit` rows and everything that ties with the last of them: the engine breaks ties by row, we by passage
 * id. `fetch` gives the best so many (fewer means that there are no more); `margin` more than the limit are read, so
 * that a tie across the limit is noticed.
 */
export const exactTop = <T extends { readonly score: number }>(
  limit: number,
  margin: number,
  fetch: (wanted: number) => readonly T[],
): readonly T[] => {
  for (let wanted = limit + margin; ; wanted *= 4) {
    const found = fetch(wanted);
    const last = found[limit - 1];
    const beyond = found.at(-1);
    if (!last || !beyond) return found;
    if (found.length < wanted || beyond.score < last.score) return found.filter(({ score }) => score >= last.score);
  }
};

/**
 * Below this share of the workspace, a filter's passages are looked at one by one; above, all passages are ranked and
 * those of the filter kept.
 */
export const narrowShare = 0.3;

/** How much of the workspace the documents are. */
export const shareOf = (sql: Sql, workspace: Workspace, documentIds: readonly string[]): number =>
  countPassages(sql, workspace, documentIds) / Math.max(1, publishedPassages(sql, workspace));

export const withIds = (sql: Sql, found: readonly RankedRow[], limit: number): readonly RankedPassage[] =>
  sql
    .all(
      'select passages.id, j.key as place from json_each(?) j join passages on row = j.value',
      JSON.stringify(found.map(({ row }) => row)),
    )
    .map((row) => ({ id: text(row['id']), score: found[number(row['place'])]?.score ?? 0 }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
