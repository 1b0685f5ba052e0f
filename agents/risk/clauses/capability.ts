import { z } from 'zod';
import { defineCapability, type TextStyle } from '../../../core/capability/capability.ts';
import { chosenDocuments, type LiveDocument } from '../../../core/document/chosen.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { quoteFields } from '../../../core/evidence/evidence-view.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { ClauseModel } from '../../../core/ports/clauses.ts';
import { wrap } from '../../../core/text/wrap.ts';
import type { RiskPorts } from '../ports.ts';
import { certainties, certaintyOf, decisiveOf } from './certainty.ts';

const probability = z.number().min(0).max(1);

const clauseSchema = z.object({
  type: z.string(),
  title: z.string(),
  probability: probability.describe('That the document states a clause of this type at all, calibrated for documents.'),
  place_probability: probability.describe(
    'That it is stated in just these words, calibrated for single sentences: low where several places compete.',
  ),
  certainty: z
    .enum(certainties)
    .describe(
      'sure from 0.9, likely from 0.5, perhaps below: look yourself. Of probability for the likeliest place of a type, of place_probability for its other places.',
    ),
  ...quoteFields,
});

const documentSchema = z.object({
  document_id: z.string(),
  name: z.string(),
  clauses: z.array(clauseSchema).describe('What the document is taken to state, in the order of the text.'),
  absent: z
    .array(z.object({ type: z.string(), title: z.string(), probability }))
    .describe(
      'Types of which no place was found, each with the probability that it states one after all: from 0.5, look yourself.',
    ),
  reason: z.string().nullable().describe('Why there is nothing, where there is nothing.'),
});
type DocumentClauses = z.output<typeof documentSchema>;

const outputSchema = z.object({
  model: z.string().describe('The clause model that read the documents.'),
  documents: z.array(documentSchema),
  next: z.string().nullable().describe('Give it as after for more documents; null on the last page.'),
});

export const clausesCapability = (ports: RiskPorts) =>
  defineCapability({
    name: 'clauses',
    title: 'Clauses',
    summary:
      'Lists the types of clause that documents state, each with its words, and the types that they do not state.',
    description:
      'For an overview of a contract, or of one type of clause over all of them. Every quote is checked against the stored text. ' +
      'Which types there are follows from the clause model.',
    input: z.strictObject({
      document_ids: z
        .array(z.string().min(1))
        .max(1000)
        .default([])
        .describe('Ids of documents; all of them without any.'),
      types: z.array(z.string().min(1)).max(200).default([]).describe('Only these types, by id: governing-law.'),
      limit: z.int().min(1).max(100).default(20).describe('Documents per page.'),
      after: z.string().min(1).optional().describe('next of the page before.'),
    }),
    output: outputSchema,
    scope: 'documents:read',
    effect: 'read',
    http: { method: 'get', path: '/clauses' },
    cli: {
      positionals: ['document_ids'],
      flags: { types: 'type' },
      examples: ['clauses DOCUMENT-ID', 'clauses --type governing-law'],
    },
    timeoutSeconds: 300,
    render: renderClauses,
    run: async ({ document_ids: ids, types, limit, after }, { principal, signal, progress }) => {
      const chosen = await chosenDocuments(ports.documents, principal, ids);
      const model = ports.clauses.current();
      if (model === undefined) throw new DossierError('clauses_missing');
      const wanted = wantedTypes(model, types);
      const from = after === undefined ? 0 : chosen.findIndex(({ document }) => document.id === after) + 1;
      const page = chosen.slice(from, from + limit);
      const documents: DocumentClauses[] = [];
      for (const each of page) {
        signal.throwIfAborted();
        documents.push(await clausesOf(ports, principal, each, model, wanted, signal));
        progress({ done: documents.length, total: page.length });
      }
      const next = from + limit < chosen.length ? (page.at(-1)?.document.id ?? null) : null;
      return { model: model.id, documents, next };
    },
  });

/** Titles by type, of all types or of those that were named. Throws `invalid_input` with every type that is not known. */
const wantedTypes = ({ taxonomy }: ClauseModel, named: readonly string[]): ReadonlyMap<string, string> => {
  const known = new Map(taxonomy.map(({ id, title }) => [id, title]));
  const unknown = named.filter((type) => !known.has(type));
  if (unknown.length > 0) {
    throw new DossierError('invalid_input', {
      problems: unknown.map(
        (type) => `types: the clause model knows no ${type}; it knows ${[...known.keys()].join(', ')}`,
      ),
    });
  }
  return named.length === 0 ? known : new Map([...known].filter(([type]) => named.includes(type)));
};

const clausesOf = async (
  ports: RiskPorts,
  principal: Principal,
  { document, live }: LiveDocument,
  { id: modelId }: ClauseModel,
  wanted: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<DocumentClauses> => {
  const { version } = live;
  const base = { document_id: document.id, name: live.name };
  const nothing = (reason: string): DocumentClauses => ({ ...base, clauses: [], absent: [], reason });
  if (live.chunks === 0) return nothing('There is no text in this document.');
  const reading = await ports.clauses.read(principal, document.id, version, signal);
  const parsed = await ports.documents.parsed(principal, document.id, version);
  if (reading === undefined || parsed === undefined || reading.model !== modelId) {
    return nothing('The document has changed meanwhile: ask again.');
  }
  const presence = new Map(reading.presence.map(({ type, probability }) => [type, probability]));
  const places: Omit<DocumentClauses['clauses'][number], 'certainty'>[] = [];
  for (const { type, probability: place, passageId, start, end } of reading.stated) {
    const title = wanted.get(type);
    if (title === undefined) continue;
    const quote = parsed.text.slice(start, end);
    const evidence = await ports.documents.verify(principal, { documentId: document.id, version, start, end, quote });
    if (evidence === undefined) continue;
    // A document is at least as likely to state it somewhere as to state it here.
    const probability = Math.max(presence.get(type) ?? 0, place);
    places.push({
      type,
      title,
      probability,
      place_probability: place,
      quote,
      page: evidence.page,
      start,
      end,
      chunk_id: passageId,
      document_id: document.id,
    });
  }
  const clauses = places.map((each) => ({ ...each, certainty: certaintyOf(decisiveOf(each, places)) }));
  const stated = new Set(clauses.map(({ type }) => type));
  const absent = [...wanted]
    .filter(([type]) => !stated.has(type))
    .map(([type, title]) => ({ type, title, probability: presence.get(type) ?? 0 }));
  return { ...base, clauses, absent, reason: clauses.length > 0 ? null : 'No clause of these types was found in it.' };
};

const renderClauses = ({ documents, next }: z.output<typeof outputSchema>, style: TextStyle): string =>
  documents.length === 0
    ? 'No documents. Read some: dossier ingest FOLDER'
    : [
        documents.map((document) => documentText(document, style)).join('\n\n'),
        ...(next === null ? [] : ['', style.dim(`More with --after ${next}`)]),
      ].join('\n');

const documentText = ({ name, document_id: id, clauses, absent, reason }: DocumentClauses, style: TextStyle): string =>
  [
    `${style.bold(name)}  ${style.dim(id)}`,
    ...(reason === null ? [] : [style.dim(reason)]),
    ...clauses.map(
      (clause) =>
        `\n${style.bold(clause.title)}  ${style.dim(`page ${clause.page}, ${certaintyText(clause, clauses)}`)}\n${wrap(`“${clause.quote}”`, style.width, '  ')}`,
    ),
    ...absentText(
      'Not found',
      absent.filter(({ probability }) => certaintyOf(probability) === 'perhaps'),
      style,
    ),
    ...absentText(
      'No place found, though it is likely there; look yourself',
      absent.filter(({ probability }) => certaintyOf(probability) !== 'perhaps'),
      style,
    ),
  ].join('\n');

/** The word, and the probability that it stands for. */
const certaintyText = (clause: DocumentClauses['clauses'][number], clauses: DocumentClauses['clauses']): string => {
  const share = `${clause.certainty} (${Math.round(decisiveOf(clause, clauses) * 100)} %)`;
  return clause.certainty === 'perhaps' ? `${share}: look yourself` : share;
};

const absentText = (label: string, absent: DocumentClauses['absent'], style: TextStyle): readonly string[] =>
  absent.length === 0
    ? []
    : ['', style.dim(wrap(`${label}: ${absent.map(({ title }) => title).join(', ')}`, style.width))];
