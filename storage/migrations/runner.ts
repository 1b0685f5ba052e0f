import { DossierError } from '../../core/errors/error.ts';

/** One step of a schema. Versions count from 1 without gaps; a step that was released is never edited. */
export type Migration<Database> = {
  readonly version: number;
  /** What it brings, for the log. */
  readonly name: string;
  up(database: Database): void | Promise<void>;
  /** Undoes `up`, data that only the newer schema can hold included. */
  down(database: Database): void | Promise<void>;
};

/** What an engine gives the runner. */
export type MigrationTarget<Database> = {
  /** The version that the data has now, 0 when there is none. */
  version(): number | Promise<number>;
  /**
   * Runs one step and records the version that it leaves, both or neither. `from` is the version that the runner saw:
   * where another process was quicker and the data has another by now, nothing is run and false comes back.
   */
  step(
    from: number,
    to: number,
    run: (database: Database) => void | Promise<void>,
    name: string,
  ): boolean | Promise<boolean>;
  /** Called once before the first step on data that exists: the place for a safety copy. */
  before?(from: number, to: number): void | Promise<void>;
};

/**
 * Brings data from whatever version it has to `to` (default: the newest). Any number of processes may do so at once.
 * Throws `store_newer` where the data is beyond what these migrations know.
 */
export const migrate = async <Database>(
  migrations: readonly Migration<Database>[],
  target: MigrationTarget<Database>,
  to: number = migrations.length,
): Promise<number> => {
  const misplaced = migrations.findIndex((migration, index) => migration.version !== index + 1);
  if (misplaced >= 0 || !Number.isInteger(to) || to < 0 || to > migrations.length) throw new DossierError('internal');
  let prepared = false;
  for (;;) {
    const current = await target.version();
    if (current > migrations.length) {
      throw new DossierError('store_newer', { found: current, known: migrations.length });
    }
    if (current === to) return current;
    if (!prepared && current > 0) await target.before?.(current, to);
    prepared = true;
    const migration = migrations[current < to ? current : current - 1];
    if (!migration) throw new DossierError('internal');
    if (current < to) await target.step(current, current + 1, (database) => migration.up(database), migration.name);
    else await target.step(current, current - 1, (database) => migration.down(database), migration.name);
  }
};
