import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import test, { type ExecutionContext } from 'ava';
import { connect2025 } from '../../servers/mcp/clients.ts';
import { temporaryFolder } from '../../support/folder.ts';

const PROGRAM = new URL('../../../servers/cli/main.ts', import.meta.url).pathname;

type File = { path: string; status: string; document_id: string };
type Listed = { documents: { document_id: string; name: string; state: string }[] };
type Found = { results: { document_name: string; text: string }[] };

const start = (t: ExecutionContext, data: string, ...argv: string[]) => {
  const child = spawn(process.execPath, [PROGRAM, ...argv, '--data', data, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.teardown(() => child.kill('SIGKILL'));
  return child;
};

const run = async (t: ExecutionContext, data: string, ...argv: string[]): Promise<unknown[]> => {
  const written = await text(start(t, data, ...argv).stdout);
  return written
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
};

/** `dossier serve`, and how to call it. */
const serve = async (t: ExecutionContext, data: string) => {
  const child = start(t, data, 'serve', '--port', '0');
  const line = String((await once(child.stdout, 'data'))[0]);
  const { url, key_file: file } = JSON.parse(line) as { url: string; key_file: string };
  const authorization = `Bearer ${readFileSync(file, 'utf8').trim()}`;
  return async (route: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(`${url}/v1${route}`, { ...init, headers: { authorization, ...init.headers } });
    return response.json();
  };
};

const write = (folder: string, files: Record<string, string>): string => {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
};

test('a shell, a server and an assistant share a data folder: what one reads all find, once', async (t) => {
  const root = temporaryFolder(t);
  const data = path.join(root, 'data');
  const shared = write(path.join(root, 'shared'), {
    'garden.txt': 'The hedge between the two gardens is to be cut in March.\n',
    'cellar.txt': 'The cellar is dry, and its key hangs behind the door.\n',
  });
  const upload = 'The attic may be used to dry the washing.\n';
  const [rest, mcp] = await Promise.all([
    serve(t, data),
    connect2025(t, { program: PROGRAM, data, args: ['--allow', root] }),
  ]);

  const form = new FormData();
  form.set('file', new Blob([upload]), 'attic.txt');
  form.set('wait', 'true');
  // All at once, over the same files.
  const [lines, called] = await Promise.all([
    run(t, data, 'ingest', shared),
    mcp.callTool({ name: 'ingest', arguments: { paths: [shared] } }),
    rest('/documents', { method: 'POST', body: form }),
  ]);
  const read = [
    ...(lines as Partial<File>[]).filter((line): line is File => line.path !== undefined),
    ...((called.structuredContent?.['files'] ?? []) as File[]),
  ];
  t.is(read.length, 4);
  t.false(read.some(({ status }) => status === 'failed'));
  t.is(new Set(read.map(({ document_id: id }) => id)).size, 2);

  const listed = [
    (await run(t, data, 'documents', 'list'))[0],
    await rest('/documents'),
    (await mcp.callTool({ name: 'documents_list', arguments: {} })).structuredContent,
  ] as Listed[];
  for (const { documents } of listed) {
    t.deepEqual(
      documents.map(({ name, state }) => `${name} ${state}`),
      ['attic.txt ready', 'cellar.txt ready', 'garden.txt ready'],
    );
  }
  const words = 'hedge cellar attic';
  const searched = [
    (await run(t, data, 'search', words))[0],
    await rest('/search', {
      method: 'POST',
      body: JSON.stringify({ text: words }),
      headers: { 'content-type': 'application/json' },
    }),
    (await mcp.callTool({ name: 'search', arguments: { text: words } })).structuredContent,
  ] as Found[];
  for (const { results } of searched) {
    t.deepEqual(results.map((result) => result.document_name).sort(), ['attic.txt', 'cellar.txt', 'garden.txt']);
  }
});

test('an ingest that was killed among its files is done with them the next time, and has each once', async (t) => {
  const root = temporaryFolder(t);
  const data = path.join(root, 'data');
  const names = Array.from({ length: 12 }, (_, index) => `clause-${index}.md`);
  const folder = write(
    path.join(root, 'folder'),
    Object.fromEntries(names.map((name) => [name, `# Clause\n\nThe words of ${name} are binding.\n`])),
  );
  const child = start(t, data, 'ingest', folder);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');

  const lines = (await run(t, data, 'ingest', folder)) as Partial<File>[];
  const files = lines.filter((line): line is File => line.path !== undefined);
  t.deepEqual(
    files.map((file) => `${path.basename(file.path)} ${file.status}`).sort(),
    names.map((name) => `${name} ready`).sort(),
  );
  const [found] = (await run(t, data, 'search', 'binding', '--limit', '50')) as Found[];
  t.deepEqual(found?.results.map((result) => result.document_name).sort(), names.toSorted());
});
