import type { Sheet } from '../shared/sheets/workbook.ts';
import type { OfficePackage } from './package.ts';
import { scanXml, xmlAttribute, xmlFlag } from './scan.ts';

export type SheetPart = {
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  readonly kind: Sheet['kind'];
  /** Name of the part; '' where the file does not hold it. */
  readonly part: string;
};

export type WorkbookParts = {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly sharedStrings: string;
  readonly styles: string;
};

const KINDS: Readonly<Record<string, Sheet['kind']>> = { worksheet: 'cells', chartsheet: 'chart' };

/** Which sheets a workbook has, in the order of their tabs. */
export const readWorkbookParts = (file: OfficePackage, main: string): WorkbookParts => {
  const relationships = file.relationships(main);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetPart[] = [];
  let date1904 = false;
  scanXml(file.xml(main), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = xmlFlag(attributes, 'date1904');
      if (name !== 'sheet') return;
      const relationship = byId.get(xmlAttribute(attributes, 'id') ?? '');
      const state = xmlAttribute(attributes, 'state');
      sheets.push({
        name: xmlAttribute(attributes, 'name') ?? '',
        visibility: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible',
        kind: KINDS[relationship?.type ?? ''] ?? 'other',
        part: relationship === undefined || relationship.external ? '' : relationship.target,
      });
    },
  });
  const partOf = (type: string): string => relationships.find((each) => each.type === type)?.target ?? '';
  return { sheets, date1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
};
