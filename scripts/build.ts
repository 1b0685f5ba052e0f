/**
 * Builds the package that is published: `npm run build` writes dist/, `npm pack ./dist` packs it.
 * The checkout itself runs its TypeScript as it is; only a package below node_modules needs JavaScript.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const folders = ['core', 'plugins', 'agents', 'servers', 'storage'];

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});

for (const folder of folders) {
  for (const file of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.name.endsWith('.ts')) continue;
    const from = path.join(file.parentPath, file.name);
    cpSync(from, path.join(dist, path.relative(root, from)));
  }
}
for (const file of ['README.md', 'LICENSE', 'NOTICE']) cpSync(path.join(root, file), path.join(dist, file));

const javascript = (file: string): string => file.replace(/\.ts$/, '.js');
const source = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  bin: Record<string, string>;
  exports: Record<string, string>;
} & Record<string, unknown>;
const { devDependencies: _, scripts: __, private: ___, allowScripts: ____, ...published } = source;
const entries = Object.entries(source.exports).map(([name, file]) => [
  name,
  { types: file.replace(/\.ts$/, '.d.ts'), default: javascript(file) },
]);
writeFileSync(
  path.join(dist, 'package.json'),
  `${JSON.stringify(
    {
      ...published,
      bin: Object.fromEntries(Object.entries(source.bin).map(([name, file]) => [name, javascript(file)])),
      exports: Object.fromEntries(entries),
    },
    null,
    2,
  )}\n`,
);
for (const file of Object.values(source.bin)) chmodSync(path.join(dist, javascript(file)), 0o755);
