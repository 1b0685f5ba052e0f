import path from 'node:path';
import { Command } from 'commander';
import { examplesText } from '../capability-command.ts';
import { createProgress } from '../progress.ts';
import { loadConfigOf, type Session, writeJson } from '../session.ts';

export const restoreCommand = (session: Session): Command =>
  new Command('restore')
    .summary('Put a backup in the place of the data folder.')
    .description('Check a backup and put it in the place of the data folder. Nothing is changed where the check fails.')
    .argument('<file>', 'backup to restore')
    .option('--force', 'replace the data folder if it holds something')
    .addHelpText('after', examplesText(['restore ~/dossier-2026-01-31.backup --data ~/restored']))
    .action(async (file: string, { force }: { force?: boolean }) => {
      const source = path.resolve(file);
      const loaded = loadConfigOf(session);
      const progress = createProgress(session.terminal.stderr, session.globals().json === true);
      await session.wiring
        .restore(loaded, source, {
          force: force === true,
          signal: session.signal,
          progress: (fraction) => progress.update({ done: Math.floor(fraction * 100), total: 100, message: 'percent' }),
        })
        .finally(progress.clear);
      if (session.globals().json === true) writeJson(session.terminal, { data: loaded.config.data });
      else session.terminal.stdout.write(`Restored ${loaded.config.data} from ${source}\n`);
    });
