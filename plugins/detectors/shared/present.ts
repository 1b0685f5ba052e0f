import type { z } from 'zod';
import { defineDetector } from '../../../core/plugin/define.ts';
import type { Detected, Detector, DetectorInput, ReadDocument, Severity } from '../../../core/ports/detector.ts';
import { type Actor, isOneSide, type Statement } from '../../../core/reading/direction.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type Judged, shareRight } from './judged.ts';

/** A dangerous clause, as a detector saw it. */
export type Seen = {
  /** Where it stands, the most telling first. */
  readonly clauses: readonly Clause[];
  readonly severity: Severity;
  /** A sentence each. */
  readonly reasons: readonly string[];
  /** Names of those whom it hurts; empty for whoever the reader is. */
  readonly hurts: readonly string[];
  /** Why it matters here, where that is more than the detector says of all. */
  readonly rationale?: string;
  readonly recommendation?: string;
};

export type PresentSpec<P extends z.ZodObject> = Pick<
  Detector<P>,
  'title' | 'category' | 'what' | 'why' | 'ask' | 'appliesTo' | 'policy'
> & {
  /** Clause types of the built-in model that bear it out. */
  readonly types: readonly string[];
  /** How many of its findings were right, as read by hand without a model. */
  readonly judged: Judged;
  find(reading: Reading<z.output<P>>): readonly Seen[];
};

export type Reading<P = unknown> = {
  readonly document: ReadDocument;
  readonly clauses: readonly Clause[];
  readonly policy: P;
};

/** What a document repeats ten times is ten times the same risk. */
const most = 8;

/** A detector of something that is there. */
export const presentDetector = <P extends z.ZodObject>({
  types,
  judged,
  find,
  ...about
}: PresentSpec<P>): Detector<P> =>
  defineDetector<P>({
    ...about,
    kind: 'present',
    detect: ({ document, policy }: DetectorInput<z.output<P>>): readonly Detected[] =>
      joined(find({ document, policy, clauses: clausesOf(document) }))
        .slice(0, most)
        .map((seen) => ({
          evidence: [...new Set(seen.clauses)].slice(0, 4).map(({ unit: { start, end } }) => ({ start, end })),
          severity: seen.severity,
          // A name may end with the stop of its "Inc.".
          reasons: seen.reasons.map((reason) => reason.replaceAll('..', '.')),
          confidence: confidenceOf(document, seen.clauses, types, shareRight(judged)),
          rationale: seen.rationale ?? about.why,
          recommendation: seen.recommendation ?? about.ask,
          hurts: seen.hurts,
        })),
  });

/** The same said twice, with the same reasons and for the same people, is one finding. */
const joined = (found: readonly Seen[]): readonly Seen[] => {
  const groups = new Map<string, Seen>();
  for (const seen of found) {
    if (seen.clauses.length === 0) continue;
    const key = JSON.stringify([seen.severity, seen.reasons, seen.hurts, seen.rationale]);
    const known = groups.get(key);
    groups.set(key, known ? { ...known, clauses: [...known.clauses, ...seen.clauses] } : seen);
  }
  return [...groups.values()];
};

/** From here on the model takes a clause to be of a type; below the other it sees nothing of the kind. */
const likely = 0.5;
const unlikely = 0.05;

/**
 * How sure a finding is: the share of its words' findings that were right, raised where the model sees the clause type too,
 * lowered a little where a model that knows the type does not.
 */
const confidenceOf = (
  document: ReadDocument,
  clauses: readonly Clause[],
  types: readonly string[],
  sure: number,
): number => {
  const known = types.filter((type) => document.presence(type) !== undefined);
  if (known.length === 0) return sure;
  const seen = Math.max(
    0,
    ...clauses.flatMap(({ unit }) =>
      unit.types.filter(({ type }) => known.includes(type)).map(({ probability }) => probability),
    ),
  );
  if (seen >= likely) return sure + (1 - sure) * 0.6 * seen;
  return seen < unlikely ? sure * 0.9 : sure;
};

export const namesOf = (actor: Actor): readonly string[] => actor.parties.map(({ name }) => name);

/** Everybody but those: whom something hurts that is in their favour. */
export const othersThan = ({ parties }: ReadDocument, actor: Actor): readonly string[] =>
  parties.filter((party) => !actor.parties.includes(party)).map(({ name }) => name);

/** Names for a sentence: "A and B", “you”; what stands in where there are none. */
export const listed = (all: readonly string[], none: string): string => {
  const names = all.map((name) => (/^(?:you|we|us|i)$/i.test(name) ? `“${name.toLowerCase()}”` : name));
  if (names.length === 0) return none;
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};

/** A statement and the clause that makes it. */
export type Said = { readonly clause: Clause; readonly statement: Statement };

/** Every statement of the document's clauses that the test picks, in order; what defines a term says nothing. */
export const said = (
  clauses: readonly Clause[],
  picks: (statement: Statement, clause: Clause) => boolean,
): readonly Said[] =>
  clauses.flatMap((clause) =>
    clause.defines
      ? []
      : clause.statements.filter((statement) => picks(statement, clause)).map((statement) => ({ clause, statement })),
  );

/** What one side alone says, must or may: its name, and where. Empty where any of it is for both, or each side has some. */
export const ofOneSide = (
  { parties }: ReadDocument,
  all: readonly Said[],
): readonly (Said & { readonly actor: Actor })[] => {
  const named = all.flatMap((each) => (each.statement.actor ? [{ ...each, actor: each.statement.actor }] : []));
  if (named.some(({ actor }) => !isOneSide(actor, parties))) return [];
  const sides = new Set(named.map(({ actor }) => namesOf(actor).join()));
  return sides.size === 1 ? named : [];
};
