import type { ProgressUpdate } from '../../core/capability/capability.ts';
import { type Output, printableLine } from './terminal.ts';

export type ProgressDisplay = {
  update(update: ProgressUpdate): void;
  /** Takes the bar away so that something else can be written; the next update draws it again. */
  clear(): void;
};

const BAR = 24;
const nothing: ProgressDisplay = { update: () => {}, clear: () => {} };

/** A bar that is drawn over for a person; a few lines for a log; nothing for a program that reads --json. */
export const createProgress = (output: Output, json: boolean): ProgressDisplay => {
  if (output.isTTY === true) return drawnBar(output);
  return json ? nothing : plainLines(output);
};

const drawnBar = (output: Output): ProgressDisplay => {
  let drawn = false;
  return {
    update: (update) => {
      const width = Math.max((output.columns ?? 80) - 1, 20);
      output.write(`\r\u001b[K${[...line(update)].slice(0, width).join('')}`);
      drawn = true;
    },
    clear: () => {
      if (drawn) output.write('\r\u001b[K');
      drawn = false;
    },
  };
};

const line = ({ done, total, message }: ProgressUpdate): string => {
  const words = message === undefined ? '' : ` ${oneLine(message)}`;
  if (total === undefined || total <= 0) return `${Math.floor(done)}${words}`;
  const filled = Math.round((Math.min(done, total) / total) * BAR);
  return `[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] ${Math.floor(done)}/${total}${words}`;
};

/** Of the steps without a name a log gets only so many, however many there are. */
const LINES = 10;

/**
 * A line for each thing that is finished; where things have no names, one for the start and each tenth of
 * the way, or for each thing that is said where nobody knows how far it is.
 */
const plainLines = (output: Output): ProgressDisplay => {
  let finished = 0;
  let shown = -1;
  let said: string | undefined;
  return {
    update: ({ done, total, message, item }) => {
      if (item !== undefined) {
        finished += 1;
        output.write(`${finished}${total === undefined ? '' : `/${total}`} ${oneLine(item)}\n`);
        return;
      }
      if (finished > 0 || !Number.isInteger(done)) return;
      if (total === undefined || total <= 0) {
        if (message !== undefined && message !== said) output.write(`${oneLine(message)}\n`);
        said = message;
        return;
      }
      const tenth = Math.floor((done / total) * LINES);
      if (tenth <= shown) return;
      shown = tenth;
      output.write(`${Math.floor(done)}/${total}${message === undefined ? '' : ` ${oneLine(message)}`}\n`);
    },
    clear: () => {},
  };
};

const oneLine = (text: string): string => printableLine(text.replaceAll(/\s+/g, ' '));
