import type { ProgressUpdate } from '../../core/capability/capability.ts';
import { type Output, printableLine } from './terminal.ts';

export type ProgressDisplay = {
  update(update: ProgressUpdate): void;
  /** Takes the bar away so that something else can be written; the next update draws it again. */
  clear(): void;
};

const BAR = 24;
const nothing: ProgressDisplay = { update: () => {}, clear: () => {} };

/** A bar that is drawn over for a person; a line per step for a log; nothing for a program that reads --json. */
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

/** A line for each whole step; the fractions in between are for the bar. */
const plainLines = (output: Output): ProgressDisplay => {
  let last = -1;
  return {
    update: ({ done, total, message }) => {
      const step = Math.floor(done);
      if (step <= last) return;
      last = step;
      const count = total === undefined ? `${step}` : `${step}/${total}`;
      output.write(message === undefined ? `${count}\n` : `${count} ${oneLine(message)}\n`);
    },
    clear: () => {},
  };
};

const oneLine = (text: string): string => printableLine(text.replaceAll(/\s+/g, ' '));
