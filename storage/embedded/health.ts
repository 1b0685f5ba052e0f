import { readFile, stat } from 'node:fs/promises';
import { DossierError } from '../../core/errors/error.ts';
import type { StoreHealth } from '../../core/ports/store.ts';
import { blobFile, digestOf } from './blobs/files.ts';
import type { Database, Row, Sql } from './database.ts';
import type { Paths } from './folder.ts';
import { number, text } from './rows.ts';

/** Many problems say no more than a few. */
const problemsShown = 20;

export const health = async (database: Database, at: Paths, deep: boolean): Promise<StoreHealth> => {
  const problems: string[] = [];
  let details: StoreHealth['details'] = { folder: at.folder };
  try {
    details = { ...details, ...(await database.read(sizes)), database_bytes: (await stat(at.database)).size };
    if (deep) {
      problems.push(...(await database.read(integrity)));
      problems.push(...(await database.read(indexes)));
    }
    problems.push(...(await blobProblems(database, at, deep)));
  } catch (error) {
    const coded = DossierError.from(error);
    problems.push(coded.message);
  }
  const shown = problems.slice(0, problemsShown);
  if (problems.length > shown.length) shown.push(`and ${problems.length - shown.length} more`);
  return { engine: 'embedded', ok: problems.length === 0, details, problems: shown };
};

const count = (sql: Sql, statement: string): number => number(sql.get(statement)?.['count']);

const sizes = (sql: Sql) => ({
  schema: number(sql.get('pragma user_version')?.['user_version']),
  workspaces: count(sql, 'select count(*) as count from workspaces'),
  documents: count(sql, 'select count(*) as count from documents'),
  passages: count(sql, 'select coalesce(sum(passages), 0) as count from documents'),
  vector_spaces: count(sql, 'select count(*) as count from spaces'),
  label_spaces: count(sql, 'select count(*) as count from label_spaces'),
  blobs: count(sql, 'select count(*) as count from blobs'),
  blob_bytes: count(sql, 'select coalesce(sum(bytes), 0) as count from blobs'),
  jobs_waiting: count(sql, "select count(*) as count from jobs where state = 'waiting'"),
  jobs_running: count(sql, "select count(*) as count from jobs where state = 'running'"),
});

/** SQLite's own check, which asks the full-text tables to check themselves too. */
const integrity = (sql: Sql): string[] => {
  const found = sql.all('pragma integrity_check').map((row) => text(row['integrity_check']));
  const orphans = sql.all('pragma foreign_key_check').map((row) => `${text(row['table'])} points to what is gone`);
  return [...found.filter((line) => line !== 'ok').map((line) => `dossier.db: ${line}`), ...orphans];
};

/** Every published passage, and nothing else, is in the indexes that should have it. */
const indexes = (sql: Sql): string[] => {
  const published = 'select row from passages where published = 1 and workspace =';
  const differences = (wanted: string, indexed: string): number =>
    count(
      sql,
      `select (select count(*) from (select * from (${wanted}) except select * from (${indexed})))
        + (select count(*) from (select * from (${indexed}) except select * from (${wanted}))) as count`,
    );
  const problems: string[] = [];
  for (const row of sql.all('select number from workspaces')) {
    const workspace = number(row['number']);
    const missing = differences(`${published} ${workspace}`, `select id from words_${workspace}_docsize`);
    if (missing > 0) problems.push(`the full-text index differs from the passages in ${missing} places`);
  }
  for (const row of sql.all('select number, workspace from spaces')) {
    const space = number(row['number']);
    const workspace = number(row['workspace']);
    const missing = differences(
      `select row from vectors_${space} where vector is not null and row in (${published} ${workspace})`,
      `select rowid from nearest_${space}_rowids`,
    );
    if (missing > 0) problems.push(`the vector index differs from the vectors in ${missing} places`);
  }
  for (const row of sql.all('select number, workspace from label_spaces')) {
    const outside = count(
      sql,
      `select count(*) as count from labels_${number(row['number'])} l left join passages p using (row)
        where p.row is null or p.workspace <> ${number(row['workspace'])}
          or l.char_start < p.char_start or l.char_end > p.char_end`,
    );
    if (outside > 0) problems.push(`${outside} labels do not stand in a passage`);
  }
  return problems;
};

const blobProblems = async (database: Database, at: Paths, deep: boolean): Promise<string[]> => {
  const rows = await database.read((sql) => sql.all('select workspace, sha256, bytes from blobs'));
  const problems: string[] = [];
  for (const row of rows) {
    const problem = await blobProblem(at, row, deep);
    // One that was removed since we listed it is no problem.
    if (problem && (await stillListed(database, row))) problems.push(`blob ${text(row['sha256'])} is ${problem}`);
  }
  return problems;
};

const blobProblem = async (at: Paths, row: Row, deep: boolean): Promise<string | undefined> => {
  const file = blobFile(at.blobs, text(row['workspace']), text(row['sha256']));
  const size = (await stat(file).catch(() => undefined))?.size;
  if (size === undefined) return 'missing';
  if (size !== number(row['bytes'])) return 'changed';
  if (deep && digestOf(await readFile(file)) !== text(row['sha256'])) return 'changed';
  return undefined;
};

const stillListed = (database: Database, row: Row): Promise<boolean> =>
  database.read(
    (sql) =>
      sql.get('select 1 from blobs where workspace = ? and sha256 = ?', text(row['workspace']), text(row['sha256'])) !==
      undefined,
  );
