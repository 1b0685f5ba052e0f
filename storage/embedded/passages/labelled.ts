import type { LabelledUnit, PassageFilter, WantedLabel } from '../../../core/ports/passages.ts';
import type { Sql } from '../database.ts';
import { number, text } from '../rows.ts';
import { countPassages, publishedPassages } from './counting.ts';
import type { LabelSpace } from './label-spaces.ts';
import { exactTop, narrowShare, publishedRows } from './ranking.ts';
import type { Workspace } from './workspaces.ts';

/** A few more cost next to nothing, a second look all of it. */
const margin = 8;
/** A filter with no more passages than this is looked at passage by passage. */
const fewPassages = 300;

type Query = {
  readonly sql: Sql;
  readonly workspace: Workspace;
  readonly space: LabelSpace;
  readonly weights: ReadonlyMap<string, number>;
};

type Unit = {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly score: number;
};

/** Sums up what the units have of the labels, by an index of each label's published units. */
export const labelled = (
  sql: Sql,
  workspace: Workspace,
  space: LabelSpace,
  wanted: readonly WantedLabel[],
  limit: number,
  filter?: PassageFilter,
): readonly LabelledUnit[] => {
  const weights = new Map<string, number>();
  for (const { label, weight } of wanted) {
    if (weight > 0) weights.set(label, (weights.get(label) ?? 0) + weight);
  }
  if (weights.size === 0 || limit < 1) return [];
  const query: Query = { sql, workspace, space, weights };
  const units = withIds(query, exactTop(limit, margin, fetchOf(query, filter?.documentIds)));
  return withLabels(query, units.slice(0, limit));
};

const fetchOf = (query: Query, documentIds?: readonly string[]): ((wanted: number) => readonly Unit[]) => {
  const { sql, workspace } = query;
  if (!documentIds) return (wanted) => best(query, wanted);
  const passages = countPassages(sql, workspace, documentIds);
  if (passages <= fewPassages) return (wanted) => bestOfFew(query, wanted, documentIds);
  const share = passages / publishedPassages(sql, workspace);
  return (wanted) =>
    (share > narrowShare ? bestThatPass(query, wanted, share, documentIds) : undefined) ??
    best(query, wanted, documentIds);
};

const best = (
  { sql, workspace, space, weights }: Query,
  wanted: number,
  documentIds?: readonly string[],
): readonly Unit[] => {
  const narrowed = documentIds ? `and +l.row in (${publishedRows})` : '';
  const filter = documentIds ? [workspace.number, JSON.stringify(documentIds)] : [];
  const [[label, weight] = ['', 0], ...others] = weights;
  const found =
    others.length === 0
      ? // A unit has a label once, and the index has the best of them first.
        sql.all(
          `select l.row, l.char_start, l.char_end, ? * l.score as score from ${space.labels} l
            where l.label = ? and l.published = 1 ${narrowed} order by l.score desc limit ?`,
          weight,
          label,
          ...filter,
          wanted,
        )
      : sql.all(
          `with wanted as materialized (${wantedRows})
            select l.row, l.char_start, l.char_end, sum(wanted.weight * l.score) as score
            from wanted cross join ${space.labels} l on l.label = wanted.label and l.published = 1 ${narrowed}
            group by l.row, l.char_start, l.char_end order by score desc limit ?`,
          JSON.stringify([...weights]),
          ...filter,
          wanted,
        );
  return found.map(toUnit);
};

const bestOfFew = (
  { sql, workspace, space, weights }: Query,
  wanted: number,
  documentIds: readonly string[],
): readonly Unit[] =>
  sql
    .all(
      `with wanted as materialized (${wantedRows}), among as materialized (${publishedRows})
        select l.row, l.char_start, l.char_end, sum(wanted.weight * l.score) as score
        from among cross join ${space.labels} l using (row) cross join wanted on wanted.label = l.label
        group by l.row, l.char_start, l.char_end order by score desc limit ?`,
      JSON.stringify([...weights]),
      workspace.number,
      JSON.stringify(documentIds),
      wanted,
    )
    .map(toUnit);

/** For a filter that most passages pass: the best of all, and of those the filter's. undefined where too few pass. */
const bestThatPass = (
  query: Query,
  wanted: number,
  share: number,
  documentIds: readonly string[],
): readonly Unit[] | undefined => {
  const among = Math.ceil((2 * wanted) / share);
  const found = best(query, among);
  const allowed = new Set(documentIds);
  const documents = query.sql.all(
    'select document from json_each(?) j cross join passages on row = j.value order by j.key',
    JSON.stringify(found.map(({ row }) => row)),
  );
  const kept = found.filter((_, place) => allowed.has(text(documents[place]?.['document'])));
  return kept.length >= wanted || found.length < among ? kept.slice(0, wanted) : undefined;
};

/** Labels and their weights; takes them as a JSON array of pairs. */
const wantedRows = 'select value ->> 0 as label, value ->> 1 as weight from json_each(?)';

const toUnit = (row: ReturnType<Sql['all']>[number]): Unit => ({
  row: number(row['row']),
  start: number(row['char_start']),
  end: number(row['char_end']),
  score: number(row['score']),
});

const withIds = ({ sql }: Query, units: readonly Unit[]): readonly (Unit & { readonly id: string })[] => {
  const ids = sql.all(
    'select passages.id from json_each(?) j cross join passages on row = j.value order by j.key',
    JSON.stringify(units.map(({ row }) => row)),
  );
  return units
    .map((unit, place) => ({ ...unit, id: text(ids[place]?.['id']) }))
    .sort((a, b) => b.score - a.score || (a.id === b.id ? a.start - b.start || a.end - b.end : a.id < b.id ? -1 : 1));
};

const withLabels = (
  { sql, space, weights }: Query,
  units: readonly (Unit & { readonly id: string })[],
): readonly LabelledUnit[] => {
  const labels = units.map((): { label: string; score: number }[] => []);
  const found = sql.all(
    `select j.key as place, l.label, l.score from json_each(?) j
      cross join ${space.labels} l on l.row = j.value ->> 0 and l.char_start = j.value ->> 1 and l.char_end = j.value ->> 2
      order by l.score desc, l.label`,
    JSON.stringify(units.map(({ row, start, end }) => [row, start, end])),
  );
  for (const row of found) {
    const label = text(row['label']);
    if (weights.has(label)) labels[number(row['place'])]?.push({ label, score: number(row['score']) });
  }
  return units.map(({ id, start, end, score }, place) => ({ id, start, end, score, labels: labels[place] ?? [] }));
};
