import type { TextStyle } from '../../core/capability/capability.ts';
import type { Environment } from '../../core/config/environment.ts';

/** One of the process's two outputs, as far as the shell commands use it. */
export type Output = {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
};

export type Terminal = {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Environment;
};

const paint = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const plain = (text: string) => text;

/** Colours only for a person at a terminal who has not switched them off (https://no-color.org). */
export const styleFor = (output: Output, environment: Environment): TextStyle => {
  const width = Math.min(Math.max(output.columns ?? 80, 40), 100);
  const coloured = output.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return coloured
    ? { bold: paint(1), dim: paint(2), good: paint(32), bad: paint(31), width }
    : { bold: plain, dim: plain, good: plain, bad: plain, width };
};

/**
 * Names of files and text of documents may hold control characters, with which they could recolour the terminal, move
 * its cursor or worse. Line ends and tabs stay.
 */
export const printable = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '\ufffd');

/**
 * A name, a path or a message, which has one line: a line end in it could pass for a line of ours, and marks that turn
 * the direction of writing for another name.
 */
export const printableLine = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** As JSON, in which the control characters that JSON allows are escaped as well: a terminal may obey those, too. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const oneLine = new Set(['name', 'document_name', 'path', 'sources', 'title', 'message', 'hint']);

/** Every string of an output made printable, before it is rendered. */
export const printableOutput = (output: unknown, field = ''): unknown => {
  if (typeof output === 'string') return oneLine.has(field) ? printableLine(output) : printable(output);
  if (Array.isArray(output)) return output.map((each) => printableOutput(each, field));
  if (typeof output !== 'object' || output === null) return output;
  return Object.fromEntries(Object.entries(output).map(([name, value]) => [name, printableOutput(value, name)]));
};
