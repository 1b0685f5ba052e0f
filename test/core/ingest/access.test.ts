import path from 'node:path';
import test from 'ava';
import { documents, sources } from '../../../core/document/record.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { found, openFolder, outcomes } from './folder.ts';

test('what one workspace reads, another does not see', async (t) => {
  const { ingest, folder, write, store } = await openFolder(t);
  write('lease.txt', 'The rent is due on Monday.');
  const theirs = { ...localPrincipal, workspace: 'theirs' };
  await ingest([folder]);
  t.deepEqual(await found(store, 'rent', theirs), []);
  t.is(await store.records.count(theirs, documents), 0);
  t.is(await store.records.count(theirs, sources), 0);
  t.deepEqual(await Array.fromAsync(store.blobs.list(theirs)), []);
  const { files } = await ingest([folder], { principal: theirs });
  t.deepEqual(outcomes(files), ['lease.txt ready'], 'not a duplicate: nothing tells that the bytes are known');
  t.deepEqual(await found(store, 'rent', theirs), ['lease.txt']);
});

test('only what the caller may read is read', async (t) => {
  const { ingest, folder, write, store } = await openFolder(t);
  const [open, secret] = [write('open.txt', 'The rent is due.'), write('secret.txt', 'The code is 4711.')];
  const mayRead = (file: string) => file !== secret;
  for (const paths of [[secret], [open, secret], [path.join(folder, '..', path.basename(folder), 'secret.txt')]]) {
    await t.throwsAsync(ingest(paths, { mayRead }), { code: 'path_not_allowed' });
  }
  const { files } = await ingest([folder], { mayRead });
  t.deepEqual(outcomes(files).sort(), ['open.txt ready', 'secret.txt failed']);
  t.is(files.find(({ status }) => status === 'failed')?.error?.code, 'path_not_allowed');
  await ingest([secret]);
  const again = (await ingest([folder], { mayRead })).files.find((file) => file.path === secret);
  t.like(again, { status: 'failed', document_id: null }, 'nor is it shown that it is known');
  t.deepEqual(await found(store, 'rent'), ['open.txt']);
  await t.throwsAsync(ingest([path.join(folder, 'no such file')], { mayRead: () => false }), {
    code: 'path_not_allowed',
  });
});
