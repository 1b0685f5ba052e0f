import { copyFileSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import { temporaryFolder } from '../../support/folder.ts';
import { eras } from './clients.ts';

const program = new URL('../../../servers/cli/main.ts', import.meta.url).pathname;
const example = new URL('../../../examples/documents/services-agreement-amendment-1.pdf', import.meta.url);

for (const { era, connect } of eras) {
  test(`${era}: an assistant reads the user's folder, asks, and reads on, and gets at nothing else`, async (t) => {
    const root = realpathSync(temporaryFolder(t));
    const [open, other] = [path.join(root, 'open'), path.join(root, 'other')];
    mkdirSync(open);
    mkdirSync(other);
    copyFileSync(example, path.join(open, 'amendment.pdf'));
    writeFileSync(path.join(other, 'diary.txt'), 'Nobody may read this diary.');
    const { client, callTool } = await connect(t, { program, args: ['--allow', open] });

    const refused = await callTool({ name: 'ingest', arguments: { paths: [other] } });
    t.true(refused.isError);
    t.regex(refused.content[0]?.text ?? '', /outside the folders.*dossier mcp --allow FOLDER.*path_not_allowed/s);

    const read = await callTool({ name: 'ingest', arguments: { paths: [open] } });
    t.like(read.structuredContent, { summary: { files: 1, ready: 1, failed: 0 } });

    const { resources } = await client.listResources();
    t.is(resources.length, 1);
    t.is(resources[0]?.name, 'amendment.pdf');
    const page = await client.readResource({ uri: `${resources[0]?.uri}/pages/2` });
    t.true(String(page.contents[0] && 'text' in page.contents[0] && page.contents[0].text).length > 100);

    const asked = await callTool({
      name: 'ask',
      arguments: { question: 'Within how many days must an invoice be paid?' },
    });
    t.true(asked.structuredContent?.['answered']);
    t.regex(asked.content[0]?.text ?? '', /thirty \(30\) days.*\[amendment\.pdf has the document_id doc_\w+\]/s);
    const { citations } = asked.structuredContent as {
      citations: { chunk_id: string; document_id: string; quote: string }[];
    };
    const [first] = citations;
    const around = await callTool({
      name: 'read',
      arguments: { document_id: first?.document_id, chunk_id: first?.chunk_id },
    });
    t.true(String(around.structuredContent?.['text']).includes(first?.quote ?? 'no citation'));
  });

  test(`${era}: a folder that the assistant's program has opened may be ingested without --allow`, async (t) => {
    const folder = realpathSync(temporaryFolder(t));
    writeFileSync(path.join(folder, 'note.txt'), 'The hedge between the two gardens is to be cut in March.\n');
    const { callTool } = await connect(t, { program, roots: [pathToFileURL(folder).href] });
    const read = await callTool({ name: 'ingest', arguments: { paths: [folder] } });
    t.like(read.structuredContent, { summary: { files: 1, ready: 1 } });
  });
}
