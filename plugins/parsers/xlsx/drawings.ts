import { cellText } from '../shared/sheets/workbook.ts';
import { scanXml, unescapeXml } from './scan.ts';

const MAX_BOXES = 5000;

/** The texts of a sheet's text boxes and shapes, each as one paragraph, in the order of the file ([ECMA-376] Part 1, 20.5). */
export const readBoxes = (xml: string): string[] => {
  const boxes: string[] = [];
  let collected = '';
  let inText = false;
  scanXml(xml, {
    open: (name) => {
      if (name === 't') inText = true;
      else if (name === 'sp') collected = '';
      else if (name === 'br') collected += ' ';
    },
    text: (raw) => {
      if (inText) collected += unescapeXml(raw);
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'p') collected += ' ';
      else if (name === 'sp') {
        const text = cellText(collected);
        if (text !== '' && boxes.length < MAX_BOXES) boxes.push(text);
        collected = '';
      }
    },
  });
  return boxes;
};
