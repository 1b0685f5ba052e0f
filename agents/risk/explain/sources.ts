import type { Passage } from '../../../core/document/passage.ts';
import type { Span } from '../../../core/text/span.ts';
import type { FindingView } from '../findings/view.ts';
import type { DocumentText } from '../overview/texts.ts';

/** A stretch of a document that the model is shown and may quote from. */
export type Source = Span & {
  readonly id: string;
  readonly documentId: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
};

/** Characters around a quote that are shown with it. */
const AROUND = 300;

/** The places that a finding rests on, with what stands around them. */
export const evidenceSources = (
  finding: FindingView,
  prefix: string,
  documents: ReadonlyMap<string, DocumentText>,
): readonly Source[] =>
  finding.evidence.flatMap(({ document_id: id, start, end, page }, index) => {
    const document = documents.get(id);
    if (document === undefined) return [];
    const { text } = document.parsed;
    const from = lineStart(text, Math.max(0, start - AROUND), start);
    const to = lineEnd(text, Math.min(text.length, end + AROUND), end);
    return [sourceOf(document, `${prefix}e${index + 1}`, { start: from, end: to }, page)];
  });

/** Characters of a document that the model is shown to look for further risks in. */
const SHOWN = 16_000;

/** Words of clauses that burden somebody. */
const burden =
  /\b(?:shall|must|may not|liab|indemn|terminat|renew|exclusiv|penalt|damages|waive|irrevocabl|perpetual|sole discretion|without (?:notice|cause|consent)|assign|interest|fee|forfeit|warrant|disclaim|consent|compete|solicit)\w*/gi;

/** Passages of a document that burden somebody the most, as many as may be shown, in order. */
export const furtherSources = (document: DocumentText, passages: readonly Passage[]): readonly Source[] => {
  const weighed = passages
    .map((passage) => ({ passage, weight: (passage.text.match(burden) ?? []).length / (passage.text.length + 200) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  let room = SHOWN;
  const shown = weighed.filter(({ passage }) => {
    room -= passage.text.length;
    return room >= 0;
  });
  return shown
    .map(({ passage }) => passage)
    .sort((a, b) => a.charStart - b.charStart)
    .map(({ charStart: start, charEnd: end, page }, index) =>
      sourceOf(document, `p${index + 1}`, { start, end }, page),
    );
};

const sourceOf = (
  { documentId, version, name, parsed }: DocumentText,
  id: string,
  { start, end }: Span,
  page: number,
): Source => ({
  id,
  documentId,
  version,
  title: `${name.replace(/[^\p{L}\p{N} ._-]/gu, ' ')}, page ${page}`,
  text: parsed.text.slice(start, end),
  start,
  end,
});

const lineStart = (text: string, at: number, start: number): number => {
  if (at === 0) return 0;
  const line = text.indexOf('\n', at);
  return line === -1 || line >= start ? start : line + 1;
};

const lineEnd = (text: string, at: number, end: number): number => {
  if (at === text.length) return at;
  const line = text.lastIndexOf('\n', at);
  return line <= end ? end : line;
};
