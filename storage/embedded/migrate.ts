import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { DossierError } from '../../core/errors/error.ts';
import type { Logger } from '../../core/ports/logger.ts';
import { type Migration, migrate } from '../migrations/runner.ts';
import type { Database, Sql } from './database.ts';
import { number } from './rows.ts';

/** "DOSR": tells our database from another that lies where it is expected. */
const applicationId = 0x444f5352;

const versionOf = (sql: Sql): number => number(sql.get('pragma user_version')?.['user_version']);

/** Brings the database to version `to`; beforehand a copy of it is put beside it as dossier.db.schema-N. */
export const migrateDatabase = async (
  database: Database,
  migrations: readonly Migration<Sql>[],
  log: Logger,
  to: number = migrations.length,
): Promise<number> => {
  const foreign = await database.read((sql) => {
    const id = number(sql.get('pragma application_id')?.['application_id']);
    return id !== applicationId && sql.get('select 1 from sqlite_schema limit 1') !== undefined;
  });
  if (foreign) throw new DossierError('store_damaged', { problem: 'dossier.db belongs to another program' });

  return migrate(
    migrations,
    {
      version: () => database.read(versionOf),
      before: async (from) => {
        if (await copyDatabase(database, from)) log.info({ from }, 'copied the database before changing its schema');
      },
      step: (from, next, run, name) =>
        database.write((sql) => {
          if (versionOf(sql) !== from) return false;
          // SQLite's transactions cannot span a wait.
          if (run(sql) instanceof Promise) throw new DossierError('internal');
          sql.exec(`pragma application_id = ${applicationId}; pragma user_version = ${next}`);
          log.info({ from, to: next, name }, 'changed the schema');
          return true;
        }, 'synced'),
    },
    to,
  );
};

/** False where another process has changed the schema meanwhile; it has made the copy then. */
const copyDatabase = async (database: Database, version: number): Promise<boolean> => {
  const copy = `${database.file}.schema-${version}`;
  const part = `${copy}.${randomUUID()}.part`;
  try {
    await database.outside((sql) => {
      rmSync(part, { force: true });
      sql.run('vacuum into ?', part);
    });
    await chmod(part, 0o600);
    const made = new DatabaseSync(part, { readOnly: true });
    const found = made.prepare('pragma user_version').get();
    made.close();
    if (number(found?.['user_version']) !== version) return false;
    await rename(part, copy);
    return true;
  } finally {
    await rm(part, { force: true });
  }
};
