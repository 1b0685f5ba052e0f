import type { LexicalQuery, PassageFilter, RankedPassage } from '../../../core/ports/passages.ts';
import { spaced } from '../../../core/text/unspaced.ts';
import type { Sql } from '../database.ts';
import { number, text } from '../rows.ts';
import { exactTop, narrowShare, publishedRows, type RankedRow, shareOf, withIds } from './ranking.ts';
import type { Workspace } from './workspaces.ts';

/** A few more rows cost next to nothing here, a second search a whole one; boilerplate ties often. */
const margin = 8;

/**
 * A string token of FTS5's query language: whatever is inside is text, cut off at most at a NUL, so that goes first.
 * Characters of scripts without spaces are parted as in the index: a word of them is found inside any run.
 */
const quoted = (words: readonly string[]): string =>
  `"${spaced(words.join(' ')).replaceAll('\0', ' ').replaceAll('"', '""')}"`;

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
  const documentIds = filter?.documentIds;
  const share = documentIds ? shareOf(sql, workspace, documentIds) : 1;
  if (share === 0) return [];
  const fetch = (wanted: number): readonly RankedRow[] => {
    if (!documentIds) return best(sql, workspace, match, wanted);
    return (
      (share > narrowShare ? bestThatPass(sql, workspace, match, wanted, share, documentIds) : undefined) ??
      best(sql, workspace, match, wanted, documentIds)
    );
  };
  return withIds(sql, exactTop(limit, margin, fetch), limit);
};

const best = (
  sql: Sql,
  workspace: Workspace,
  match: string,
  wanted: number,
  documentIds?: readonly string[],
): readonly RankedRow[] => {
  const narrowed = documentIds ? `and +rowid in (${publishedRows})` : '';
  const parameters = documentIds ? [workspace.number, JSON.stringify(documentIds)] : [];
  return sql
    .all(
      `select rowid as row, -bm25(${workspace.words}) as score from ${workspace.words}
        where ${workspace.words} match ? ${narrowed} order by score desc limit ?`,
      match,
      ...parameters,
      wanted,
    )
    .map((row) => ({ row: number(row['row']), score: number(row['score']) }));
};

/**
 * For a filter that most passages pass: the best of all, and of those the filter's, which spares naming all its rows.
 * undefined where too few of the best pass.
 */
const bestThatPass = (
  sql: Sql,
  workspace: Workspace,
  match: string,
  wanted: number,
  share: number,
  documentIds: readonly string[],
): readonly RankedRow[] | undefined => {
  const among = Math.ceil((2 * wanted) / share);
  const found = best(sql, workspace, match, among);
  const allowed = new Set(documentIds);
  const documents = sql.all(
    'select document from json_each(?) j cross join passages on row = j.value order by j.key',
    JSON.stringify(found.map(({ row }) => row)),
  );
  const kept = found.filter((_, place) => allowed.has(text(documents[place]?.['document'])));
  return kept.length >= wanted || found.length < among ? kept.slice(0, wanted) : undefined;
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
