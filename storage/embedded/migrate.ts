import { rename, rm } from 'node:fs/promises';
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
        const copy = `${database.file}.schema-${from}`;
        await rm(`${copy}.part`, { force: true });
        await database.outside((sql) => sql.run('vacuum into ?', `${copy}.part`));
        await rename(`${copy}.part`, copy);
        log.info({ copy, from }, 'copied the database before changing its schema');
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
