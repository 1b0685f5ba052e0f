import type { ParseLimits } from '../ports/parser.ts';
import { splitsPair } from '../text/span.ts';
import { type Block, type Link, type Page, type ParsedDocument, parsedDocumentSchema, WORD_STRIDE } from './parsed.ts';

/** Either the document, complete and consistent, or the first thing that is wrong with it, without its text. */
export type Validated = { readonly document: ParsedDocument } | { readonly problem: string };

const MAX_WARNINGS = 200;
const MAX_CHILDREN = 1000;
const MAX_LABEL = 2000;
export const MAX_LINKS = 50_000;

class Broken extends Error {}

/**
 * Holds a parser's result against the contract of core/document/parsed.ts. Everything behind it may rely on:
 * pages are numbered from 1 and follow each other; each block begins on its page, in the order of the text, and
 * overlaps no other; cells lie in their row; links follow each other; words lie on their page in the order of the text; no offset splits a
 * surrogate pair; sizes are within the limits.
 */
export const validateParsedDocument = (value: unknown, limits: ParseLimits): Validated => {
  const parsed = parsedDocumentSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { problem: `${issue?.path.join('.') || 'the document'} has the wrong shape (${issue?.code ?? 'unknown'})` };
  }
  try {
    check(parsed.data, limits);
    return { document: parsed.data };
  } catch (thrown) {
    if (thrown instanceof Broken) return { problem: thrown.message };
    throw thrown;
  }
};

const expect = (holds: boolean, problem: () => string): void => {
  if (!holds) throw new Broken(problem());
};

const check = (document: ParsedDocument, limits: ParseLimits): void => {
  const { text, pages, blocks, links, warnings, children } = document;
  expect(text.length <= limits.maxCharacters, () => `text is longer than ${limits.maxCharacters} characters`);
  expect(pages.length <= limits.maxPages, () => `there are more than ${limits.maxPages} pages`);
  expect(warnings.length <= MAX_WARNINGS, () => `there are more than ${MAX_WARNINGS} warnings`);
  expect(children.length <= MAX_CHILDREN, () => `there are more than ${MAX_CHILDREN} children`);
  const childBytes = children.reduce((sum, child) => sum + child.bytes.byteLength, 0);
  expect(childBytes <= limits.maxUnpackedBytes, () => `children hold more than ${limits.maxUnpackedBytes} bytes`);
  for (const [what, label] of [
    ['title', document.title],
    ['language', document.language],
    ...warnings.map(({ message }, index) => [`warnings.${index}`, message]),
    ...children.map(({ name }, index) => [`children.${index}.name`, name]),
    ...pages.map(({ label }, index) => [`pages.${index}.label`, label]),
  ]) {
    expect((label?.length ?? 0) <= MAX_LABEL, () => `${what} is longer than ${MAX_LABEL} characters`);
  }
  checkPages(text, pages);
  checkBlocks(text, pages, blocks);
  checkLinks(text, links);
};

const checkPages = (text: string, pages: readonly Page[]): void => {
  let end = 0;
  for (const [index, page] of pages.entries()) {
    const at = `pages.${index}`;
    expect(page.number === index + 1, () => `${at} has the number ${page.number}`);
    checkSpan(text, page, at);
    expect(page.charStart >= end, () => `${at} begins before the page before it ends`);
    end = page.charEnd;
    checkWords(text, page, at);
  }
};

const checkWords = (text: string, page: Page, at: string): void => {
  const { words = [], wordConfidences } = page;
  expect(words.length % WORD_STRIDE === 0, () => `${at}.words is no multiple of ${WORD_STRIDE}`);
  if (wordConfidences !== undefined) {
    expect(page.source === 'ocr', () => `${at} has confidences but was not recognized`);
    expect(wordConfidences.length * WORD_STRIDE === words.length, () => `${at} has not one confidence per word`);
  }
  let end = page.charStart;
  for (let index = 0; index < words.length; index += WORD_STRIDE) {
    const from = words[index] as number;
    const to = words[index + 1] as number;
    const inside = Number.isInteger(from) && Number.isInteger(to) && from >= end && from < to && to <= page.charEnd;
    expect(inside, () => `${at}.words.${index / WORD_STRIDE} is not in order on its page`);
    expect(text.slice(from, to).trim() !== '', () => `${at}.words.${index / WORD_STRIDE} is blank`);
    end = to;
  }
};

const checkBlocks = (text: string, pages: readonly Page[], blocks: readonly Block[]): void => {
  let end = 0;
  for (const [index, block] of blocks.entries()) {
    const at = `blocks.${index}`;
    checkSpan(text, block, at);
    expect(block.charStart >= end, () => `${at} overlaps the block before it`);
    end = block.charEnd;
    const page = pages[block.page - 1];
    const onPage = page !== undefined && block.charStart >= page.charStart && block.charStart <= page.charEnd;
    expect(onPage, () => `${at} does not begin on page ${block.page}`);
    if (block.kind !== 'table-row') continue;
    let cellEnd = block.charStart;
    for (const [position, cell] of block.cells.entries()) {
      checkSpan(text, cell, `${at}.cells.${position}`);
      const inside = cell.charStart >= cellEnd && cell.charEnd <= block.charEnd;
      expect(inside, () => `${at}.cells.${position} is not in order in its row`);
      cellEnd = cell.charEnd;
    }
  }
};

const checkLinks = (text: string, links: readonly Link[]): void => {
  expect(links.length <= MAX_LINKS, () => `there are more than ${MAX_LINKS} links`);
  let end = 0;
  for (const [index, link] of links.entries()) {
    const at = `links.${index}`;
    checkSpan(text, link, at);
    expect(link.charStart >= end && link.charStart < link.charEnd, () => `${at} is not in order`);
    end = link.charEnd;
  }
};

const checkSpan = (text: string, span: { charStart: number; charEnd: number }, at: string): void => {
  expect(span.charStart <= span.charEnd && span.charEnd <= text.length, () => `${at} lies outside the text`);
  expect(!splitsPair(text, span.charStart) && !splitsPair(text, span.charEnd), () => `${at} splits a character`);
};
