import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { DossierError } from '../core/errors/error.ts';

/** Every line of a file of JSON lines, empty ones left out. Throws `path_not_found`, or `invalid_input` naming the line. */
export const readJsonLines = <T>(file: string, schema: z.ZodType<T>): T[] =>
  orNotFound(file, () => readFileSync(file, 'utf8'))
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, schema, file, index + 1)]));

const parseLine = <T>(line: string, schema: z.ZodType<T>, file: string, number: number): T => {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    throw new DossierError('invalid_input', {
      problems: [`${path.basename(file)}: line ${number} is not what docs/quality.md says of it`],
    });
  }
};

/** What `read` gives; where the system refuses, `path_not_found` with the path that was wanted. */
export const orNotFound = <T>(target: string, read: () => T): T => {
  try {
    return read();
  } catch (cause) {
    throw new DossierError('path_not_found', { path: target }, { cause });
  }
};
