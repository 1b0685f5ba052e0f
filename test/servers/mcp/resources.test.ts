import test from 'ava';
import { eras, shared } from './clients.ts';

const textOf = (result: { contents: { uri: string; text?: unknown }[] }): string => String(result.contents[0]?.text);

for (const { era, connect } of eras) {
  const open = shared(connect);
  test(`${era}: documents are resources, with a template for them and one for their pages`, async (t) => {
    const { client } = await open();
    const { resources } = await client.listResources();
    t.deepEqual(
      resources.map(({ uri, name }) => [uri, name]),
      [
        ['dossier://documents/doc_a', 'Lease.pdf'],
        ['dossier://documents/doc_b', 'Policy.html'],
        ['dossier://documents/doc_c', 'Großes & Ganzes.txt'],
      ],
    );
    const { resourceTemplates } = await client.listResourceTemplates();
    t.deepEqual(
      resourceTemplates.map(({ uriTemplate }) => uriTemplate),
      ['dossier://documents/{document_id}', 'dossier://documents/{document_id}/pages/{page}'],
    );
  });

  test(`${era}: a document and a single page can be read; a long one is cut and says so`, async (t) => {
    const { client } = await open();
    t.is(
      textOf(await client.readResource({ uri: 'dossier://documents/doc_a' })),
      'Page one of the lease.\nPage two of the lease.',
    );
    t.is(textOf(await client.readResource({ uri: 'dossier://documents/doc_a/pages/2' })), 'Page two of the lease.');
    const long = textOf(await client.readResource({ uri: 'dossier://documents/doc_c' }));
    t.true(long.length < 8_300);
    t.regex(long, /\[Cut here\. .*document_id doc_c, start 8000\.\]$/);
  });

  test(`${era}: what does not exist is said to be missing, by its address`, async (t) => {
    const { client } = await open();
    for (const uri of [
      'dossier://documents/none',
      'dossier://documents/doc_a/pages/9',
      'dossier://else',
      'file:///etc/passwd',
    ]) {
      await t.throwsAsync(client.readResource({ uri }), { code: -32602, message: /not found|There is no/i });
    }
  });

  test(`${era}: ids are completed from what was typed of the id or the name`, async (t) => {
    const { client } = await open();
    const ref = { type: 'ref/resource' as const, uri: 'dossier://documents/{document_id}' };
    const byName = await client.complete({ ref, argument: { name: 'document_id', value: 'le' } });
    t.deepEqual(byName.completion.values, ['doc_a']);
    const byId = await client.complete({ ref, argument: { name: 'document_id', value: 'doc_' } });
    t.deepEqual(byId.completion.values, ['doc_a', 'doc_b', 'doc_c']);
  });
}
