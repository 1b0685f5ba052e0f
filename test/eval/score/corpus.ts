import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { temporaryFolder } from '../../support/folder.ts';

/** A folder with each file's lines of JSON, and with documents where their texts are given. */
export const folderOf = (
  t: ExecutionContext,
  files: Readonly<Record<string, readonly unknown[]>>,
  documents: Readonly<Record<string, string>> = {},
): string => {
  const folder = temporaryFolder(t);
  mkdirSync(path.join(folder, 'documents'));
  for (const [id, text] of Object.entries(documents)) writeFileSync(path.join(folder, 'documents', `${id}.txt`), text);
  for (const [name, lines] of Object.entries(files)) {
    writeFileSync(path.join(folder, `${name}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }
  return folder;
};
