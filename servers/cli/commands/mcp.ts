import { Command } from 'commander';
import { examplesText } from '../capability-command.ts';
import { loadConfigOf, type Session } from '../session.ts';

const DESCRIPTION = [
  'Serve AI assistants over the Model Context Protocol on standard input and output.',
  'An assistant starts this command itself; docs/assistants.md has the lines for its configuration. It may read your ' +
    "stored documents, and ingest new ones only from the folders that you allow here (and those that the assistant's " +
    'own program has opened for it).',
].join('\n\n');

export const mcpCommand = (session: Session): Command =>
  new Command('mcp')
    .summary('Serve an AI assistant (Model Context Protocol, stdio).')
    .description(DESCRIPTION)
    .option('--allow <folder...>', 'folder that the assistant may ingest from; may be repeated (also: mcp.allow)')
    .addHelpText('after', examplesText(['mcp', 'mcp --allow ~/Documents/contracts --allow ~/Downloads']))
    .action(async ({ allow }: { allow?: readonly string[] }) => {
      const loaded = loadConfigOf(session, allow === undefined ? {} : { 'mcp.allow': allow });
      const { serveStdioMcp } = await import('../../mcp/stdio.ts');
      await serveStdioMcp({
        open: () => session.wiring.openApplication(loaded),
        allow: loaded.config.mcp.allow,
        data: loaded.config.data,
        version: session.version,
        signal: session.signal,
      });
    });
