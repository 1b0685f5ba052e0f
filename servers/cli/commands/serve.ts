import { Command } from 'commander';
import { examplesText } from '../capability-command.ts';
import { aborted } from '../process-end.ts';
import { type Session, withApplication, writeJson } from '../session.ts';

const DESCRIPTION = [
  'Serve the REST API until it is stopped (Ctrl-C, SIGTERM); requests that are running are finished first.',
  'It also works in the background, as dossier worker does: documents, deadlines, reminders.',
  'It listens on this machine only. Every call but /healthz, /readyz and /openapi.json needs the key, a file that is ' +
    'made at the first start; its place is printed. docs/rest.md says more.',
].join('\n\n');

export const serveCommand = (session: Session): Command =>
  new Command('serve')
    .summary('Serve the REST API on this machine.')
    .description(DESCRIPTION)
    .option('--host <address>', 'address to listen on (default: 127.0.0.1; also: server.host)')
    .option('--port <number>', 'port to listen on, 0 for a free one (default: 7420; also: server.port)')
    .addHelpText('after', examplesText(['serve', 'serve --port 0 --json']))
    .action(async ({ host, port }: { host?: string; port?: string }) => {
      const settings = { 'server.host': host, 'server.port': port };
      await withApplication(session, (application) => serve(session, application), settings);
    });

const serve = async (session: Session, application: Parameters<Parameters<typeof withApplication>[1]>[0]) => {
  const { startRest } = await import('../../rest/server.ts');
  const { resolveKey } = await import('../../rest/key.ts');
  const key = await resolveKey(application.config);
  application.work();
  const server = await startRest(application, { key: key.value });
  if (session.globals().json === true) writeJson(session.terminal, { url: server.url, key_file: key.file ?? null });
  else {
    const where = key.file === undefined ? 'is the setting server.key' : `is in ${key.file}`;
    session.terminal.stdout.write(
      `Serving ${server.url}\nThe key ${where}\nThe API is described at ${server.url}/openapi.json\n`,
    );
    if (key.file !== undefined) {
      session.terminal.stdout.write(
        `Try: curl -H "Authorization: Bearer $(cat '${key.file}')" ${server.url}/v1/documents\n`,
      );
    }
  }
  try {
    await aborted(session.signal);
  } finally {
    await server.close();
  }
};
