import { makeZip } from '../../../core/sniff/containers.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A root element of WordprocessingML with all prefixes that these tests use. */
export const part = (root: string, content: string): string => `<w:${root} ${NAMESPACES}>${content}</w:${root}>`;

export type Relation = readonly [id: string, type: string, target: string, mode?: 'External'];

export const relations = (list: readonly Relation[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`;

export const packageRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

export type WordFile = {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly settings?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly relations?: readonly Relation[];
  /** Further parts by name. */
  readonly parts?: readonly (readonly [string, string | Uint8Array])[];
};

const PARTS = ['styles', 'numbering', 'settings', 'footnotes', 'endnotes', 'comments'] as const;

/** A Word file of these contents, each the inside of its part's root element. */
export const wordFile = (file: WordFile): Uint8Array => {
  const own = PARTS.filter((name) => file[name] !== undefined);
  return makeZip([
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ],
    ['_rels/.rels', packageRelations],
    ['word/document.xml', part('document', `<w:body>${file.body}</w:body>`)],
    [
      'word/_rels/document.xml.rels',
      relations([...own.map((name): Relation => [`own-${name}`, name, `${name}.xml`]), ...(file.relations ?? [])]),
    ],
    ...own.map((name) => [`word/${name}.xml`, part(name, file[name] ?? '')] as const),
    ...(file.parts ?? []),
  ]);
};

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of one run, or of what is given as XML. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;

/** A paragraph of a list. */
export const item = (text: string, numId: number, level = 0, more = ''): string =>
  paragraph(text, `${more}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

export const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

export const kind = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;

export const list = (id: number, kindId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${kindId}"/>${overrides}</w:num>`;

export const style = (id: string, name: string, content = '', type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;

export const basedOn = (id: string): string => `<w:basedOn w:val="${id}"/>`;

export const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
export const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
