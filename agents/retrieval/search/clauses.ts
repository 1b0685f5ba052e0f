import { DossierError } from '../../../core/errors/error.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { TypeProbability } from '../../../core/ports/clauses.ts';
import type { PassageLabel, RankedPassage } from '../../../core/ports/passages.ts';
import type { RetrievalPorts } from '../ports.ts';
import type { Question } from '../question/question.ts';
import type { RetrieveOptions } from './retrieve.ts';

/** A type that is less likely meant than this is not looked for, and no more types than these. */
const leastMeant = 0.04;
const mostTypes = 5;
/** Units that are taken from the index, and passages that they may propose. */
const unitsRead = 80;
/** Probability of a unit that counts as no sign at all. */
const nothing = 0.01;

/** Which types of clause a question is about, as far as the documents are of the kind that has clauses. */
export type Topics = {
  /** The likeliest first. */
  readonly types: readonly (TypeProbability & { readonly title: string })[];
  /** How far it is to be read as a question about a clause of these documents: 0 to 1. */
  readonly clear: number;
  /** How much the clauses count in ranking passages: 0 to 1. */
  readonly trust: number;
};

export type ClauseSigns = {
  /** How surely the unit states a type, by how likely that type is meant, 0 to 1; on a scale on which 1 % counts nothing. */
  readonly strength: number;
  /** Probability that the unit states what is asked for. */
  readonly probability: number;
};

/** What the clause model has to say about passages. */
export type ClauseEvidence = {
  readonly topics: Topics;
  /** By passage, and in it by where the unit begins in the document. */
  readonly signs: ReadonlyMap<string, ReadonlyMap<number, ClauseSigns>>;
};

export type ClauseRanking = {
  /** Passages by their best unit. */
  readonly passages: readonly RankedPassage[];
  /** What is known of the units of these passages and of those that were found otherwise. */
  evidence(passageIds: readonly string[]): Promise<ClauseEvidence>;
};

/** A unit that states some type with this probability is one of a document that has clauses. */
const surely = 0.3;
/** Share of passages with such units from which on a document is taken to be of that kind. */
const ofThatKind = { one: 0.1, several: 0.2 } as const;
/** Where several documents are asked, the type of clause does not say which of them is meant. */
const amongSeveral = 0.2;
/** A statement that is to be checked says in its own words what to look for: a clause of the type is not yet the one that bears it out. */
const ofStatement = 0.2;

/** Passages that state what the question is about, by the clause model. undefined without one, or where it fails. */
export const byClauses = async (
  { passages, clauses }: Pick<RetrievalPorts, 'passages' | 'clauses'>,
  principal: Principal,
  { text, type }: Pick<Question, 'text' | 'type'>,
  { filter, log, signal }: RetrieveOptions,
): Promise<ClauseRanking | undefined> => {
  const model = clauses.current();
  if (!model) return undefined;
  try {
    const about = await model.about(text, signal);
    const titles = new Map(model.taxonomy.map(({ id, title }) => [id, title]));
    const types = about
      .filter(({ probability }) => probability >= leastMeant)
      .slice(0, mostTypes)
      .map((each) => ({ ...each, title: titles.get(each.type) ?? each.type }));
    const wanted = types.map(({ type, probability }) => ({ label: type, weight: probability }));
    const units = await passages.labelled(principal, model.id, wanted, {
      limit: unitsRead,
      ...(filter ? { filter } : {}),
    });
    const best = new Map<string, number>();
    for (const { id, score } of units) if (!best.has(id)) best.set(id, score);
    const one = filter?.documentIds?.length === 1;
    return {
      passages: [...best].map(([id, score]) => ({ id, score })),
      evidence: async (ids) => {
        const labels = await passages.labelsOf(principal, model.id, ids);
        const stating = new Set(labels.filter(({ score }) => score >= surely).map(({ passageId }) => passageId));
        const kind = Math.min(1, stating.size / Math.max(1, ids.length) / ofThatKind[one ? 'one' : 'several']);
        const meant = Math.min(
          1,
          about.reduce((sum, { probability }) => sum + probability, 0),
        );
        const worded = type === 'statement' ? ofStatement : 1;
        const trust = kind * worded * (one ? Math.sqrt(meant) : amongSeveral * meant);
        return { topics: { types, clear: kind * worded * meant, trust }, signs: signsOf(labels, types) };
      },
    };
  } catch (thrown) {
    const error = DossierError.from(thrown);
    if (error.code === 'cancelled' || signal?.aborted) throw error;
    log.warn({ code: error.code }, 'searching without the clause model');
    return undefined;
  }
};

const signsOf = (labels: readonly PassageLabel[], types: Topics['types']): ClauseEvidence['signs'] => {
  const found = new Map<string, Map<number, ClauseSigns>>();
  for (const { passageId, start, label, score } of labels) {
    const meant = types.find(({ type }) => type === label)?.probability;
    if (meant === undefined) continue;
    const own = found.get(passageId) ?? new Map<number, ClauseSigns>();
    found.set(passageId, own);
    const known = own.get(start);
    own.set(start, {
      strength: (known?.strength ?? 0) + meant * strengthOf(score),
      probability: (known?.probability ?? 0) + meant * score,
    });
  }
  return found;
};

/** On a logarithmic scale: what is least likely still tells where to look when nothing is likelier. */
const strengthOf = (probability: number): number =>
  Math.max(0, 1 - Math.log(Math.min(1, probability)) / Math.log(nothing));
