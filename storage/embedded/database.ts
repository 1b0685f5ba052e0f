import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { getLoadablePath } from 'sqlite-vec';
import { DossierError } from '../../core/errors/error.ts';
import { spaced } from '../../core/text/unspaced.ts';
import { isBusy, toStoreError } from './errors.ts';

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Statements inside one transaction. Prepared once per text and kept. */
export type Sql = {
  all(text: string, ...parameters: SQLInputValue[]): readonly Row[];
  get(text: string, ...parameters: SQLInputValue[]): Row | undefined;
  /** How many rows it changed. */
  run(text: string, ...parameters: SQLInputValue[]): number;
  exec(text: string): void;
};

/**
 * What a write waits for. `synced`: on disk before it resolves, together with every write before it.
 * `ordered`: survives the death of the process; after a power cut it may be missing, but never while a later one is there.
 */
export type Durability = 'synced' | 'ordered';

export type Database = {
  readonly file: string;
  /** One snapshot for all that `work` reads. */
  read<T>(work: (sql: Sql) => T): Promise<T>;
  /** All that `work` writes or nothing. Waits for other processes; throws `store_locked` when they do not finish. */
  write<T>(work: (sql: Sql) => T, durability: Durability): Promise<T>;
  /** For statements that must not stand in a transaction. */
  outside<T>(work: (sql: Sql) => T): Promise<T>;
  close(): void;
};

/** Calls that follow each other for this long let timers and sockets have their turn: SQLite itself never waits. */
const turnMilliseconds = 10;
/** SQLite waits this long by itself before we yield to the event loop and try again. */
const busyMilliseconds = 10;
const statementsKept = 400;

export const openDatabase = async (file: string, options: { lockWaitMilliseconds: number }): Promise<Database> => {
  const connection = connect(file);
  const sql = statements(connection);
  let synchronous: Durability | undefined;
  const setDurability = (durability: Durability) => {
    if (synchronous === durability) return;
    connection.exec(`pragma synchronous = ${durability === 'synced' ? 'full' : 'normal'}`);
    synchronous = durability;
  };

  const transaction = <T>(begin: string, work: (sql: Sql) => T): T => {
    sql.run(begin);
    try {
      const result = work(sql);
      sql.run('commit');
      return result;
    } catch (error) {
      if (connection.isTransaction) connection.exec('rollback');
      throw error;
    }
  };

  let turnStarted: number | undefined;
  const giveWay = async () => {
    if (turnStarted === undefined) {
      turnStarted = performance.now();
      setImmediate(() => {
        turnStarted = undefined;
      });
    } else if (performance.now() - turnStarted > turnMilliseconds) await nextTurn();
  };
  /** Another process's lock is a matter of real time, which an injected clock cannot make pass. */
  const patiently = async <T>(attempt: () => T): Promise<T> => {
    await giveWay();
    const deadline = performance.now() + options.lockWaitMilliseconds;
    for (;;) {
      try {
        return attempt();
      } catch (error) {
        if (!isBusy(error)) throw toStoreError(error);
        if (performance.now() >= deadline) throw new DossierError('store_locked', {}, { cause: error });
      }
      await pause(1 + Math.random() * 20);
    }
  };

  const close = () => {
    if (connection.isOpen) connection.close();
  };

  try {
    // 16 MiB of page cache: enough for the inner pages of the indexes; the system's cache holds the rest.
    await patiently(() =>
      sql.exec('pragma journal_mode = wal; pragma cache_size = -16384; pragma temp_store = memory'),
    );
  } catch (error) {
    close();
    throw error;
  }
  return {
    file,
    read: (work) => patiently(() => transaction('begin', work)),
    write: (work, durability) =>
      patiently(() => {
        setDurability(durability);
        return transaction('begin immediate', work);
      }),
    outside: (work) => patiently(() => work(sql)),
    close,
  };
};

const connect = (file: string): DatabaseSync => {
  const connection = new DatabaseSync(file, { allowExtension: true, timeout: busyMilliseconds });
  try {
    connection.loadExtension(getLoadablePath());
  } catch (error) {
    connection.close();
    throw new DossierError('package_missing', { package: 'sqlite-vec' }, { cause: error });
  }
  connection.enableLoadExtension(false);
  connection.function('spaced', { deterministic: true, directOnly: true }, (value) => spaced(String(value)));
  return connection;
};

const statements = (connection: DatabaseSync): Sql => {
  const reading = cache((text) => connection.prepare(text));
  // `run` reads the last row id too, and that of a full-text table is beyond what a number holds.
  const changing = cache((text) => connection.prepare(text, { readBigInts: true }));
  return {
    all: (text, ...parameters) => reading(text).all(...parameters),
    get: (text, ...parameters) => reading(text).get(...parameters),
    run: (text, ...parameters) => Number(changing(text).run(...parameters).changes),
    exec: (text) => connection.exec(text),
  };
};

const cache = (prepare: (text: string) => StatementSync): ((text: string) => StatementSync) => {
  const prepared = new Map<string, StatementSync>();
  return (text) => {
    const known = prepared.get(text);
    if (known) return known;
    if (prepared.size >= statementsKept) prepared.clear();
    const made = prepare(text);
    prepared.set(text, made);
    return made;
  };
};
