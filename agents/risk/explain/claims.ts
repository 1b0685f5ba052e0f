import { z } from 'zod';
import { locateQuote } from '../../../core/document/locate.ts';
import { type EvidenceView, evidenceView } from '../../../core/evidence/evidence-view.ts';
import { supports } from '../../../core/evidence/support.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import type { RiskPorts } from '../ports.ts';
import type { Source } from './sources.ts';

/** What a model says, each sentence with what it rests on. */
export const sentencesSchema = z
  .array(
    z.object({
      text: z.string().min(1).max(1000),
      citations: z.array(z.object({ source: z.string(), quote: z.string().max(2000) })).max(6),
    }),
  )
  .max(8);
type Sentence = z.output<typeof sentencesSchema>[number];

export type Claim = { readonly text: string; readonly evidence: readonly EvidenceView[] };

/** Words that a quote must have at least. */
const LEAST_WORDS = 4;

/**
 * The sentences that hold: all their quotes stand in the sources that they name, letter for letter, and bear the
 * sentence out. `said` is what we say of the matter ourselves: a sentence may use its words.
 */
export const checkedSentences = async (
  ports: Pick<RiskPorts, 'documents' | 'passages'>,
  principal: Principal,
  sentences: readonly Sentence[],
  sources: readonly Source[],
  said: string,
): Promise<readonly Claim[]> => {
  const kept: Claim[] = [];
  for (const { text, citations } of sentences) {
    const evidence: EvidenceView[] = [];
    for (const { source, quote } of citations) {
      const found = await citedAt(
        ports,
        principal,
        sources.find(({ id }) => id === source),
        quote,
      );
      if (found) evidence.push(found);
    }
    // One invented quote discredits the sentence that leans on it.
    if (evidence.length === 0 || evidence.length < citations.length) continue;
    const words = evidence.map(({ quote }) => quote);
    if (!supports(text, said === '' ? words : [...words, said], '')) continue;
    kept.push({ text: text.trim(), evidence });
  }
  return kept;
};

const citedAt = async (
  { documents, passages }: Pick<RiskPorts, 'documents' | 'passages'>,
  principal: Principal,
  source: Source | undefined,
  quote: string,
): Promise<EvidenceView | undefined> => {
  if (source === undefined || quote.trim().split(/\s+/).length < LEAST_WORDS) return undefined;
  const { documentId, version, text } = source;
  const place = locateQuote(text, quote, 0, text.length);
  if (place === undefined) return undefined;
  const span = { start: source.start + place.start, end: source.start + place.end };
  const verbatim = text.slice(place.start, place.end);
  const evidence = await documents.verify(principal, { documentId, version, ...span, quote: verbatim });
  if (evidence === undefined) return undefined;
  const all = await passages.range(principal, documentId, 0, Number.MAX_SAFE_INTEGER);
  const passage = all.findLast(({ charStart }) => charStart <= span.start);
  return evidenceView({ ...evidence, chunkId: passage?.id ?? '' });
};

/** Whether a quote shares its place with any of these. */
export const standsOn = (quote: EvidenceView, places: readonly EvidenceView[]): boolean =>
  places.some((each) => each.document_id === quote.document_id && each.start < quote.end && each.end > quote.start);
