import { createHash } from 'node:crypto';
import test from 'ava';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse } from 'parse5';
import type { RisksOutput } from '../../../agents/risk/overview/capability.ts';
import type { DocumentRisks } from '../../../agents/risk/overview/view.ts';
import { type Office, openOffice } from '../../support/risk-office.ts';
import { amendment, letter, supply } from './texts.ts';

const report = async ({ call }: Office, format: 'md' | 'html', input: Record<string, unknown> = {}): Promise<string> =>
  (await call<{ report: string }>('risks.report', { format, ...input })).report;

/** What a document may try in a report. */
const evil = `TERMS OF SALE

These terms are made on 1 May 2024 between Acme <img src=x onerror=alert(1)> Ltd (the "Seller") and Bob Co Ltd (the "Buyer").

The Buyer's liability is unlimited <script>alert(1)</script> and "quoted' & [a link](http://evil.example) | \`code\` ![x](http://evil.example/x.png) www.evil.example mail@evil.example **bold** $x$ </mark></blockquote>.

# A heading of its own | with | pipes

1. Fine \u202eevil\u202c text.`;

type Element = { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: Element[]; value?: string };

const elementsOf = (html: string): Element[] => {
  const all: Element[] = [];
  const visit = (node: Element): void => {
    all.push(node);
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parse(html) as unknown as Element);
  return all;
};
const textOf = (node: Element): string => node.value ?? (node.childNodes ?? []).map(textOf).join('');
const attribute = (node: Element | undefined, name: string): string =>
  node?.attrs?.find((each) => each.name === name)?.value ?? '';

test('the HTML page holds its quotes in their place, and everything that is known of a finding', async (t) => {
  const office = await openOffice(t);
  const id = await office.take('supply.txt', supply);
  const risks = await office.call<DocumentRisks & RisksOutput>('risks', { document_ids: [id] });
  await office.call('risks.dismiss', { finding: risks.findings[2]?.id, reason: 'We plan ahead.' });
  const all = elementsOf(await report(office, 'html', { document_ids: [id] }));
  const marks = all.filter(({ nodeName }) => nodeName === 'mark').map(textOf);
  t.deepEqual(
    marks,
    risks.findings.slice(0, 2).map(({ evidence }) => evidence[0]?.quote ?? ''),
  );
  const quotes = all.filter(({ nodeName }) => nodeName === 'blockquote').map(textOf);
  t.true(quotes[0]?.includes('2. Payment.') && quotes[0].includes('4. Termination.'));
  const body = all.map((node) => node.value ?? '').join(' ');
  for (const part of [
    'Supply agreement',
    'Brightwater Tools GmbH (Supplier)',
    'page 1',
    'Ask for a cap',
    '100 % sure',
    'No governing law',
    'We plan ahead.',
    'dismissed',
    'defaults',
  ])
    t.true(body.includes(part), part);
  const targets = new Set(all.map((node) => attribute(node, 'id')));
  for (const link of all.filter(({ nodeName }) => nodeName === 'a')) {
    const href = attribute(link, 'href');
    t.true(href.startsWith('#') && targets.has(href.slice(1)), href);
  }
});

test('the risks can be had as the report itself, the same as it is written to a file', async (t) => {
  const office = await openOffice(t);
  const id = await office.take('supply.txt', supply);
  for (const format of ['md', 'html'] as const) {
    const input = { document_ids: [id], party: 'customer', min_severity: 'high' };
    const risks = await office.call<RisksOutput>('risks', { ...input, format });
    t.is(risks.report, await report(office, format, input));
    t.is(risks.findings, undefined);
    t.is(risks.summary.falls_on_reader, 1);
  }
});

test('nothing of a document gets into the HTML page but as text, and the page loads and runs nothing', async (t) => {
  const office = await openOffice(t);
  await office.take('evil"><script>.txt', evil);
  const html = await report(office, 'html');
  const all = elementsOf(html);
  const names = new Set(all.map(({ nodeName }) => nodeName));
  for (const name of ['script', 'img', 'iframe', 'object', 'link', 'base', 'form', 'audio', 'video', 'image', 'use'])
    t.false(names.has(name), name);
  const attributes = all.flatMap(({ attrs = [] }) => attrs);
  t.false(
    attributes.some(({ name }) => name.startsWith('on') || name === 'src' || name === 'style' || name === 'srcset'),
  );
  t.true(attributes.filter(({ name }) => name === 'href').every(({ value }) => value.startsWith('#')));
  const marks = all.filter(({ nodeName }) => nodeName === 'mark').map(textOf);
  t.true(marks.some((text) => text.includes('<script>alert(1)</script>') && text.includes('</mark></blockquote>')));
  const [policy] = all.filter((node) => attribute(node, 'http-equiv') === 'Content-Security-Policy');
  const [style] = all.filter(({ nodeName }) => nodeName === 'style');
  const hash = createHash('sha256')
    .update(textOf(style ?? { nodeName: '' }))
    .digest('base64');
  t.true(attribute(policy, 'content').startsWith(`default-src 'none'; style-src 'sha256-${hash}'`));
  t.notRegex(html, /[^\P{Cc}\n\t]/u);
});

const nodesOf = (markdown: string): Nodes[] => {
  const all: Nodes[] = [];
  const visit = (node: Nodes): void => {
    all.push(node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return all;
};
const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';

test('the Markdown says the same, and text of a document is text in it', async (t) => {
  const office = await openOffice(t);
  const id = await office.take('evil.txt', evil);
  const markdown = await report(office, 'md', { document_ids: [id] });
  const all = nodesOf(markdown);
  const kinds = new Set<string>(all.map(({ type }) => type));
  // A reader may still make a link of what is written out as an address; it then leads to what it says and nowhere else.
  for (const node of all)
    if (node.type === 'link')
      t.true(node.url.replace(/^mailto:|^https?:\/\//, '') === wordsOf(node).replace(/^https?:\/\//, ''));
  for (const kind of ['html', 'image', 'inlineCode', 'code', 'definition', 'delete', 'linkReference'])
    t.false(kinds.has(kind), kind);
  const headings = all.filter(({ type }) => type === 'heading').map(wordsOf);
  t.false(
    headings.some((heading) => heading.includes('of its own')),
    headings.join('; '),
  );
  const bold = all.filter(({ type }) => type === 'strong').map(wordsOf);
  const [{ evidence: [first] = [] } = {}] = (
    await office.call<DocumentRisks & RisksOutput>('risks', { document_ids: [id] })
  ).findings;
  t.true(bold.includes((first?.quote ?? '').replace(/\s+/g, ' ')), bold.join('\n'));
  const tables = all.filter(({ type }) => type === 'table');
  t.true(
    tables.every(
      (each) => 'children' in each && each.children.every((row) => 'children' in row && row.children.length >= 6),
    ),
  );
  t.false(markdown.includes('\u202e'));
});

test('a report on several documents begins with the worst, and names those in which nothing was found', async (t) => {
  const office = await openOffice(t);
  await office.take('a-letter.txt', letter);
  await office.take('amendment.txt', amendment);
  await office.take('supply.txt', supply);
  const headings = nodesOf(await report(office, 'md'))
    .filter((node) => node.type === 'heading' && node.depth === 2)
    .map(wordsOf);
  t.deepEqual(headings, ['1. supply.txt', '2. amendment.txt', 'How this came about']);
  const html = elementsOf(await report(office, 'html'));
  const sections = html.filter(({ nodeName }) => nodeName === 'h2').map(textOf);
  t.deepEqual(sections.slice(0, 2), ['Documents', '1. supply.txt']);
  t.is(sections.at(-1), 'Nothing found');
  t.true(html.some((node) => node.nodeName === 'td' && textOf(node) === 'a-letter.txt'));
});

test('a quote from another document of the contract is shown in its own place, with that document’s name', async (t) => {
  const office = await openOffice(t);
  const id = await office.take('supply.txt', supply);
  await office.take('amendment.txt', amendment);
  const all = elementsOf(await report(office, 'html', { document_ids: [id] }));
  const quotes = all.filter(({ nodeName }) => nodeName === 'blockquote').map(textOf);
  t.true(quotes.some((text) => text.includes('within 45 days') && text.includes('The laws of Norway')));
  t.true(all.some((node) => node.nodeName === 'figcaption' && textOf(node).includes('amendment.txt, page 1')));
});
