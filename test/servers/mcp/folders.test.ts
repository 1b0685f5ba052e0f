import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import { createFolders } from '../../../servers/mcp/folders.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { eras } from './clients.ts';

test('only what really lies inside an allowed folder may be read', (t) => {
  const root = temporaryFolder(t);
  const [open, secret, data] = ['open', 'open-not', 'open/data'].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [open, secret, data]) mkdirSync(folder);
  writeFileSync(path.join(open, 'a.txt'), 'a');
  writeFileSync(path.join(secret, 's.txt'), 's');
  writeFileSync(path.join(data, 'rest-key'), 'k');
  symlinkSync(secret, path.join(open, 'way-out'));
  symlinkSync(path.join(open, 'a.txt'), path.join(secret, 'way-in'));
  const { mayRead } = createFolders([open], data).check();
  t.true(mayRead(open));
  t.true(mayRead(path.join(open, 'a.txt')));
  t.true(mayRead(path.join(open, 'not-there-yet', 'b.txt')));
  t.true(mayRead(path.join(secret, 'way-in')));
  t.false(mayRead(root));
  t.false(mayRead(path.join(open, '..', 'open-not', 's.txt')));
  t.false(mayRead(path.join(open, 'way-out', 's.txt')));
  t.false(mayRead(path.join(open, 'way-out', 'not-there.txt')));
  t.false(mayRead(path.join(data, 'rest-key')));
  t.false(createFolders([], data).check().mayRead(open));
});

test('a ~ that no shell has replaced is the home folder', (t) => {
  const { mayRead } = createFolders(['~/dossier-none'], '/nowhere').check();
  t.true(mayRead(path.join(homedir(), 'dossier-none', 'a.txt')));
  t.false(mayRead(path.join(homedir(), 'dossier-other', 'a.txt')));
});

test('each call knows what was refused to it, and not to others', (t) => {
  const folder = temporaryFolder(t);
  const folders = createFolders([folder], '/nowhere');
  const [refusedOne, allowedOne] = [folders.check(), folders.check()];
  refusedOne.mayRead('/etc/passwd');
  allowedOne.mayRead(folder);
  t.deepEqual([refusedOne.refused(), allowedOne.refused(), folders.check().refused()], [true, false, false]);
});

test('a root that is the whole disk, or no file address, opens nothing', (t) => {
  const folder = temporaryFolder(t);
  const folders = createFolders([], '/nowhere');
  folders.openRoots(['file:///', 'https://example.com/', 'not an address']);
  t.false(folders.check().mayRead(folder));
  folders.openRoots([pathToFileURL(folder).href]);
  t.true(folders.check().mayRead(folder));
});

for (const { era, connect } of eras) {
  test(`${era}: a file outside the allowed folders is refused with what to do about it`, async (t) => {
    const folder = temporaryFolder(t);
    const { callTool } = await connect(t, { args: ['--allow', folder] });
    const inside = await callTool({ name: 'files_check', arguments: { paths: [folder] } });
    t.deepEqual(inside.structuredContent, { allowed: [folder] });
    const outside = await callTool({ name: 'files_check', arguments: { paths: ['/etc/passwd'] } });
    t.true(outside.isError);
    t.regex(outside.content[0]?.text ?? '', /outside the folders.*--allow/s);
  });

  test(`${era}: the folders that the assistant's program has opened are asked for when they are needed`, async (t) => {
    const folder = temporaryFolder(t);
    const { callTool } = await connect(t, { roots: [pathToFileURL(folder).href] });
    const inside = await callTool({ name: 'files_check', arguments: { paths: [folder] } });
    t.deepEqual(inside.structuredContent, { allowed: [folder] });
    t.true((await callTool({ name: 'files_check', arguments: { paths: ['/etc'] } })).isError);
  });
}
