/**
 * Writes what follows from the code, the reference pages and the list of our own plugins: `npm run docs`.
 * A test holds them against it.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { detectorView } from '../agents/risk/policy/detectors.ts';
import { effectivePolicy } from '../agents/risk/policy/effective.ts';
import { settings } from '../core/config/settings.ts';
import { errorKinds } from '../core/errors/kinds.ts';
import { type ErrorCode, errorCodes, errorTable } from '../core/errors/table.ts';
import { type NamedDetector, riskCategories } from '../core/ports/detector.ts';
import { silentLogger } from '../core/ports/logger.ts';
import { qualityPages } from '../eval/report/page.ts';
import { type Judged, judged } from '../plugins/detectors/shared/judged.ts';
import { findPlugins, MANIFEST, manifestOf } from './manifest.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const errorRow = (code: ErrorCode): string[] => {
  const entry = errorTable[code];
  const { status, exit } = errorKinds[entry.kind];
  return [`\`${code}\``, String(status), String(exit), entry.message, entry.hint];
};

const errorsPage = (): string => `# Errors

Every error that leaves Dossier has a code, says what happened and why, and what to do next. The code is the same
on every surface: in the shell with the exit code below, over REST as \`application/problem+json\` with the HTTP status
below, over MCP as a tool result marked \`isError\` whose text is written for the model. \`{…}\` is filled in when it happens;
no message holds text of a document (but for the names of parties, in \`unknown_party\`), or a secret.

${table(['code', 'HTTP', 'exit', 'what happened', 'what to do'], errorCodes.map(errorRow))}
`;

const configurationPage = (): string => `# Configuration

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

const plugins = await findPlugins();

/** Every detector that comes with Dossier, as the risk agent is given them. */
const builtinDetectors = async (): Promise<readonly NamedDetector[]> => {
  const started = plugins
    .filter(({ plugin }) => plugin.provides.includes('detector'))
    .map(async ({ plugin: { name, version, options, setup } }) => {
      const { detector } = await setup({ options: options.parse({}), ports: {}, log: silentLogger } as never);
      return detector === undefined ? [] : [{ id: name, version, detector }];
    });
  return (await Promise.all(started)).flat();
};
const detectors = effectivePolicy(await builtinDetectors(), undefined).detectors.map(detectorView);

const detectorKinds = {
  present: 'a clause that is there',
  missing: 'a protection that is missing',
  conflict: 'terms that contradict',
} as const;

const detectorRow = (view: (typeof detectors)[number]): string[] => [
  `${view.title}<br>\`${view.detector}\`<br>${detectorKinds[view.kind]}`,
  `${view.what} ${view.why}`,
  view.ask,
  view.applies_to === null ? 'all' : view.applies_to.join(', '),
  view.thresholds
    .map(({ name, description, default: usual }) => {
      const value = usual === null ? '' : ` = ${JSON.stringify(usual)}`;
      return `\`${name}\`${value}: ${description}`;
    })
    .join('<br>'),
];

const detectorsPage = (): string => {
  const categories = riskCategories.filter((category) => detectors.some((each) => each.category === category));
  const sections = categories.map((category) => {
    const rows = detectors.filter((each) => each.category === category).map(detectorRow);
    const title = category.charAt(0).toUpperCase() + category.slice(1).replaceAll('-', ' ');
    return `## ${title}\n\n${table(['risk', 'what it is, and why it matters', 'what to ask for', 'documents', 'thresholds'], rows)}`;
  });
  return `# What Dossier looks for

The ${detectors.length} detectors of risks that come with Dossier. \`dossier risks detectors\` lists them with what is in force in your workspace, and
\`dossier risks policy set DETECTOR.NAME=VALUE\` changes it; [risks.md](risks.md) says how they are used. Each is a plugin in \`plugins/detectors/\`:
\`present/\`, \`missing/\` or \`conflict/\`.

${sections.join('\n\n')}

## How often they are right

Findings of dangerous clauses that were read one by one, without a clause model: up to twelve of each detector, drawn by lot from what it
finds in the 283 contracts of cuad-train, and all in our own papers of the kinds that cuad-train has none of. Right is what a lawyer would
agree with. What was wrong was mended afterwards where words allow it; the counts were not raised for that. The confidence of
a finding begins with this share, is raised where the clause model sees the clause too, and lowered where it does not.

${table(
  ['detector', 'right', 'what the others were'],
  detectors.filter((each) => each.kind === 'present').map(({ detector }) => judgedRow(detector)),
)}
`;
};

const judgedRow = (detector: string): string[] => {
  const { right, of, wrong = '' }: Judged = judged[detector as keyof typeof judged];
  return [`\`${detector}\``, of === 0 ? 'none found' : `${right} of ${of}`, wrong];
};

export const pages: Readonly<Record<string, () => string>> = {
  'docs/errors.md': errorsPage,
  'docs/configuration.md': configurationPage,
  'docs/detectors.md': detectorsPage,
  [MANIFEST]: () => manifestOf(plugins),
  ...qualityPages,
};

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '..');
  for (const [file, render] of Object.entries(pages)) writeFileSync(path.join(root, file), render());
}
