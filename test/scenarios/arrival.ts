import type { PromiseId } from './promises.ts';
import type { Scenario } from './scenario.ts';

/** Texts get in: by their paths where a surface reads files, else by an upload for each. `what` goes before the verb: "a lease is". */
export const arrival = (
  what: string,
  proves: readonly PromiseId[],
  files: Readonly<Record<string, string>>,
): readonly Scenario[] => [
  {
    name: `${what} ingested`,
    proves,
    surfaces: ['process', 'cli', 'mcp'],
    steps: [
      {
        capability: 'ingest',
        input: { paths: Object.keys(files).map((name) => `{folder}/${name}`) },
        files,
        like: { files: Object.keys(files).map(() => ({ status: 'ready' })) },
      },
    ],
  },
  {
    name: `${what} uploaded`,
    proves,
    surfaces: ['rest'],
    steps: Object.entries(files).map(([name, text]) => ({
      capability: 'documents.upload',
      input: { file: `@${name}`, name, wait: true },
      files: { [name]: text },
      like: { document: { state: 'ready' } },
    })),
  },
];
