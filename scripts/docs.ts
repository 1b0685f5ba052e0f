/** Writes the reference pages that follow from the code: `npm run docs`. A test holds them against it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { settings } from '../core/config/settings.ts';
import { errorKinds } from '../core/errors/kinds.ts';
import { type ErrorCode, errorCodes, errorTable } from '../core/errors/table.ts';
import { qualityPages } from '../eval/report/page.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const errorRow = (code: ErrorCode): string[] => {
  const entry = errorTable[code];
  const { status, exit } = errorKinds[entry.kind];
  return [`\`${code}\``, String(status), String(exit), entry.message, entry.hint];
};

export const errorsPage = (): string => `# Errors

Every error that leaves Dossier has a code, says what happened and why, and what to do next. The code is the same
on every surface: in the shell with the exit code below, over REST as \`application/problem+json\` with the HTTP status
below, over MCP as a tool result marked \`isError\` whose text is written for the model. \`{…}\` is filled in when it happens;
no message holds text of a document, or a secret.

${table(['code', 'HTTP', 'exit', 'what happened', 'what to do'], errorCodes.map(errorRow))}
`;

export const configurationPage = (): string => `# Configuration

A setting comes from, each winning over the one before: its default, the configuration file, the environment, a flag.
The file is \`config.json\` in the data folder, or the one named by \`--config FILE\` or \`DOSSIER_CONFIG\`; it is JSON, nested
like the dotted names below. A file in the current folder is never read: it could name plugins to run.
All problems are reported together, and an unknown setting is a problem. \`dossier config\` shows what is in force,
where it comes from, and masks secrets.

${table(
  ['setting', 'environment', 'default', 'meaning'],
  settings.map((setting) => [
    `\`${setting.path}\``,
    `\`${setting.variable}\``,
    setting.path === 'data'
      ? '`~/.dossier`'
      : setting.default === undefined
        ? ''
        : `\`${JSON.stringify(setting.default)}\``,
    setting.description + (setting.secret ? ' Secret.' : ''),
  ]),
)}

In the environment, lists are separated by commas or written as JSON, and \`plugins.options\` is JSON.
`;

export const pages: Readonly<Record<string, () => string>> = {
  'docs/errors.md': errorsPage,
  'docs/configuration.md': configurationPage,
  ...qualityPages,
};

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '..');
  for (const [file, render] of Object.entries(pages)) writeFileSync(path.join(root, file), render());
}
