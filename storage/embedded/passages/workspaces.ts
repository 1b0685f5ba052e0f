import { DossierError } from '../../../core/errors/error.ts';
import type { VectorSpace } from '../../../core/ports/passages.ts';
import type { Sql } from '../database.ts';
import { number, text } from '../rows.ts';

/**
 * Each workspace has a full-text table of its own and each vector space of a workspace its own pair of tables:
 * no filter has to find the tenant, and one tenant's words never change another's ranks.
 */
export type Workspace = { readonly number: number; readonly words: string };

export type Space = {
  readonly number: number;
  readonly id: string;
  readonly dimensions: number;
  /** All vectors, staged or published, by passage row. */
  readonly vectors: string;
  /** vec0 over the published ones. */
  readonly nearest: string;
};

const workspaceOf = (found: number): Workspace => ({ number: found, words: `words_${found}` });

export const findWorkspace = (sql: Sql, name: string): Workspace | undefined => {
  const row = sql.get('select number from workspaces where name = ?', name);
  return row && workspaceOf(number(row['number']));
};

export const ensureWorkspace = (sql: Sql, name: string): Workspace => {
  const known = findWorkspace(sql, name);
  if (known) return known;
  sql.run('insert into workspaces (name) values (?)', name);
  const made = findWorkspace(sql, name);
  if (!made) throw new DossierError('internal');
  // The text itself stays in `passages`: the index keeps only its words (contentless, with deletes).
  sql.exec(`create virtual table ${made.words} using fts5(
    text, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
  )`);
  return made;
};

export const spacesOf = (sql: Sql, workspace: Workspace): readonly Space[] =>
  sql.all('select number, id, dimensions from spaces where workspace = ? order by id', workspace.number).map((row) => ({
    number: number(row['number']),
    id: text(row['id']),
    dimensions: number(row['dimensions']),
    vectors: `vectors_${number(row['number'])}`,
    nearest: `nearest_${number(row['number'])}`,
  }));

export const findSpace = (sql: Sql, workspace: Workspace, space: VectorSpace): Space | undefined => {
  const found = spacesOf(sql, workspace).find(({ id }) => id === space.id);
  if (found && found.dimensions !== space.dimensions) throw new DossierError('internal');
  return found;
};

export const ensureSpace = (sql: Sql, workspace: Workspace, space: VectorSpace): Space => {
  const known = findSpace(sql, workspace, space);
  if (known) return known;
  sql.run(
    'insert into spaces (workspace, id, dimensions) values (?, ?, ?)',
    workspace.number,
    space.id,
    space.dimensions,
  );
  const made = findSpace(sql, workspace, space);
  if (!made) throw new DossierError('internal');
  // A vector without direction is kept as null, so that it counts as embedded but is near to nothing.
  sql.exec(`create table ${made.vectors} (
    row integer primary key references passages (row) on delete cascade,
    vector blob
  ) strict`);
  createNearest(sql, made);
  return made;
};

const createNearest = (sql: Sql, space: Space) =>
  sql.exec(`create virtual table ${space.nearest} using vec0(vector float[${space.dimensions}])`);

/** Indexes the published vectors of a space from the start. */
export const rebuildNearest = (sql: Sql, space: Space): void => {
  sql.exec(`drop table ${space.nearest}`);
  createNearest(sql, space);
  sql.run(
    `insert into ${space.nearest} (rowid, vector)
      select row, vector from ${space.vectors} join passages using (row) where published = 1 and vector is not null`,
  );
};

export const dropSpace = (sql: Sql, space: Space): void => {
  sql.exec(`drop table ${space.nearest}; drop table ${space.vectors}`);
  sql.run('delete from spaces where number = ?', space.number);
};
