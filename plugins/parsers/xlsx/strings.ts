import { cellText } from '../shared/sheets/workbook.ts';
import { scanXml, unescapeXml, unescapeXstring, type XmlEvents } from './scan.ts';

/**
 * Collects the runs of a rich string: `t` elements outside of `rPh`, which tells how a Japanese word is pronounced.
 * ([ECMA-376] Part 1, 18.4.8 si, 18.4.6 rPh)
 */
export const richText = (): Required<XmlEvents> & { take(): string } => {
  let collected = '';
  let inText = false;
  let phonetic = false;
  return {
    open: (name) => {
      if (name === 't') inText = true;
      else if (name === 'rPh') phonetic = true;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
    },
    text: (raw) => {
      if (inText && !phonetic) collected += unescapeXml(raw);
    },
    take: () => {
      const text = collected;
      collected = '';
      return cellText(unescapeXstring(text));
    },
  };
};

/** The strings that cells refer to by number. */
export const readSharedStrings = (xml: Iterable<string>): readonly string[] => {
  const strings: string[] = [];
  const rich = richText();
  scanXml(xml, {
    open: rich.open,
    text: rich.text,
    close: (name) => {
      rich.close(name);
      if (name === 'si') strings.push(rich.take());
    },
  });
  return strings;
};
