import type { Sql } from '../database.ts';
import { number } from '../rows.ts';
import type { Workspace } from './workspaces.ts';

export const publishedPassages = (sql: Sql, workspace: Workspace): number =>
  number(
    sql.get('select coalesce(sum(passages), 0) as count from documents where workspace = ?', workspace.number)?.[
      'count'
    ],
  );

export const countPassages = (sql: Sql, workspace: Workspace, documentIds: readonly string[]): number =>
  number(
    sql.get(
      `select coalesce(sum(passages), 0) as count from documents
        where workspace = ? and document in (select value from json_each(?))`,
      workspace.number,
      JSON.stringify(documentIds),
    )?.['count'],
  );
