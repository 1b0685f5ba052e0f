import { z } from 'zod';
import { type Passage, passageParts } from '../../../core/document/passage.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { Passages } from '../../../core/ports/passages.ts';
import type { Database, Row } from '../database.ts';
import { json, number, text } from '../rows.ts';
import { countPassages, publishedPassages } from './counting.ts';
import { embeddedLabels } from './labels.ts';
import { frequencies, lexical } from './lexical.ts';
import { publish, removeDocument, stage, unstage } from './publishing.ts';
import { nearest, putVectors } from './vectors.ts';
import { dropSpace, ensureSpace, ensureWorkspace, findSpace, findWorkspace, spacesOf } from './workspaces.ts';

export const embeddedPassages = (database: Database): Passages => ({
  ...embeddedLabels(database),
  stage: (principal, documentId, version, passages) =>
    database.write(
      (sql) => stage(sql, ensureWorkspace(sql, principal.workspace), documentId, version, passages),
      'ordered',
    ),
  publish: (principal, documentId, version) =>
    database.write((sql) => publish(sql, ensureWorkspace(sql, principal.workspace), documentId, version), 'ordered'),
  remove: (principal, documentId) =>
    database.write((sql) => removeDocument(sql, ensureWorkspace(sql, principal.workspace), documentId), 'ordered'),
  unstage: (principal, documentId, version) =>
    database.write((sql) => unstage(sql, ensureWorkspace(sql, principal.workspace), documentId, version), 'ordered'),

  get: (principal, ids) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      if (!workspace) return [];
      return sql
        .all(
          `select passages.* from json_each(?) j
            cross join passages on workspace = ? and passages.id = j.value and published = 1 order by j.key`,
          JSON.stringify(ids),
          workspace.number,
        )
        .map(toPassage);
    }),
  range: (principal, documentId, from, to) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      if (!workspace) return [];
      return sql
        .all(
          `select * from passages where workspace = ? and published = 1 and document = ?
            and position >= ? and position < ? order by position`,
          workspace.number,
          documentId,
          from,
          to,
        )
        .map(toPassage);
    }),
  count: (principal, filter) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      if (!workspace) return 0;
      return filter?.documentIds
        ? countPassages(sql, workspace, filter.documentIds)
        : publishedPassages(sql, workspace);
    }),

  lexical: (principal, query, { limit, filter }) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      return workspace ? lexical(sql, workspace, query, limit, filter) : [];
    }),
  documentFrequencies: (principal, terms) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      if (!workspace) return { frequencies: terms.map(() => 0), total: 0 };
      return { frequencies: frequencies(sql, workspace, terms), total: publishedPassages(sql, workspace) };
    }),

  openSpace: async (principal, space) => {
    const known = await database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      return workspace && findSpace(sql, workspace, space);
    });
    if (known) return;
    await database.write((sql) => {
      ensureSpace(sql, ensureWorkspace(sql, principal.workspace), space);
    }, 'ordered');
  },
  putVectors: (principal, space, vectors) =>
    database.write((sql) => {
      const workspace = ensureWorkspace(sql, principal.workspace);
      putVectors(sql, workspace, ensureSpace(sql, workspace, space), vectors);
    }, 'ordered'),
  withoutVector: (principal, space, { limit, documentId, version }) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      if (!workspace) return [];
      const found = findSpace(sql, workspace, space);
      const conditions = [
        'workspace = ?',
        version === undefined ? 'published = 1' : 'published in (0, 1) and version = ?',
        ...(documentId === undefined ? [] : ['document = ?']),
        ...(found ? [`not exists (select 1 from ${found.vectors} v where v.row = passages.row)`] : []),
      ];
      return sql
        .all(
          `select * from passages where ${conditions.join(' and ')} order by document, position, row limit ?`,
          workspace.number,
          ...(version === undefined ? [] : [version]),
          ...(documentId === undefined ? [] : [documentId]),
          limit,
        )
        .map(toPassage);
    }),
  nearest: (principal, space, vector, { limit, filter }) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      const found = workspace && findSpace(sql, workspace, space);
      return found ? nearest(sql, workspace, found, vector, limit, filter) : [];
    }),
  spaces: (principal) =>
    database.read((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      if (!workspace) return [];
      return spacesOf(sql, workspace).map(({ id, vectors }) => ({
        id,
        vectors: number(
          sql.get(
            `select count(*) as count from ${vectors} join passages using (row) where workspace = ? and published = 1`,
            workspace.number,
          )?.['count'],
        ),
      }));
    }),
  dropSpace: (principal, spaceId) =>
    database.write((sql) => {
      const workspace = findWorkspace(sql, principal.workspace);
      const found = workspace && spacesOf(sql, workspace).find(({ id }) => id === spaceId);
      if (found) dropSpace(sql, found);
    }, 'ordered'),
});

const toPassage = (row: Row): Passage => ({
  id: text(row['id']),
  documentId: text(row['document']),
  version: number(row['version']),
  index: number(row['position']),
  page: number(row['page']),
  charStart: number(row['char_start']),
  charEnd: number(row['char_end']),
  text: text(row['text']),
  headingPath: headings(row),
  ...(row['table_rows'] === null ? {} : { rows: spans(row) }),
  ...(row['column_names'] === null ? {} : { columns: text(row['column_names']) }),
  ...(row['cell_range'] === null ? {} : { range: text(row['cell_range']) }),
  ...(row['part'] === null ? {} : { part: partSchema.parse(row['part']) }),
  source: row['source'] === 'ocr' ? 'ocr' : 'text',
  ...(row['ocr_confidence'] === null ? {} : { ocrConfidence: number(row['ocr_confidence']) }),
});

const headings = (row: Row): readonly string[] => {
  const path = json(row['heading_path']);
  if (!Array.isArray(path) || !path.every((heading) => typeof heading === 'string')) {
    throw new DossierError('store_damaged', { problem: 'a heading path is not a list' });
  }
  return path;
};

const partSchema = z.enum(passageParts);
const spansSchema = z.array(z.tuple([z.int(), z.int(), z.boolean()]));

const spans = (row: Row): Passage['rows'] & {} => {
  const found = spansSchema.safeParse(json(row['table_rows']));
  if (!found.success) throw new DossierError('store_damaged', { problem: 'the rows of a passage are not a list' });
  return found.data.map(([start, end, named]) => ({ start, end, named }));
};
