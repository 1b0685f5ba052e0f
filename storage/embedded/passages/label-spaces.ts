import { DossierError } from '../../../core/errors/error.ts';
import type { Sql } from '../database.ts';
import { number, text } from '../rows.ts';
import type { Workspace } from './workspaces.ts';

/** Each label space of a workspace has a pair of tables of its own, as a vector space has. */
export type LabelSpace = {
  readonly number: number;
  readonly id: string;
  /** What the units of passages state, staged or published, by passage row. */
  readonly labels: string;
  /** One passage of each version that is labelled: it goes with the version, and with it what is noted here. */
  readonly labelled: string;
};

export const labelSpacesOf = (sql: Sql, workspace: Workspace): readonly LabelSpace[] =>
  sql.all('select number, id from label_spaces where workspace = ? order by id', workspace.number).map((row) => ({
    number: number(row['number']),
    id: text(row['id']),
    labels: `labels_${number(row['number'])}`,
    labelled: `labelled_${number(row['number'])}`,
  }));

export const findLabelSpace = (sql: Sql, workspace: Workspace, id: string): LabelSpace | undefined =>
  labelSpacesOf(sql, workspace).find((space) => space.id === id);

export const ensureLabelSpace = (sql: Sql, workspace: Workspace, id: string): LabelSpace => {
  const known = findLabelSpace(sql, workspace, id);
  if (known) return known;
  sql.run('insert into label_spaces (workspace, id) values (?, ?)', workspace.number, id);
  const made = findLabelSpace(sql, workspace, id);
  if (!made) throw new DossierError('internal');
  // The index holds what ranking reads and nothing else, the best of each label first: published units.
  sql.exec(`
    create table ${made.labels} (
      row integer not null references passages (row) on delete cascade,
      char_start integer not null,
      char_end integer not null,
      label text not null,
      score real not null,
      published integer not null,
      primary key (row, char_start, char_end, label)
    ) strict, without rowid;
    create index ${made.labels}_best on ${made.labels} (label, score desc) where published = 1;
    create table ${made.labelled} (
      row integer primary key references passages (row) on delete cascade
    ) strict;
  `);
  return made;
};

export const dropLabelSpace = (sql: Sql, space: LabelSpace): void => {
  sql.exec(`drop table ${space.labelled}; drop table ${space.labels}`);
  sql.run('delete from label_spaces where number = ?', space.number);
};
