import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../core/config/schema.ts';
import { DossierError } from '../../core/errors/error.ts';

export type RestKey = {
  readonly value: string;
  /** Where it is kept; undefined when the configuration gives the key itself. */
  readonly file?: string;
};

const SHORTEST = 32;

/** The bearer key of the REST API: the configured one, or one that is made once and kept in the data folder. */
export const resolveKey = async ({ data, server }: Config): Promise<RestKey> => {
  if (server.key !== undefined) return { value: server.key };
  const file = path.join(data, 'rest-key');
  await mkdir(data, { recursive: true, mode: 0o700 });
  try {
    // `wx`: of two servers that start at once, one makes the key and the other reads it.
    await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown;
    await chmod(file, 0o600);
  }
  const value = (await readFile(file, 'utf8')).trim();
  if (value.length >= SHORTEST) return { value, file };
  throw new DossierError('config_invalid', {
    problems: [`${file} holds fewer than ${SHORTEST} characters; remove it and a new key is made`],
  });
};
