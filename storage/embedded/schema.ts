import type { Migration } from '../migrations/runner.ts';
import { createAgendaJobs, dropAgendaJobs } from './agenda/schema.ts';
import type { Sql } from './database.ts';
import { number } from './rows.ts';

/**
 * Tables that come into being with a collection (`records_N`), a workspace (`words_N`), a vector space
 * (`vectors_N`, `nearest_N`) or a label space (`labels_N`, `labelled_N`) are made where they are first needed; the
 * catalogues here number them.
 */
export const migrations: readonly Migration<Sql>[] = [
  {
    version: 1,
    name: 'records, jobs, passages, blobs',
    up: (sql) =>
      sql.exec(`
        create table collections (
          number integer primary key,
          name text not null unique,
          indexes text not null
        ) strict;

        create table jobs (
          sequence integer primary key autoincrement,
          id text not null unique,
          workspace text not null,
          kind text not null,
          key text not null,
          payload text not null,
          state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
          attempts integer not null,
          run_at real not null,
          worker text,
          lease_until real,
          cancel_requested integer not null default 0,
          error text,
          unique (workspace, kind, key)
        ) strict;
        create index jobs_waiting on jobs (kind, run_at) where state = 'waiting';
        create index jobs_running on jobs (kind, lease_until) where state = 'running';
        create index jobs_states on jobs (workspace, kind, state);

        create table workspaces (
          number integer primary key,
          name text not null unique
        ) strict;
        create table documents (
          workspace integer not null references workspaces (number),
          document text not null,
          version integer not null,
          passages integer not null,
          primary key (workspace, document)
        ) strict, without rowid;
        create table passages (
          row integer primary key autoincrement,
          workspace integer not null references workspaces (number),
          published integer not null,
          document text not null,
          version integer not null,
          position integer not null,
          id text not null,
          page integer not null,
          char_start integer not null,
          char_end integer not null,
          text text not null,
          heading_path text not null,
          source text not null,
          ocr_confidence real
        ) strict;
        create unique index passages_position on passages (workspace, published, document, position, version);
        create unique index passages_id on passages (workspace, id, published, version);
        create table spaces (
          number integer primary key,
          workspace integer not null references workspaces (number),
          id text not null,
          dimensions integer not null,
          unique (workspace, id)
        ) strict;

        create table blobs (
          workspace text not null,
          sha256 text not null,
          bytes integer not null,
          primary key (workspace, sha256)
        ) strict, without rowid;
        create table discarded_blobs (
          workspace text not null,
          sha256 text not null,
          primary key (workspace, sha256)
        ) strict, without rowid;
        create table backups (
          id text primary key,
          until real not null
        ) strict, without rowid;
      `),
    down: (sql) => {
      for (const row of sql.all('select number from spaces')) {
        sql.exec(`drop table nearest_${number(row['number'])}; drop table vectors_${number(row['number'])}`);
      }
      for (const row of sql.all('select number from workspaces')) sql.exec(`drop table words_${number(row['number'])}`);
      for (const row of sql.all('select number from collections')) {
        sql.exec(`drop table records_${number(row['number'])}`);
      }
      sql.exec(`
        drop table backups; drop table discarded_blobs; drop table blobs;
        drop table spaces; drop table passages; drop table documents; drop table workspaces;
        drop table jobs; drop table collections;
      `);
    },
  },
  {
    version: 2,
    name: 'rows of tables, parts in another voice, words of scripts without spaces',
    up: (sql) => {
      sql.exec(`
        alter table passages add column table_rows text;
        alter table passages add column column_names text;
        alter table passages add column cell_range text;
        alter table passages add column part text;
      `);
      indexAnew(sql, 'spaced(text)');
    },
    down: (sql) => {
      indexAnew(sql, 'text');
      sql.exec(`
        alter table passages drop column part;
        alter table passages drop column cell_range;
        alter table passages drop column column_names;
        alter table passages drop column table_rows;
      `);
    },
  },
  {
    version: 3,
    name: 'labels of passages',
    up: (sql) =>
      sql.exec(`
        create table label_spaces (
          number integer primary key,
          workspace integer not null references workspaces (number),
          id text not null,
          unique (workspace, id)
        ) strict;
      `),
    down: (sql) => {
      for (const row of sql.all('select number from label_spaces')) {
        sql.exec(`drop table labelled_${number(row['number'])}; drop table labels_${number(row['number'])}`);
      }
      sql.exec('drop table label_spaces');
    },
  },
  { version: 4, name: 'jobs of Agenda', up: createAgendaJobs, down: dropAgendaJobs },
];

/** Indexes the words of all published passages again, made of this expression. */
const indexAnew = (sql: Sql, expression: string): void => {
  for (const row of sql.all('select number from workspaces')) {
    const workspace = number(row['number']);
    const words = `words_${workspace}`;
    sql.run(
      `delete from ${words} where rowid in (select row from passages where workspace = ? and published = 1)`,
      workspace,
    );
    sql.run(
      `insert into ${words} (rowid, text)
        select row, ${expression} from passages where workspace = ? and published = 1 order by row`,
      workspace,
    );
  }
};
