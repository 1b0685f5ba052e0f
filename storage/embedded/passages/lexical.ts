import type { LexicalQuery, PassageFilter, RankedPassage } from '../../../core/ports/passages.ts';
import type { Sql } from '../database.ts';
import { number } from '../rows.ts';
import { exactTop, publishedRows, withIds } from './ranking.ts';
import type { Workspace } from './workspaces.ts';

/** A string token of FTS5's query language: whatever is inside is text, cut off at most at a NUL, so that goes first. */
const quoted = (words: readonly string[]): string => `"${words.join(' ').replaceAll('\0', ' ').replaceAll('"', '""')}"`;

const expression = (query: LexicalQuery): string => {
  const terms = query.terms.map((term) => quoted([term.toLowerCase()]));
  const phrases = (query.phrases ?? []).map((words) => quoted(words.map((word) => word.toLowerCase())));
  return [...new Set([...terms, ...phrases])].join(' OR ');
};

/**
 * BM25 as FTS5 has it (k1 1.2, b 0.75), its sign turned. Ordering by the function and not by the hidden column `rank`
 * halves the time: SQLite then keeps only the best rows instead of sorting them all.
 */
export const lexical = (
  sql: Sql,
  workspace: Workspace,
  query: LexicalQuery,
  limit: number,
  filter?: PassageFilter,
): readonly RankedPassage[] => {
  const match = expression(query);
  if (match === '' || limit < 1) return [];
  const narrowed = filter?.documentIds ? `and +rowid in (${publishedRows})` : '';
  const parameters = filter?.documentIds ? [workspace.number, JSON.stringify(filter.documentIds)] : [];
  const text = `select rowid as row, -bm25(${workspace.words}) as score from ${workspace.words}
    where ${workspace.words} match ? ${narrowed} order by score desc limit ?`;
  const found = exactTop(limit, (wanted) =>
    sql
      .all(text, match, ...parameters, wanted)
      .map((row) => ({ row: number(row['row']), score: number(row['score']) })),
  );
  return withIds(sql, found, limit);
};

/** Counted by the index itself, so that a term is cut into tokens and stemmed as in a search. */
export const frequencies = (sql: Sql, workspace: Workspace, terms: readonly string[]): number[] =>
  terms.map((term) =>
    number(
      sql.get(
        `select count(*) as count from ${workspace.words} where ${workspace.words} match ?`,
        quoted([term.toLowerCase()]),
      )?.['count'],
    ),
  );
