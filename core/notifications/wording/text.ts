import { wrap } from '../../text/wrap.ts';
import type { Letter, LetterItem } from './letter.ts';

const WIDTH = 72;

/** A letter as plain text. What it takes from documents is put on lines of its own making: it cannot pass for ours. */
export const letterText = (letter: Letter): string => {
  const { heading, late, lead, items, code, closing, footer, unsubscribeUrl } = letter;
  const footing = [
    ...footer.map((line) => wrap(line, WIDTH)),
    ...(unsubscribeUrl === undefined ? [] : [`Stop these messages: ${unsubscribeUrl}`]),
  ];
  const parts = [
    wrap(heading, WIDTH),
    ...(late === undefined ? [] : [wrap(`LATE: ${late}`, WIDTH)]),
    ...lead.map((line) => wrap(line, WIDTH)),
    ...items.map((item, index) => itemText(item, items.length > 1 ? index + 1 : undefined)),
    ...(code === undefined ? [] : [`    ${code}`]),
    ...closing.map((line) => wrap(line, WIDTH)),
    ...(footing.length === 0 ? [] : [`-- \n${footing.join('\n')}`]),
  ];
  return `${parts.join('\n\n')}\n`;
};

const itemText = ({ title, party, due, place, quote, url }: LetterItem, number: number | undefined): string => {
  const late = due?.overdue === true ? 'OVERDUE: ' : '';
  const label = (name: string) => `  ${`${name}:`.padEnd(6)}`;
  return [
    wrap(`${number === undefined ? '' : `${number}. `}${late}${title}`, WIDTH),
    ...(due === undefined ? [] : [`${label('By')}${due.words}, ${due.distance}`]),
    ...(party === undefined ? [] : [`${label('Who')}${party}`]),
    `${label('In')}${place}`,
    ...(quote === undefined ? [] : [wrap(`“${quote}”`, WIDTH, '  > ')]),
    ...(url === undefined ? [] : [`${label('Open')}${url}`]),
  ].join('\n');
};
