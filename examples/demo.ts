/**
 * The main job on the example documents, with the commands that a person would type: `npm run demo`.
 * Everything is stored in data/demo, made anew each time. Exits with 1 when a step fails.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '../core/config/environment.ts';

const root = path.resolve(import.meta.dirname, '..');
const data = path.join(root, 'data/demo');

type Question = { question: string };
const questions = (JSON.parse(readFileSync(path.join(root, 'examples/questions.json'), 'utf8')) as Question[])
  .slice(0, 6)
  .map(({ question }) => question);

const quoted = (argument: string): string => (/^[\w./-]+$/.test(argument) ? argument : `"${argument}"`);

const dossier = (...args: string[]): void => {
  console.log(`\n$ dossier ${args.map(quoted).join(' ')}\n`);
  const { status } = spawnSync(process.execPath, [path.join(root, 'servers/cli/main.ts'), ...args], {
    cwd: root,
    env: { ...readEnvironment(), DOSSIER_DATA: data },
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(`\nThe demo stopped: dossier ${args[0]} ended with ${status ?? 'a signal'}.`);
    process.exit(1);
  }
};

/** The id of the example with this name. */
const idOf = (name: string): string => {
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'servers/cli/main.ts'), 'documents', 'list', '--json'],
    {
      cwd: root,
      env: { ...readEnvironment(), DOSSIER_DATA: data },
      encoding: 'utf8',
    },
  );
  const { documents } = JSON.parse(stdout) as { documents: readonly { document_id: string; name: string }[] };
  const found = documents.find((document) => document.name === name);
  if (found === undefined) throw new Error(`${name} is not among the documents`);
  return found.document_id;
};

rmSync(data, { recursive: true, force: true });
console.log(
  'Dossier reads nine example documents (contracts, letters, a scan, an invoice, an e-mail and what is attached to it), ' +
    'answers six questions about them, and shows the risks of one and what falls due next. Nothing leaves this machine.',
);
dossier('ingest', 'examples/documents');
for (const question of questions) dossier('ask', question);
dossier('risks', idOf('services-agreement.docx'), '--min-severity', 'medium');
dossier('obligations', '--limit', '5');

console.log(`
What to do next:
  your own documents   npm run --silent dossier -- ingest ~/Documents/contracts
  ask them             npm run --silent dossier -- ask "When can either party terminate?"
  be reminded          npm run --silent dossier -- obligations confirm ID, and let dossier worker run   (docs/reminders.md)
  your AI assistant    npm run --silent dossier -- mcp --help     (docs/assistants.md)
  a REST API           npm run --silent dossier -- serve --help   (docs/rest.md)
  these examples       npm run --silent dossier -- --data data/demo documents list`);
