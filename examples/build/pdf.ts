import { setPdf } from '../../bench/material/pdf.ts';
import type { Block, Contract, SignatureParty } from './blocks.ts';

type Document = PDFKit.PDFDocument;

// US letter, in points. The standard fonts are not embedded, which keeps the files small and the same everywhere.
const margin = { left: 72, right: 72, top: 80, bottom: 72 };
const regular = 'Times-Roman';
const bold = 'Times-Bold';
const italic = 'Times-Italic';
const bodySize = 10.5;
const gap = 6;
const clauseIndent = 36;
const itemIndent = 60;

/** Sets a contract on letter pages with a running head, page numbers and bookmarks. The same contract gives the same bytes. */
export const contractPdf = (contract: Contract): Promise<Uint8Array> =>
  setPdf(
    (document) => {
      setTitle(document, contract);
      for (const block of contract.blocks) setBlock(document, block);
      setRunningHeads(document, contract);
    },
    {
      size: 'LETTER',
      margins: margin,
      bufferPages: true,
      // zlib's output differs between processors and releases of Node.
      compress: false,
      info: {
        Title: `${contract.title}: ${contract.subtitle}`,
        Author: contract.author,
        CreationDate: contract.signedAt,
        ModDate: contract.signedAt,
      },
    },
  );

function setTitle(document: Document, contract: Contract): void {
  document.font(bold).fontSize(20).text(contract.title.toUpperCase(), { align: 'center' });
  document.moveDown(0.3).font(regular).fontSize(12).text(contract.subtitle, { align: 'center' });
  document.moveDown(0.2).font(italic).fontSize(10).text(`Reference ${contract.reference}`, { align: 'center' });
  document.moveDown(1.5);
}

function setBlock(document: Document, block: Block): void {
  switch (block.kind) {
    case 'article':
      setArticle(document, `Article ${block.number}. ${block.heading}`);
      break;
    case 'clause':
      setClause(document, block.number, block.heading, block.text);
      break;
    case 'item':
      setItem(document, block.label, block.text);
      break;
    case 'paragraph':
      setParagraph(document, block.text);
      break;
    case 'heading':
      setHeading(document, block.text, block.newPage);
      break;
    case 'table':
      setTable(document, block.header, block.rows, block.widths);
      break;
    case 'signatures':
      setSignatures(document, block.parties);
      break;
  }
}

function setArticle(document: Document, text: string): void {
  keepTogether(document, 84);
  document.moveDown(0.4).font(bold).fontSize(13).text(text, margin.left, document.y);
  document.outline.addItem(text);
  document.y += gap - 2;
}

function setHeading(document: Document, text: string, newPage: boolean): void {
  if (newPage) document.addPage();
  else keepTogether(document, 110);
  if (!newPage) document.moveDown(0.4);
  document.font(bold).fontSize(14).text(text, margin.left, document.y);
  document.outline.addItem(text);
  document.y += gap;
}

function setParagraph(document: Document, text: string): void {
  document.font(regular).fontSize(bodySize).text(text, margin.left, document.y, { lineGap: 1.5 });
  document.y += gap;
}

function setClause(document: Document, number: string, heading: string, text: string): void {
  keepTogether(document, 44);
  const y = document.y;
  const x = margin.left + clauseIndent;
  document.font(regular).fontSize(bodySize).text(number, margin.left, y, { lineBreak: false });
  const options = { width: textWidth(document) - clauseIndent, lineGap: 1.5 };
  document.font(bold).text(`${heading} `, x, y, { ...options, continued: true });
  document.font(regular).text(text, options);
  document.y += gap;
}

function setItem(document: Document, label: string, text: string): void {
  keepTogether(document, 30);
  const y = document.y;
  document
    .font(regular)
    .fontSize(bodySize)
    .text(label, margin.left + clauseIndent, y, { lineBreak: false });
  document.text(text, margin.left + itemIndent, y, { width: textWidth(document) - itemIndent, lineGap: 1.5 });
  document.y += gap - 2;
}

function setTable(
  document: Document,
  header: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  widths: readonly number[],
): void {
  const cell = { padding: 5, border: 0.5, borderColor: '#888888' };
  document.x = margin.left;
  document.font(regular).fontSize(10);
  document.table({
    columnStyles: widths.map((width) => ({ width: width * textWidth(document) })),
    defaultStyle: cell,
    data: [
      header.map((text) => ({ text, font: { src: bold, size: 10 }, backgroundColor: '#eeeeee' })),
      ...rows.map((row) => row.map((text) => ({ text }))),
    ],
  });
  document.x = margin.left;
  document.y += gap + 4;
}

function setSignatures(document: Document, parties: readonly SignatureParty[]): void {
  for (const party of parties) {
    keepTogether(document, 150);
    document.moveDown(1).font(bold).fontSize(bodySize);
    document.text(`${party.role}: ${party.company}`, margin.left, document.y);
    document.moveDown(2.4);
    const lineY = document.y;
    document
      .moveTo(margin.left, lineY)
      .lineTo(margin.left + 230, lineY)
      .lineWidth(0.7)
      .stroke('#000000');
    document
      .font(italic)
      .fontSize(14)
      .text(`/s/ ${party.name}`, margin.left + 6, lineY - 18, { lineBreak: false });
    document.font(regular).fontSize(bodySize);
    document.text(`Name: ${party.name}`, margin.left, lineY + 5);
    document.text(`Title: ${party.title}`);
    document.text(`Date: ${party.date}`);
  }
}

function setRunningHeads(document: Document, contract: Contract): void {
  const pages = document.bufferedPageRange();
  for (let index = 0; index < pages.count; index += 1) {
    document.switchToPage(pages.start + index);
    // Text below the bottom margin would otherwise open a new page.
    document.page.margins.bottom = 0;
    document.font(regular).fontSize(9).fillColor('#444444');
    if (index > 0) {
      document.text(contract.runningHead, margin.left, 46, { lineBreak: false });
      document.text(contract.reference, margin.left, 46, { width: textWidth(document), align: 'right' });
      document
        .moveTo(margin.left, 62)
        .lineTo(document.page.width - margin.right, 62)
        .lineWidth(0.5)
        .stroke('#888888');
    }
    document.text(`Page ${index + 1} of ${pages.count}`, margin.left, document.page.height - 48, {
      width: textWidth(document),
      align: 'center',
    });
  }
}

/** Starts a new page when fewer than so many points are left on this one. */
function keepTogether(document: Document, points: number): void {
  if (document.y + points > document.page.height - margin.bottom) document.addPage();
}

function textWidth(document: Document): number {
  return document.page.width - margin.left - margin.right;
}
