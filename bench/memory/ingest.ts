/**
 * Ingests a folder's files in batches and writes this process's resident memory, bytes, after each, one a line.
 * Run by bench/memory.ts in a process of its own: node ingest.ts DATA_FOLDER FILES_FOLDER BATCH
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '../../core/config/load.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import { openApplication } from '../../servers/wiring.ts';

const [data = '', folder = '', batch = ''] = process.argv.slice(2);
const application = await openApplication(loadConfig({ environment: {}, flags: { data } }));
try {
  application.work({ wakes: false });
  const ingest = application.capabilities.get('ingest');
  if (ingest === undefined) throw new Error('There is no capability ingest.');
  const files = readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name));
  for (let from = 0; from < files.length; from += Number(batch)) {
    const paths = files.slice(from, from + Number(batch));
    const call = { principal: localPrincipal, requestId: 'bench', mayRead: () => true };
    const { summary } = await application.invoke(ingest, { paths }, call);
    if ((summary as { ready: number }).ready !== paths.length) throw new Error('A document did not become ready.');
    process.stdout.write(`${process.memoryUsage.rss()}\n`);
  }
} finally {
  await application.close();
}
