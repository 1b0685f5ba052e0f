import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExecutionContext } from 'ava';

/** A folder of the test's own, removed when the test ends. */
export const temporaryFolder = (t: ExecutionContext): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-test-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
