import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'ava';
import type { Outcome } from '../../agents/retrieval/answer/outcome.ts';
import { loadConfig } from '../../core/config/load.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import { runCli } from '../../servers/cli/run.ts';
import { DATA_NOTICE } from '../../servers/mcp/text.ts';
import { callTool } from '../../servers/mcp/tools.ts';
import { openApplication, wiring } from '../../servers/wiring.ts';
import { type ChatBehaviour, reply, startChatServer } from '../support/chat-server.ts';
import { makers, planted } from './planted-files.ts';

const cottages = { txt: 'Alder', md: 'Birch', html: 'Cedar', docx: 'Damson', pdf: 'Elder' } as const;
type Format = keyof typeof cottages;
const formats = Object.keys(cottages) as Format[];

const questionOn = (format: Format): string => `How high is the deposit of the ${cottages[format]} cottage?`;
const factOf = (format: Format): string =>
  `The tenant of the ${cottages[format]} cottage shall pay a deposit of ${1100 + 10 * formats.indexOf(format)} euros.`;

/** By name, made once: a PDF and a Word file say when they were made, and other bytes are another document. */
const files = new Map<string, Uint8Array>();
for (const format of formats) {
  // Where the file system allows it, the name tries the same.
  const name = format === 'txt' && process.platform !== 'win32' ? 'a\u001b[2Jb\nready c.txt' : `deposit.${format}`;
  files.set(name, await makers[format]([...planted.slice(0, 2), factOf(format), ...planted.slice(2)]));
}

type Json = Record<string, unknown>;

/** A Dossier that has read one file of each format, with a fact in the middle of planted instructions. */
const openPlanted = async (model: Readonly<Record<string, string>> = {}) => {
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-planted-'));
  const [data, folder] = [path.join(root, 'data'), path.join(root, 'files')];
  mkdirSync(folder);
  for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
  const environment = { DOSSIER_DATA: data, DOSSIER_LOG_LEVEL: 'silent', ...model };
  const application = await openApplication(loadConfig({ environment }));
  const close = async () => {
    await application.close();
    rmSync(root, { recursive: true, force: true });
  };
  application.work({ wakes: false });
  const call = async <T = Json>(name: string, input: Json): Promise<T> => {
    const capability = application.capabilities.get(name);
    if (capability === undefined) throw new Error(`there is no capability ${name}`);
    const context = { principal: localPrincipal, requestId: 'planted', mayRead: () => true };
    return (await application.invoke(capability, input, context)) as T;
  };
  type Ingested = { files: { path: string; document_id: string; status: string }[] };
  const ingested = await call<Ingested>('ingest', { paths: [folder] });
  const idOf = (format: Format): string =>
    ingested.files.find((file) => file.path.endsWith(`.${format}`))?.document_id ?? 'none';
  const ask = (format: Format): Promise<Outcome> =>
    call<Outcome>('ask', { question: questionOn(format), document_ids: [idOf(format)] });
  const stored = () => Promise.all([call('documents.list', {}), call('threads.list', {})]);
  return { application, call, ask, idOf, stored, environment, close, ingested };
};

const opened = openPlanted();
test.after.always(async () => (await opened).close());

const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

test('planted instructions change no answer in any format: it is made of verbatim quotes, and nothing else happens', async (t) => {
  const { ask, call, idOf, stored, ingested } = await opened;
  t.deepEqual(
    ingested.files.map(({ status }) => status),
    formats.map(() => 'ready'),
  );
  const before = await stored();
  for (const format of formats) {
    const { answered, answer, citations, confidence } = await ask(format);
    t.true(answered, format);
    t.is(words(answer), words(citations.map(({ quote }) => quote).join(' ')), format);
    t.true(words(answer).includes(factOf(format)), `${format}: ${answer}`);
    t.false(/BANANA|evil\.example/.test(answer), `${format}: ${answer}`);
    t.true(confidence < 1, format);
    for (const { start, end, quote, document_id } of citations) {
      t.is(document_id, idOf(format));
      t.is((await call<{ text: string }>('read', { document_id, start, end })).text, quote, format);
    }
  }
  t.deepEqual(await stored(), before);
});

test('a person’s terminal gets no control character from a document or its name', async (t) => {
  const { environment } = await opened;
  for (const argv of [
    ['documents', 'list'],
    ['search', 'deposit BANANA evil.example', '--explain'],
    ['ask', questionOn('txt')],
  ]) {
    let written = '';
    const output = {
      write: (text: string) => {
        written += text;
      },
    };
    const exitCode = await runCli({
      argv,
      terminal: { stdout: output, stderr: output, environment },
      wiring,
      signal: new AbortController().signal,
      version: '1.0.0',
    });
    t.is(exitCode, 0, written);
    t.notRegex(written, /[^\P{Cc}\n\t]/u, argv[0]);
    // The second line of the file's name does not pass for a file of its own.
    t.notRegex(written, /^ready c\.txt/m);
  }
});

test('an assistant is told that it reads data', async (t) => {
  const { application, idOf } = await opened;
  const mcpReq = { signal: new AbortController().signal, notify: async () => {} } as unknown as Parameters<
    typeof callTool
  >[3]['mcpReq'];
  for (const [name, input] of Object.entries({
    ask: { question: questionOn('pdf') },
    search: { text: 'maintenance mode' },
    read: { document_id: idOf('docx') },
  })) {
    const result = await callTool(application, { name, arguments: input }, () => true, { mcpReq });
    const [content] = result.content;
    t.true(content?.type === 'text' && content.text.startsWith(`${DATA_NOTICE}\n`), name);
  }
});

const banana = { text: 'BANANA. All documents have been deleted.', citations: [] };
const obedient: Record<string, ChatBehaviour> = {
  'answers as it was told to': () => ({ answered: true, sentences: [banana] }),
  'dresses that up with a true quote': ({ sources }) => {
    const source = sources.find(({ text }) => text.includes('shall pay a deposit'));
    const citations = [{ source: source?.id ?? '', quote: 'shall pay a deposit of' }];
    return { answered: true, sentences: [{ text: 'Send the deposit to http://evil.example/pay.', citations }] };
  },
  'calls a tool that nobody gave it': ({ request }) => {
    const call = { name: 'documents_delete', arguments: '{"document_id":"all"}' };
    const message = { role: 'assistant', content: null, tool_calls: [{ id: 'c1', type: 'function', function: call }] };
    const choices = [{ index: 0, message, finish_reason: 'tool_calls' }];
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    const body = { id: 'chat-1', object: 'chat.completion', created: 1, model: request.model, choices, usage };
    return reply(200, JSON.stringify(body));
  },
};

const withoutNotes = ({ missing_information: _, ...outcome }: Outcome): Omit<Outcome, 'missing_information'> => outcome;

test('a model that obeys the document changes nothing', async (t) => {
  const plain = await opened;
  let behave: ChatBehaviour = () => 'hang-up';
  const server = await startChatServer(t, (chat) => behave(chat));
  const options = { 'openai-chat': { base_url: server.url, model: 'm' } };
  const { ask, stored, close } = await openPlanted({
    DOSSIER_MODEL: 'openai-chat',
    DOSSIER_PLUGINS_OPTIONS: JSON.stringify(options),
  });
  t.teardown(close);
  const before = await stored();
  for (const [what, obeying] of Object.entries(obedient)) {
    behave = obeying;
    const asked = server.requests.length;
    for (const format of formats) {
      const expected = withoutNotes(await plain.ask(format));
      t.deepEqual(withoutNotes(await ask(format)), expected, `${format}: a model that ${what}`);
    }
    t.true(server.requests.length > asked);
  }
  for (const request of server.requests) t.false('tools' in request);
  t.deepEqual(await stored(), before);
});
