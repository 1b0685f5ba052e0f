/**
 * A real chat model behind the real client. Set the endpoint before `npm run test:integration`:
 * OPENAI_API_KEY, and where it is not OpenAI's own, OPENAI_BASE_URL and OPENAI_MODEL.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { readEnvironment } from '../../core/config/environment.ts';
import { loadConfig } from '../../core/config/load.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { openApplication } from '../../servers/wiring.ts';
import { temporaryFolder } from '../support/folder.ts';

const { OPENAI_API_KEY: key, OPENAI_BASE_URL: address, OPENAI_MODEL: model = 'gpt-4o-mini' } = readEnvironment();
const examples = path.resolve(import.meta.dirname, '../../examples/documents');

test('a real model answers from the evidence, and every citation stands in the document', async (t) => {
  if (key === undefined) {
    t.log('skipped: OPENAI_API_KEY is not set');
    return;
  }
  const folder = temporaryFolder(t);
  const documents = path.join(folder, 'documents');
  mkdirSync(documents);
  copyFileSync(path.join(examples, 'office-lease.pdf'), path.join(documents, 'office-lease.pdf'));
  const options = { model, api_key: key, ...(address === undefined ? {} : { base_url: address }) };
  const loaded = loadConfig({
    environment: {},
    flags: { data: path.join(folder, 'data'), model: 'openai-chat', 'plugins.options': { 'openai-chat': options } },
  });
  const application = await openApplication(loaded, { log: silentLogger });
  t.teardown(() => application.close());
  application.work();
  const call = async (name: string, input: unknown): Promise<Record<string, unknown>> => {
    const capability = application.capabilities.get(name);
    if (capability === undefined) throw new Error(`no capability ${name}`);
    return application.invoke(capability, input, {
      principal: localPrincipal,
      requestId: 'integration',
      mayRead: () => true,
    });
  };
  await call('ingest', { paths: [documents] });
  const answer = await call('ask', { question: 'Who has to repair the central air conditioning?' });
  t.true(answer['answered']);
  t.regex(String(answer['answer']), /landlord/i);
  const citations = answer['citations'] as { document_id: string; start: number; end: number; quote: string }[];
  t.true(citations.length > 0);
  for (const { document_id, start, end, quote } of citations) {
    const { text } = await call('read', { document_id, start, end });
    t.is(text, quote);
  }
});
