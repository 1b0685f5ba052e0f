import type { ParsedDocumentInput } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseLimits } from '../../../core/ports/parser.ts';
import { embeddedDocuments, pictures } from './children.ts';
import { createComposer } from './composer.ts';
import { createCounters } from './counters.ts';
import { childOf, elementsOf, flagOf, integer, textOf } from './elements.ts';
import type { Item } from './items.ts';
import { readNumbering } from './numbering.ts';
import { openPackage, type Package, type Relationships, relatedPart } from './package.ts';
import { createBudget } from './paragraph-text.ts';
import type { Findings, Reading } from './reading.ts';
import { createNoteMarks, createRemarks } from './remarks.ts';
import { beginsPage, createSectionReader } from './sections.ts';
import { readStory } from './stories.ts';
import { readStyles } from './styles.ts';
import { findingWarnings } from './warnings.ts';

/** What may hold most of a document is read piece by piece. */
const STREAMED: ReadonlySet<string> = new Set([
  'w:document',
  'w:body',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:tbl',
]);

const MAX_TITLE = 500;

/** A Word document as a reader sees it (ECMA-376, transitional or strict). */
export const readWord = (bytes: Uint8Array, limits: ParseLimits): ParsedDocumentInput => {
  const parts = openPackage(bytes, limits);
  const main = mainPart(parts);
  const relationships = parts.relationships(main);
  const one = (type: string) => {
    const name = relatedPart(main, relationships, type);
    return name === undefined ? undefined : parts.xml(name);
  };
  const styles = readStyles(one('styles'));
  const lists = readNumbering(one('numbering'), styles.numbering);
  const settings = one('settings');
  const findings: Findings = {
    tracked: false,
    hidden: false,
    prompts: 0,
    embedded: new Set(),
    pictures: false,
    title: undefined,
    languages: new Map(),
  };
  const reading: Reading = {
    package: parts,
    styles,
    lists,
    counters: createCounters(lists, styles.defaults.language),
    noteMarks: createNoteMarks(settings),
    budget: createBudget(limits.maxCharacters),
    maxNesting: limits.maxNesting,
    findings,
  };
  const remarks = createRemarks(reading, main, relationships);
  const sections = createSectionReader(
    reading,
    relationships,
    remarks,
    flagOf(settings, 'w:evenAndOddHeaders') ?? false,
  );
  const composer = createComposer(limits);
  const add = (items: readonly Item[]): void => items.forEach(composer.add);
  let first = true;

  const root = parts.xml(main, STREAMED);
  if (root === undefined || root.name !== 'w:document') throw new DossierError('damaged');
  for (const body of elementsOf(root)) {
    if (body.name !== 'w:body') continue;
    const rest = readStory(reading, body, {
      relationships,
      role: 'text',
      remarks,
      onSection: (properties, items) => {
        const { headers, footers } = sections(properties);
        if (!first && beginsPage(properties)) composer.breakPage();
        first = false;
        add(headers);
        add(items);
        add(footers);
      },
    });
    add(rest);
  }
  add(remarks.endnotes());

  const { text, blocks, links, pages } = composer.finish(pageCount(parts));
  const title = titleOf(parts) ?? findings.title?.trim().slice(0, MAX_TITLE);
  const language = mainLanguage(findings.languages);
  const children = embeddedDocuments(parts, relationships, findings.embedded);
  return {
    text,
    blocks,
    links,
    pages,
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    warnings: findingWarnings(findings, text, parts.replaced),
    // Where nothing is written, what there is to read is in the pictures.
    children: text === '' ? [...children, ...pictures(parts, relationships)] : children,
  };
};

/** The language of most characters; what is no tag of a language is none. */
const mainLanguage = (languages: ReadonlyMap<string, number>): string | undefined => {
  const [most] = [...languages].sort(([, a], [, b]) => b - a)[0] ?? [];
  return most !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(most) ? most : undefined;
};

/** Where the package says that the text is: usually, but not always, word/document.xml. */
const mainPart = (parts: Package): string => {
  const [start] = [...packageRelationships(parts).values()].filter(({ type }) => type === 'officeDocument');
  return start === undefined || start.external ? 'word/document.xml' : start.target;
};

const packageRelationships = (parts: Package): Relationships => parts.relationships('');

const packagePart = (parts: Package, type: string) => {
  const found = [...packageRelationships(parts).values()].find((one) => one.type === type && !one.external);
  return found === undefined ? undefined : parts.xml(found.target);
};

const titleOf = (parts: Package): string | undefined => {
  const title = textOf(childOf(packagePart(parts, 'core-properties'), 'dc:title'))
    .replace(/\s+/g, ' ')
    .trim();
  return title === '' ? undefined : title.slice(0, MAX_TITLE);
};

/** How many pages the program that wrote the file had laid out. */
const pageCount = (parts: Package): number | undefined =>
  integer(textOf(childOf(packagePart(parts, 'extended-properties'), 'ep:Pages')));
