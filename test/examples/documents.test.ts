import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import test from 'ava';
import mammoth from 'mammoth';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { z } from 'zod';
import { buildExampleDocuments } from '../../examples/build/build.ts';
import { plugin as eml } from '../../plugins/parsers/eml.ts';
import { plugin as pdf } from '../../plugins/parsers/pdf.ts';
import { plugin as png } from '../../plugins/parsers/png.ts';
import { plugin as xlsx } from '../../plugins/parsers/xlsx.ts';
import { parseWith } from '../contracts/parser.ts';

const examples = path.resolve(import.meta.dirname, '../../examples');
const read = (file: string): Buffer => readFileSync(path.join(examples, file));
const questions = z
  .array(z.strictObject({ question: z.string().min(1), document: z.string().nullable(), quotes: z.array(z.string()) }))
  .parse(JSON.parse(read('questions.json').toString()));

test('the builder gives the committed bytes, each time', async (t) => {
  for (const round of [1, 2]) {
    for (const [name, bytes] of await buildExampleDocuments()) {
      t.true(read(`documents/${name}`).equals(bytes), `${name}, round ${round}: run examples/build/build.ts`);
    }
  }
});

// A quote may not run over a page's end, where the running foot and head come between: so, one text per page.
const passages: Record<string, (bytes: Buffer) => Promise<readonly string[]>> = {
  '.pdf': async (bytes) => {
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(bytes);
    const pages = [...document.pages()].map((page) => page.getText());
    document.destroy();
    library.destroy();
    return pages;
  },
  '.docx': async (buffer) => [(await mammoth.extractRawText({ buffer })).value],
  '.html': async (bytes) => [shown(parse(bytes.toString()))],
  '.md': async (bytes) => [bytes.toString()],
  // As the parsers read them that will read them: what is recognized, what the cells show, what is attached.
  '.eml': async (bytes) => {
    const { text, children } = await parseWith(eml, bytes);
    const attached = await Promise.all(children.map((child) => parseWith(pdf, child.bytes)));
    return [text, ...attached.map((document) => document.text)];
  },
  '.xlsx': async (bytes) => [(await parseWith(xlsx, bytes)).text],
  '.png': async (bytes) => [(await parseWith(png, bytes)).text],
};

type Node = DefaultTreeAdapterMap['node'];

function shown(node: Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  const noise = ['script', 'style', 'template', 'nav', 'header', 'footer', 'noscript'].includes(node.nodeName);
  const hidden = 'attrs' in node && node.attrs.some(({ name, value }) => name === 'hidden' || value === 'draft');
  return noise || hidden ? '' : node.childNodes.map(shown).join('');
}

const normal = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('every expected quote stands in its document', async (t) => {
  const texts = new Map<string, readonly string[]>();
  for (const name of readdirSync(path.join(examples, 'documents'))) {
    const textOf = passages[path.extname(name)];
    if (textOf) texts.set(name, (await textOf(read(`documents/${name}`))).map(normal));
  }
  t.is(texts.size, readdirSync(path.join(examples, 'documents')).length);
  for (const { document, quotes } of questions) {
    const where = document === null ? [...texts.values()].flat() : (texts.get(document) ?? []);
    for (const quote of quotes) {
      t.is(quote, normal(quote));
      t.true(
        where.some((text) => text.includes(quote)),
        `${document}: ${quote}`,
      );
    }
  }
});

test('the questions of the demo are about a contract, its amendment, a scan, a sheet, an e-mail and nothing that is there', (t) => {
  t.deepEqual(
    questions.slice(0, 6).map(({ document, quotes }) => [document, quotes.length > 0]),
    [
      ['office-lease.pdf', true],
      ['services-agreement-amendment-1.pdf', true],
      ['power-interruption-letter.png', true],
      ['invoice-2026-0417.xlsx', true],
      ['property-manager-email.eml', true],
      [null, false],
    ],
  );
  t.true(questions.filter(({ quotes }) => quotes.length === 0).length >= 3);
});

test('the README lists every question and quote', (t) => {
  const readme = read('build/README.md').toString();
  for (const { question, quotes } of questions) {
    for (const text of [question, ...quotes]) t.true(readme.includes(text), text);
  }
});
