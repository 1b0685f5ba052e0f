import { PDFiumLibrary } from '@hyzyla/pdfium';
import { sandboxLimitsOf } from '../../core/config/limits.ts';
import { configSchema } from '../../core/config/schema.ts';
import { DossierError } from '../../core/errors/error.ts';
import { openPdf } from '../../plugins/parsers/pdf/file.ts';
import { pdfParser } from '../../plugins/parsers/pdf.ts';
import { loadPdfium } from '../../plugins/parsers/shared/pdfium.ts';

/** A word on a page (1-based), its box in points from the page's top left corner: x, y, width, height. */
export type BoxedWord = { page: number; text: string; box: readonly [number, number, number, number] };

export type EngineResult = { text: string; pages: number };

/** One way of reading PDFs. `words` is absent where the engine gives no boxes of words. */
export type Engine = {
  text(bytes: Uint8Array): Promise<EngineResult>;
  words?(bytes: Uint8Array): Promise<BoxedWord[]>;
};

export const engineNames = ['pdfium-wasm', 'pdf2json', 'liteparse', 'dossier'] as const;
export type EngineName = (typeof engineNames)[number];

/** Engines are imported when asked for, so that one that cannot load says so by itself. */
export const engines: Record<EngineName, () => Promise<Engine>> = {
  async 'pdfium-wasm'() {
    const library = await PDFiumLibrary.init();
    return {
      async text(bytes) {
        const document = await library.loadDocument(bytes);
        try {
          const texts = [...document.pages()].map((page) => page.getText());
          return { text: texts.join('\n'), pages: texts.length };
        } finally {
          document.destroy();
        }
      },
      async words(bytes) {
        const file = openPdf(await loadPdfium(), bytes, 0);
        if (typeof file === 'string') throw new Error(file);
        const words: BoxedWord[] = [];
        for (let index = 0; index < file.pageCount; index++) {
          for (const word of file.readPage(index)?.words ?? []) {
            words.push({ page: index + 1, text: word.text, box: [word.x, word.y, word.width, word.height] });
          }
        }
        file.close();
        return words;
      },
    };
  },

  async pdf2json() {
    const { default: PDFParser } = await import('pdf2json');
    return {
      text: (bytes) =>
        new Promise((resolve, reject) => {
          const parser = new PDFParser(null, true);
          parser.on('pdfParser_dataError', (problem) =>
            reject(problem instanceof Error ? problem : problem.parserError),
          );
          parser.on('pdfParser_dataReady', (data) => {
            const text = data.Pages.map((page) =>
              page.Texts.map((run) => run.R.map((r) => decode(r.T)).join('')).join(' '),
            );
            resolve({ text: text.join('\n'), pages: data.Pages.length });
            parser.destroy();
          });
          parser.parseBuffer(Buffer.from(bytes), 0);
        }),
    };
  },

  async liteparse() {
    const { LiteParse } = await import('@llamaindex/liteparse');
    const plain = new LiteParse({ ocrEnabled: false, quiet: true, maxPages: 100_000, outputFormat: 'text' });
    const boxed = new LiteParse({ ocrEnabled: false, quiet: true, maxPages: 100_000, emitWordBoxes: true });
    return {
      async text(bytes) {
        const result = await plain.parse(Buffer.from(bytes));
        return { text: result.text, pages: result.pages.length };
      },
      async words(bytes) {
        const result = await boxed.parse(Buffer.from(bytes));
        return result.pages.flatMap((page) =>
          page.textItems.flatMap((item) =>
            (item.words ?? []).map(
              (word): BoxedWord => ({
                page: page.pageNum,
                text: word.text,
                box: [word.x, word.y, word.width, word.height],
              }),
            ),
          ),
        );
      },
    };
  },

  async dossier() {
    const settings = configSchema.parse({ data: '/', ocr: { languages: [] } });
    const limits = sandboxLimitsOf(settings);
    const context = { name: 'bench.pdf', limits, ocr: limits.ocr, progress() {}, recognizing() {} };
    const read = async (bytes: Uint8Array) => {
      try {
        return await pdfParser.parse(bytes, context);
      } catch (thrown) {
        throw thrown instanceof DossierError ? new Error(thrown.code) : thrown;
      }
    };
    return {
      async text(bytes) {
        const parsed = await read(bytes);
        return { text: parsed.text, pages: parsed.pages.length };
      },
      async words(bytes) {
        const parsed = await read(bytes);
        return parsed.pages.flatMap((page) => {
          const flat = page.words ?? [];
          return Array.from({ length: flat.length / 6 }, (_, index): BoxedWord => {
            const [start = 0, end = 0, x = 0, y = 0, width = 0, height = 0] = flat.slice(index * 6, index * 6 + 6);
            return { page: page.number, text: parsed.text.slice(start, end), box: [x, y, width, height] };
          });
        });
      },
    };
  },
};

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
