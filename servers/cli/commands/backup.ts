import path from 'node:path';
import { Command } from 'commander';
import { examplesText } from '../capability-command.ts';
import { createProgress } from '../progress.ts';
import { loadConfigOf, type Session, writeJson } from '../session.ts';

export const backupCommand = (session: Session): Command =>
  new Command('backup')
    .summary('Copy everything that is stored to one file.')
    .description('Copy everything that is stored to one file, consistent at one instant, while others go on working.')
    .argument('<file>', 'file to write')
    .option('--force', 'replace the file if it exists')
    .addHelpText('after', examplesText(['backup ~/dossier-2026-01-31.backup']))
    .action(async (file: string, { force }: { force?: boolean }) => {
      const target = path.resolve(file);
      const progress = createProgress(session.terminal.stderr, session.globals().json === true);
      const { bytes } = await session.wiring
        .backup(loadConfigOf(session), target, {
          force: force === true,
          signal: session.signal,
          progress: (fraction) => progress.update({ done: Math.floor(fraction * 100), total: 100, message: 'percent' }),
        })
        .finally(progress.clear);
      if (session.globals().json === true) writeJson(session.terminal, { file: target, bytes });
      else session.terminal.stdout.write(`Wrote ${target} (${bytes} bytes). Put it back with: dossier restore FILE\n`);
    });
