/**
 * Ingests a folder into a new data folder and writes how long that took and how much memory, as JSON.
 * Run by bench/ingesting.ts in a process of its own: node ingest.ts DATA_FOLDER FILES_FOLDER PARSER_PROCESSES
 */
import { loadConfig } from '../../core/config/load.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import { openApplication } from '../../servers/wiring.ts';

export type Ingested = {
  readonly ready: number;
  readonly seconds: number;
  readonly hostBytes: number;
  readonly parserBytes: number;
};

if (import.meta.main) {
  const [data = '', folder = '', processes = ''] = process.argv.slice(2);
  const flags = {
    data,
    'workers.parsers': Number(processes),
    'workers.documents': Number(processes),
    'ocr.languages': [],
  };
  let parserBytes = 0;
  let hostBytes = 0;
  const application = await openApplication(loadConfig({ environment: {}, flags }), {
    onRead: ({ peakBytes = 0 }) => {
      parserBytes = Math.max(parserBytes, peakBytes);
    },
  });
  const sampling = setInterval(() => {
    hostBytes = Math.max(hostBytes, process.memoryUsage.rss());
  }, 40);
  try {
    application.work({ wakes: false });
    const ingest = application.capabilities.get('ingest');
    if (ingest === undefined) throw new Error('There is no capability ingest.');
    const call = { principal: localPrincipal, requestId: 'bench', mayRead: () => true };
    const started = performance.now();
    const { summary } = await application.invoke(ingest, { paths: [folder] }, call);
    const seconds = (performance.now() - started) / 1000;
    const { ready } = summary as { ready: number };
    const ingested: Ingested = { ready, seconds, hostBytes, parserBytes };
    process.stdout.write(JSON.stringify(ingested));
  } finally {
    clearInterval(sampling);
    await application.close();
  }
}
