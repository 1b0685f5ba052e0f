import type { Passage } from '../../../core/document/passage.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { Sql } from '../database.ts';
import { number } from '../rows.ts';
import { publishedPassages } from './counting.ts';
import { labelSpacesOf } from './label-spaces.ts';
import { rebuildNearest, spacesOf, type Workspace } from './workspaces.ts';

/**
 * What a passage is found by: its text, and the names of its tables' columns where they do not stand in it. The index
 * parts words at spaces only, so characters of scripts that have none are parted before.
 */
const searchable = `spaced(case when column_names is null or instr(text, column_names) > 0 then text
  else column_names || char(10) || text end)`;

/** vec0 keeps vectors in blocks of this many and fills gaps in the last block only. */
const blockSize = 1024;

export const stage = (
  sql: Sql,
  workspace: Workspace,
  documentId: string,
  version: number,
  passages: readonly Passage[],
): void => {
  unstage(sql, workspace, documentId, version);
  for (const passage of passages) {
    if (passage.documentId !== documentId || passage.version !== version) throw new DossierError('internal');
    sql.run(
      `insert into passages (workspace, published, document, version, position, id, page, char_start, char_end, text,
        heading_path, source, ocr_confidence, table_rows, column_names, cell_range, part)
        values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      workspace.number,
      documentId,
      version,
      passage.index,
      passage.id,
      passage.page,
      passage.charStart,
      passage.charEnd,
      passage.text,
      JSON.stringify(passage.headingPath),
      passage.source,
      passage.ocrConfidence ?? null,
      passage.rows === undefined
        ? null
        : JSON.stringify(passage.rows.map(({ start, end, named }) => [start, end, named])),
      passage.columns ?? null,
      passage.range ?? null,
      passage.part ?? null,
    );
  }
};

export const unstage = (sql: Sql, workspace: Workspace, documentId: string, version: number): void => {
  sql.run(
    'delete from passages where workspace = ? and published = 0 and document = ? and version = ?',
    workspace.number,
    documentId,
    version,
  );
};

export const publish = (sql: Sql, workspace: Workspace, documentId: string, version: number): void => {
  const live = sql.get(
    'select version from documents where workspace = ? and document = ?',
    workspace.number,
    documentId,
  );
  const liveVersion = live && number(live['version']);
  if (liveVersion !== undefined && liveVersion > version) {
    unstage(sql, workspace, documentId, version);
    return;
  }
  const staged = number(
    sql.get(
      'select count(*) as count from passages where workspace = ? and published = 0 and document = ? and version = ?',
      workspace.number,
      documentId,
      version,
    )?.['count'],
  );
  // Published already, and nothing new staged: a repeated call.
  if (liveVersion !== version || staged > 0) {
    withdraw(sql, workspace, documentId);
    reveal(sql, workspace, documentId, version);
    sql.run('insert into documents values (?, ?, ?, ?)', workspace.number, documentId, version, staged);
  }
  sql.run(
    'delete from passages where workspace = ? and published = 0 and document = ? and version < ?',
    workspace.number,
    documentId,
    version,
  );
  closeGaps(sql, workspace);
};

export const removeDocument = (sql: Sql, workspace: Workspace, documentId: string): void => {
  withdraw(sql, workspace, documentId);
  sql.run('delete from passages where workspace = ? and published = 0 and document = ?', workspace.number, documentId);
  closeGaps(sql, workspace);
};

/** Staged passages, their vectors and their labels enter the indexes. */
const reveal = (sql: Sql, workspace: Workspace, documentId: string, version: number) => {
  const ofVersion = 'workspace = ? and published = 1 and document = ? and version = ?';
  const parameters = [workspace.number, documentId, version];
  sql.run(
    'update passages set published = 1 where workspace = ? and published = 0 and document = ? and version = ?',
    ...parameters,
  );
  sql.run(
    `insert into ${workspace.words} (rowid, text) select row, ${searchable} from passages where ${ofVersion} order by row`,
    ...parameters,
  );
  for (const space of spacesOf(sql, workspace)) {
    sql.run(
      `insert into ${space.nearest} (rowid, vector)
        select row, vector from passages join ${space.vectors} using (row)
        where ${ofVersion} and vector is not null order by row`,
      ...parameters,
    );
  }
  for (const space of labelSpacesOf(sql, workspace)) {
    sql.run(
      `update ${space.labels} set published = 1 where row in (select row from passages where ${ofVersion})`,
      ...parameters,
    );
  }
};

/** What is published of a document leaves the indexes and the tables. */
const withdraw = (sql: Sql, workspace: Workspace, documentId: string) => {
  const ofDocument = 'workspace = ? and published = 1 and document = ?';
  const spaces = spacesOf(sql, workspace);
  for (const found of sql.all(`select row from passages where ${ofDocument}`, workspace.number, documentId)) {
    const row = BigInt(number(found['row']));
    sql.run(`delete from ${workspace.words} where rowid = ?`, row);
    for (const space of spaces) sql.run(`delete from ${space.nearest} where rowid = ?`, row);
  }
  sql.run(`delete from passages where ${ofDocument}`, workspace.number, documentId);
  sql.run('delete from documents where workspace = ? and document = ?', workspace.number, documentId);
};

/** A search reads every block, however few of its places are taken: index anew when most are empty. */
const closeGaps = (sql: Sql, workspace: Workspace) => {
  const published = publishedPassages(sql, workspace);
  for (const space of spacesOf(sql, workspace)) {
    const blocks = number(sql.get(`select count(*) as count from ${space.nearest}_chunks`)?.['count']);
    if (blocks > 2 && blocks * blockSize > 2 * published + 2 * blockSize) rebuildNearest(sql, space);
  }
};
