import { DossierError } from '../../../core/errors/error.ts';
import type { PassageLabel, Passages } from '../../../core/ports/passages.ts';
import type { Database, Row, Sql } from '../database.ts';
import { number, text } from '../rows.ts';
import { dropLabelSpace, ensureLabelSpace, findLabelSpace, type LabelSpace, labelSpacesOf } from './label-spaces.ts';
import { labelled } from './labelled.ts';
import { ensureWorkspace, findWorkspace, type Workspace } from './workspaces.ts';

type Labels = Pick<Passages, 'putLabels' | 'labelled' | 'labelsOf' | 'withoutLabels' | 'labelSpaces' | 'dropLabels'>;

export const embeddedLabels = (database: Database): Labels => ({
  putLabels: (principal, space, documentId, version, labels) =>
    database.write((sql) => {
      const workspace = ensureWorkspace(sql, principal.workspace);
      putLabels(sql, workspace, space, documentId, version, labels);
    }, 'ordered'),
  labelled: (principal, space, wanted, { limit, filter }) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      const found = workspace && findLabelSpace(sql, workspace, space);
      return found ? labelled(sql, workspace, found, wanted, limit, filter) : [];
    }),
  labelsOf: (principal, space, passageIds) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      const found = workspace && findLabelSpace(sql, workspace, space);
      if (!found) return [];
      return sql
        .all(
          `select p.id, l.char_start, l.char_end, l.label, l.score from json_each(?) j
            cross join passages p on p.workspace = ? and p.id = j.value and p.published = 1
            cross join ${found.labels} l on l.row = p.row
            order by j.key, l.char_start, l.char_end, l.score desc, l.label`,
          JSON.stringify(passageIds),
          workspace.number,
        )
        .map(toLabel);
    }),
  withoutLabels: (principal, space, { limit, documentId }) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      if (!workspace) return [];
      const found = findLabelSpace(sql, workspace, space);
      const conditions = [
        'd.workspace = ?',
        'd.passages > 0',
        ...(documentId === undefined ? [] : ['d.document = ?']),
        ...(found
          ? [
              `not exists (select 1 from passages p cross join ${found.labelled} using (row)
                where p.workspace = d.workspace and p.published = 1 and p.document = d.document)`,
            ]
          : []),
      ];
      return sql
        .all(
          `select document, version from documents d where ${conditions.join(' and ')} order by document limit ?`,
          workspace.number,
          ...(documentId === undefined ? [] : [documentId]),
          limit,
        )
        .map((row) => ({ documentId: text(row['document']), version: number(row['version']) }));
    }),
  labelSpaces: (principal) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      if (!workspace) return [];
      return labelSpacesOf(sql, workspace).map((space) => ({
        id: space.id,
        documents: number(
          sql.get(
            `select count(*) as count from ${space.labelled} cross join passages using (row) where published = 1`,
          )?.['count'],
        ),
      }));
    }),
  dropLabels: (principal, space) =>
    database.write((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      const found = workspace && findLabelSpace(sql, workspace, space);
      if (found) dropLabelSpace(sql, found);
    }, 'ordered'),
});

/** A version may be staged and published at once; what its labels are of decides which of the two they are for. */
const putLabels = (
  sql: Sql,
  workspace: Workspace,
  spaceId: string,
  documentId: string,
  version: number,
  labels: readonly PassageLabel[],
): void => {
  if (labels.some(({ score }) => !(score > 0 && score <= 1))) throw new DossierError('internal');
  for (const published of [0, 1]) {
    const found = sql.all(
      `select row, id, char_start, char_end from passages
        where workspace = ? and published = ? and document = ? and version = ? order by position`,
      workspace.number,
      published,
      documentId,
      version,
    );
    const rows = new Map(found.map((row) => [text(row['id']), row]));
    const [first] = found;
    if (first === undefined || labels.some(({ passageId }) => !rows.has(passageId))) continue;
    const space = ensureLabelSpace(sql, workspace, spaceId);
    for (const row of found) sql.run(`delete from ${space.labels} where row = ?`, number(row['row']));
    for (const label of labels) insert(sql, space, label, rows.get(label.passageId), published);
    sql.run(`insert or ignore into ${space.labelled} values (?)`, number(first['row']));
  }
};

const insert = (
  sql: Sql,
  space: LabelSpace,
  { start, end, label, score }: PassageLabel,
  passage: Row | undefined,
  published: number,
): void => {
  const inside =
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start < end &&
    start >= number(passage?.['char_start']) &&
    end <= number(passage?.['char_end']);
  if (!inside) throw new DossierError('internal');
  sql.run(
    `insert into ${space.labels} (row, char_start, char_end, label, score, published)
      values (?, ?, ?, ?, ?, ?)
      on conflict do update set score = max(score, excluded.score)`,
    number(passage?.['row']),
    start,
    end,
    label,
    score,
    published,
  );
};

const toLabel = (row: Row): PassageLabel => ({
  passageId: text(row['id']),
  start: number(row['char_start']),
  end: number(row['char_end']),
  label: text(row['label']),
  score: number(row['score']),
});
