import { chunkDocument } from '../core/chunking/chunk.ts';
import { parsedDocumentSchema } from '../core/document/parsed.ts';
import { silentLogger } from '../core/ports/logger.ts';
import { plugin } from '../plugins/clauses/contract-clauses.ts';
import { textBlocks } from '../plugins/parsers/shared/paragraphs.ts';
import { createTexts, readQuestions } from './material/texts.ts';
import { interleaved, median } from './measure.ts';
import { rateRow } from './report.ts';
import type { Measure } from './section.ts';

/** Characters of a printed page of a contract. */
const PAGE = 3000;
const PAGES = 50;

/** Pages that the clause model reads per second, beside cutting the same pages into passages; and questions. */
export const measureClauses: Measure = async ({ quick }) => {
  const text = createTexts(5).document(PAGE * PAGES);
  const pages = [{ number: 1, charStart: 0, charEnd: text.length, source: 'text' as const }];
  const parsed = parsedDocumentSchema.parse({ text, pages, blocks: textBlocks(text, pages) });
  const cut = async () => chunkDocument({ documentId: 'doc', version: 1, sha256: '0'.repeat(64), parsed });
  const passages = await cut();
  const { clauses } = await plugin.setup({ options: {}, ports: {}, log: silentLogger });
  const questions = readQuestions(quick ? 50 : 400);
  const times = await interleaved(quick ? 3 : 7, {
    ours: () => clauses.read(passages),
    cut,
    asked: async () => {
      for (const question of questions) await clauses.about(question);
    },
  });
  const rate = (milliseconds: readonly number[], count: number) => (count / median(milliseconds)) * 1000;
  return {
    rows: [
      rateRow('contract-clauses, documents', 'pages/s', rate(times.ours, PAGES), {
        what: 'cut into passages',
        value: rate(times.cut, PAGES),
      }),
      rateRow('contract-clauses, questions', 'questions/s', rate(times.asked, questions.length)),
    ],
    notes: [`One process; ${PAGES} pages of ${PAGE} characters, ${passages.length} passages.`],
  };
};
