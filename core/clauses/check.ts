import type { Passage } from '../document/passage.ts';
import type { ClauseModel, ClauseReading, StatedClause } from '../ports/clauses.ts';
import type { Span } from '../text/span.ts';

/** Longest span of a clause that is stated, UTF-16 code units. */
export const LONGEST_STATED = 2_000;

/**
 * What is wrong with a reading, undefined where nothing is: what a model says is stored, ranked by and quoted, so a
 * place outside its passage or a probability of 7 must not get further than here.
 */
export const readingProblem = (
  { id, taxonomy }: Pick<ClauseModel, 'id' | 'taxonomy'>,
  passages: readonly Passage[],
  { model, units, stated, presence }: ClauseReading,
): string | undefined => {
  const types = new Set(taxonomy.map((type) => type.id));
  const places = new Map(passages.map((passage) => [passage.id, passage]));
  const outside = ({ passageId, start, end }: Span & { readonly passageId: string }): boolean => {
    const passage = places.get(passageId);
    const whole = Number.isInteger(start) && Number.isInteger(end) && start < end;
    return passage === undefined || !whole || start < passage.charStart || end > passage.charEnd;
  };
  const last = passages.reduce((most, { charEnd }) => Math.max(most, charEnd), 0);
  /** A clause may run on into the passages after the one in which it begins. */
  const astray = (clause: StatedClause): boolean =>
    clause.end > last || outside({ ...clause, end: Math.min(clause.end, places.get(clause.passageId)?.charEnd ?? 0) });
  const claims = [...units.flatMap((unit) => unit.types), ...stated, ...presence];
  if (model !== id) return `it says that ${model} read the document`;
  if (units.some(outside) || stated.some(astray)) return 'a unit does not stand in its passage';
  if (!inOrder(units) || !inOrder(stated)) return 'its units are not in the order of the text';
  if (stated.some(({ start, end }) => end - start > LONGEST_STATED)) return 'a stated clause is too long';
  if (claims.some(({ type }) => !types.has(type))) return 'a type is not in its taxonomy';
  if (claims.some(({ probability }) => !(probability >= 0 && probability <= 1))) return 'a probability is not 0 to 1';
  return undefined;
};

const inOrder = (spans: readonly Span[]): boolean =>
  spans.every(({ start }, index) => start >= (spans[index - 1]?.start ?? 0));
