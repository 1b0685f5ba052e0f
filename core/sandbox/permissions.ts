import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ParserModule } from './messages.ts';

/** This package: the folder above core/. */
const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The flags under which a parser process runs: reading is allowed below our own code, the dependencies, and the
 * folders of external plugins; everything else that the permission model knows stays forbidden.
 * Only core/ and plugins/ of this package are readable, for a data folder may lie beside them.
 */
export const permissionFlags = (parsers: readonly ParserModule[], heapMegabytes: number): readonly string[] => {
  const readable = new Set<string>();
  const allow = (target: string): void => {
    for (const known of [target, realpath(target)]) if (known !== undefined) readable.add(known);
  };
  for (const own of ['core', 'plugins', 'package.json']) allow(path.join(packageRoot, own));
  for (const folder of modulesAbove(packageRoot)) allow(folder);
  for (const { module, external } of parsers) {
    if (!external) continue;
    const folder = path.dirname(fileURLToPath(module));
    allow(folder);
    for (const above of modulesAbove(folder)) allow(above);
    for (const description of descriptionsAbove(folder)) allow(description);
  }
  return [
    '--permission',
    ...[...readable].map((target) => `--allow-fs-read=${target}`),
    '--no-experimental-sqlite',
    '--no-addons',
    '--disable-sigusr1',
    `--max-old-space-size=${heapMegabytes}`,
  ];
};

const foldersAbove = (folder: string): readonly string[] => {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
};

const existing = (folder: string, name: string): readonly string[] =>
  foldersAbove(path.resolve(folder))
    .map((above) => path.join(above, name))
    .filter((target) => existsSync(target));

/** Where Node looks for packages that code in `folder` imports. */
const modulesAbove = (folder: string): readonly string[] => existing(folder, 'node_modules');

/** Node reads these to learn whether a file is an ES module, and what a package calls itself. */
const descriptionsAbove = (folder: string): readonly string[] => existing(folder, 'package.json');

const realpath = (target: string): string | undefined => {
  try {
    return realpathSync(target);
  } catch {
    return undefined;
  }
};
