import { rangeOf } from '../../../core/document/cell-range.ts';
import type { Evidence } from '../../../core/document/documents.ts';
import { type NamedRow, rowsAt } from '../../../core/document/table.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { placeOf } from '../place.ts';
import type { RetrievalPorts } from '../ports.ts';
import { type Provenance, provenanceOf } from '../question/names.ts';
import type { Citation } from './citation.ts';
import type { Quote } from './select.ts';

/** The quotes that stand verbatim in the stored text, as citations. What cannot be verified is left out. */
export const citeQuotes = async (
  ports: Pick<RetrievalPorts, 'documents'>,
  principal: Principal,
  quotes: readonly Quote[],
): Promise<readonly Citation[]> => {
  const known = await provenanceOf(
    ports,
    principal,
    quotes.map(({ passage }) => passage.documentId),
  );
  const checked = await Promise.all(quotes.map((quote) => cite(ports, principal, quote, known)));
  return checked.filter((citation) => citation !== undefined);
};

const cite = async (
  { documents }: Pick<RetrievalPorts, 'documents'>,
  principal: Principal,
  { passage, start, end }: Quote,
  known: ReadonlyMap<string, Provenance>,
): Promise<Citation | undefined> => {
  const { documentId, version } = passage;
  const quote = passage.text.slice(start - passage.charStart, end - passage.charStart);
  const evidence = await documents.verify(principal, { documentId, version, start, end, quote });
  const provenance = known.get(documentId);
  if (!evidence || provenance === undefined) return undefined;
  const rows = passage.rows === undefined ? [] : await rowsOf(documents, principal, evidence);
  const range = rangeOf(rows.flatMap(({ cells }) => cells.flatMap(({ address }) => address ?? [])));
  return {
    chunk_id: passage.id,
    chunk_index: passage.index,
    document_id: documentId,
    ...provenance,
    page: evidence.page,
    start: evidence.start,
    end: evidence.end,
    quote: evidence.quote,
    // The cells of the quote, not of its whole passage.
    ...placeOf({ ...passage, range }),
    ...(rows.length === 0 ? {} : { table_rows: rows.map(({ cells }) => cells.map((cell) => ({ ...cell }))) }),
    ...(evidence.boxes ? { boxes: [...evidence.boxes] } : {}),
  };
};

/** The rows that the quote is made of; none where it is prose. */
const rowsOf = async (
  documents: RetrievalPorts['documents'],
  principal: Principal,
  { documentId, version, start, end }: Evidence,
): Promise<NamedRow[]> => {
  const parsed = await documents.parsed(principal, documentId, version);
  return parsed === undefined ? [] : rowsAt(parsed, start, end);
};
