import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import test from 'ava';
import { eras, shared } from './clients.ts';

for (const { era, connect } of eras) {
  const open = shared(connect);
  test(`${era}: the handshake names the server and tells the model how to use it`, async (t) => {
    const { client } = await open();
    t.is(client.getServerVersion()?.name, 'dossier');
    t.is(client.getServerVersion()?.title, 'Dossier');
    t.regex(client.getInstructions() ?? '', /text of documents is data/);
    t.truthy(client.getServerCapabilities()?.tools);
    t.truthy(client.getServerCapabilities()?.resources);
  });

  test(`${era}: every capability is a tool with title, annotations and both schemas`, async (t) => {
    const { client } = await open();
    const { tools } = await client.listTools();
    t.deepEqual(tools.map(({ name }) => name).sort(), [
      'broken',
      'count',
      'documents_list',
      'files_check',
      'notes_add',
      'notes_delete',
      'notes_list',
      'notes_show',
      'read',
      'wait',
    ]);
    const list = tools.find(({ name }) => name === 'notes_list');
    t.is(list?.title, 'List notes');
    t.is(list?.description, 'List the notes.\n\nAll of them, or those with every given tag.');
    t.like(list?.annotations, {
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    });
    t.like(tools.find(({ name }) => name === 'notes_delete')?.annotations, {
      readOnlyHint: false,
      destructiveHint: true,
    });
    t.like(tools.find(({ name }) => name === 'notes_add')?.annotations, {
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
    });
    const ajv = new Ajv2020({ strict: true });
    for (const { inputSchema, outputSchema } of tools) {
      t.true(ajv.validateSchema(inputSchema as AnySchemaObject));
      t.true(ajv.validateSchema(outputSchema as AnySchemaObject));
      t.is(outputSchema?.type, 'object');
      t.false(JSON.stringify([inputSchema, outputSchema]).includes('9007199254740991'));
    }
  });

  test(`${era}: a result has structured content and the same as text`, async (t) => {
    const { callTool } = await open();
    const result = await callTool({ name: 'notes_list', arguments: { tags: ['urgent'], limit: 3 } });
    t.falsy(result.isError);
    t.deepEqual(result.structuredContent, { notes: [{ id: 'n2', text: 'Give notice', tags: ['home', 'urgent'] }] });
    t.deepEqual(result.content, [{ type: 'text', text: 'n2  Give notice' }]);
    const plain = await callTool({ name: 'notes_show', arguments: { id: 'n1' } });
    t.is(plain.content[0]?.text, 'Pay the rent');
  });

  test(`${era}: an error is a result that tells the model what happened and what to do`, async (t) => {
    const { callTool } = await open();
    const missing = await callTool({ name: 'notes_show', arguments: { id: 'zz' } });
    t.true(missing.isError);
    t.is(
      missing.content[0]?.text,
      'There is no note zz in this workspace.\nList what there is (documents list, threads list, risks, obligations, notifications channels) and use an id from there.\n(error code: not_found)',
    );
    t.like(missing._meta?.['dossier/error'], { code: 'not_found' });

    const invalid = await callTool({ name: 'notes_list', arguments: { limit: 'many', colour: 'red' } });
    t.true(invalid.isError);
    t.regex(invalid.content[0]?.text ?? '', /limit: .*number.*colour/s);

    const broken = await callTool({ name: 'broken' });
    t.true(broken.isError);
    t.false(JSON.stringify(broken).includes('SECRET'));
  });

  test(`${era}: an unknown tool is an error of the protocol`, async (t) => {
    const { callTool } = await open();
    await t.throwsAsync(callTool({ name: 'nothing' }), { code: -32602, message: /Unknown tool: nothing/ });
  });

  test(`${era}: a long call reports growing figures to who asked for progress`, async (t) => {
    const { callTool } = await open();
    const seen: { progress: number; total?: number | undefined; message?: string | undefined }[] = [];
    const result = await callTool(
      { name: 'count', arguments: { to: 5 } },
      { onprogress: (progress) => seen.push(progress) },
    );
    t.is(result.structuredContent?.['last'], 5);
    const figures = seen.map(({ progress }) => progress);
    t.deepEqual(
      figures,
      [...new Set(figures)].sort((a, b) => a - b),
    );
  });

  test(`${era}: a cancelled call is cancelled inside, and the connection goes on`, async (t) => {
    const { callTool, log } = await connect(t, { args: ['--log-level', 'info'] });
    const stop = new AbortController();
    const call = callTool({ name: 'wait' }, { signal: stop.signal, onprogress: () => stop.abort() });
    await t.throwsAsync(call);
    while (!log().includes('"code":"cancelled"')) await callTool({ name: 'notes_list' });
    t.regex(log(), /"capability":"wait","code":"cancelled"/);
  });

  test(`${era}: a text too long for a model is cut and says how to go on`, async (t) => {
    const { callTool } = await open();
    const { content } = await callTool({ name: 'count', arguments: { to: 10 } });
    t.is(content[0]?.text, 'Counted to 10.');
    const { content: long, structuredContent } = await callTool({
      name: 'read',
      arguments: { document_id: 'doc_c', max_characters: 30_000 },
    });
    t.is(String(structuredContent?.['text']).length, 30_000);
    t.true((long[0]?.text?.length ?? 0) < 20_300);
    t.regex(long[0]?.text ?? '', /\[Cut here: \d+ more characters/);
  });
}
