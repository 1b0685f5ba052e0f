import type { ProgressUpdate } from '../../core/capability/capability.ts';
import type { Output } from './terminal.ts';

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
  const words = message === undefined ? '' : ` ${printable(message)}`;
  if (total === undefined || total <= 0) return `${done}${words}`;
  const filled = Math.round((Math.min(done, total) / total) * BAR);
  return `[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] ${done}/${total}${words}`;
};

const plainLines = (output: Output): ProgressDisplay => {
  let last = '';
  return {
    update: ({ done, total, message }) => {
      const count = total === undefined ? `${done}` : `${done}/${total}`;
      const next = message === undefined ? count : `${count} ${printable(message)}`;
      if (next !== last) output.write(`${next}\n`);
      last = next;
    },
    clear: () => {},
  };
};

/** A file's name may hold control characters that would move the cursor or recolour the terminal. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, '?');
