import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Contract, SignatureParty } from './blocks.ts';
import { stampZip } from './zip.ts';

// Twentieths of a point: letter paper with one-inch margins leaves this much for the text.
const textWidth = 9360;
const clauseIndent = 720;
const listReference = 'lettered';

/** Sets a contract as a Word document with real heading styles, lists and tables. The same contract gives the same bytes. */
export async function contractDocx(contract: Contract): Promise<Uint8Array> {
  const document = new Document({
    title: `${contract.title}: ${contract.subtitle}`,
    creator: contract.author,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22 }, paragraph: { spacing: { after: 120, line: 264 } } },
        title: {
          run: { size: 40, bold: true },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 80 } },
        },
        heading1: {
          run: { size: 28, bold: true, color: '1F3864' },
          paragraph: { spacing: { before: 300, after: 120 } },
        },
        heading2: {
          run: { size: 24, bold: true, color: '1F3864' },
          paragraph: { spacing: { before: 240, after: 120 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: listReference,
          levels: [
            {
              level: 0,
              format: LevelFormat.LOWER_LETTER,
              text: '(%1)',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: clauseIndent + 480, hanging: 480 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        headers: { default: runningHead(contract) },
        footers: { default: pageNumbers() },
        children: [...titleBlock(contract), ...body(contract.blocks)],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document, false, [{ path: 'docProps/core.xml', data: coreProperties(contract) }]);
  return stampZip(bytes);
}

function titleBlock(contract: Contract): Paragraph[] {
  return [
    new Paragraph({ text: contract.title, heading: HeadingLevel.TITLE }),
    new Paragraph({ text: contract.subtitle, alignment: AlignmentType.CENTER }),
    new Paragraph({
      children: [new TextRun({ text: `Reference ${contract.reference}`, italics: true, size: 20 })],
      alignment: AlignmentType.CENTER,
      spacing: { after: 360 },
    }),
  ];
}

function body(blocks: readonly Block[]): Array<Paragraph | Table> {
  // Each run of items is a list of its own, so that its letters start again at (a).
  let list = 0;
  return blocks.flatMap((block, index) => {
    if (block.kind === 'item' && blocks[index - 1]?.kind !== 'item') list += 1;
    return set(block, list);
  });
}

function set(block: Block, list: number): Array<Paragraph | Table> {
  switch (block.kind) {
    case 'article':
      return [new Paragraph({ text: `${block.number}. ${block.heading}`, heading: HeadingLevel.HEADING_1 })];
    case 'clause':
      return [
        new Paragraph({
          children: [
            new TextRun(`${block.number}\t`),
            new TextRun({ text: block.heading, bold: true }),
            new TextRun(` ${block.text}`),
          ],
          tabStops: [{ type: TabStopType.LEFT, position: clauseIndent }],
          indent: { left: clauseIndent, hanging: clauseIndent },
        }),
      ];
    case 'item':
      return [
        new Paragraph({
          text: block.text,
          numbering: { reference: listReference, level: 0, instance: list },
          spacing: { after: 80 },
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ text: block.text })];
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: HeadingLevel.HEADING_2,
          pageBreakBefore: block.newPage,
          keepNext: true,
        }),
      ];
    case 'table':
      return [table(block.header, block.rows, block.widths), new Paragraph({ text: '', spacing: { after: 60 } })];
    case 'signatures':
      return block.parties.flatMap(signature);
  }
}

function table(header: readonly string[], rows: ReadonlyArray<readonly string[]>, widths: readonly number[]): Table {
  const columns = widths.map((width) => Math.round(width * textWidth));
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columns,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: [row(header, columns, true), ...rows.map((texts) => row(texts, columns, false))],
  });
}

function row(texts: readonly string[], columns: readonly number[], isHeader: boolean): TableRow {
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: texts.map(
      (text, index) =>
        new TableCell({
          width: { size: columns[index] ?? 0, type: WidthType.DXA },
          ...(isHeader ? { shading: { fill: 'E7EBF3' } } : {}),
          children: [
            new Paragraph({ children: [new TextRun({ text, bold: isHeader, size: 20 })], spacing: { after: 0 } }),
          ],
        }),
    ),
  });
}

function signature(party: SignatureParty): Paragraph[] {
  const line = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 };
  const plain = (text: string) => new Paragraph({ text, keepNext: true, spacing: { after: 0 } });
  return [
    new Paragraph({
      children: [new TextRun({ text: `${party.role}: ${party.company}`, bold: true })],
      keepNext: true,
      spacing: { before: 240 },
    }),
    new Paragraph({
      children: [new TextRun({ text: `/s/ ${party.name}`, italics: true, size: 26 })],
      border: { bottom: line },
      indent: { right: 5200 },
      keepNext: true,
      spacing: { before: 160, after: 60 },
    }),
    plain(`Name: ${party.name}`),
    plain(`Title: ${party.title}`),
    new Paragraph({ text: `Date: ${party.date}` }),
  ];
}

function runningHead(contract: Contract): Header {
  return new Header({
    children: [
      new Paragraph({
        children: [new TextRun({ text: `${contract.runningHead}\t${contract.reference}`, size: 18, color: '555555' })],
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
      }),
    ],
  });
}

function pageNumbers(): Footer {
  const children = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        children: [new TextRun({ children, size: 18, color: '555555' })],
        alignment: AlignmentType.CENTER,
      }),
    ],
  });
}

/** The package's own version of this part carries the time of the build. */
function coreProperties(contract: Contract): string {
  const time = contract.signedAt.toISOString().replace('.000', '');
  const title = `${contract.title}: ${contract.subtitle}`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${title}</dc:title><dc:creator>${contract.author}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}
