import type { Message } from '../../../core/ports/notifier.ts';
import { keyToken } from '../shared/key.ts';
import { oneLine, plainLines } from '../shared/text.ts';

export type Format = {
  /** Whole lines, the last of which says that the record is complete and whose it is. */
  record(message: Message, time: string): string;
  /** Whether a line is the last one of the record of this key. */
  isOf(key: string): (line: string) => boolean;
};

/** One object a line. */
const jsonLines: Format = {
  record: ({ key, title, text, url, data }, time) => {
    const record = { key, time, title: oneLine(title, 500), text: plainLines(text), url: url ?? null, details: data };
    // Two separators that are text to JSON end a line for those who read lines.
    const line = JSON.stringify(record).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
    return `${line}\n`;
  },
  isOf: (key) => {
    // As the record begins; it is complete where all of it is JSON.
    const start = `{"key":${JSON.stringify(key)},`;
    return (line) => line.startsWith(start) && isJson(line);
  },
};

const isJson = (line: string): boolean => {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
};

/** Text of the message is indented, so that no line of it can be taken for one of ours. */
const readable: Format = {
  record: ({ key, title, text, url }, time) => {
    const body = [...plainLines(text).trim().split('\n'), ...(url === undefined ? [] : ['', oneLine(url, 2000)])];
    const indented = body.map((line) => (line.trim() === '' ? '' : `  ${line}`));
    return `${time} ${oneLine(title, 500)}\n\n${indented.join('\n')}\n\n${endOf(key)}\n\n`;
  },
  isOf: (key) => {
    const end = endOf(key);
    return (line) => line === end;
  },
};

const endOf = (key: string): string => `-- ${keyToken(key)}`;

export const formatOf = (name: string): Format => (name.endsWith('.jsonl') ? jsonLines : readable);
