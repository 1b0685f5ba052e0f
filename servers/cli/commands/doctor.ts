import { Command } from 'commander';
import { type Check, checkInstallation } from '../checks.ts';
import { type Session, writeJson } from '../session.ts';
import { styleFor } from '../terminal.ts';

export const doctorCommand = (session: Session): Command =>
  new Command('doctor')
    .summary('Check this installation and say what to do about what is wrong.')
    .description('Check Node, the data folder, the store (thoroughly), the plugins and the optional packages.')
    .action(async () => {
      const checks = await checkInstallation(session);
      const ok = checks.every(({ status }) => status !== 'bad');
      if (session.globals().json === true) writeJson(session.terminal, { ok, checks });
      else session.terminal.stdout.write(render(checks, session));
      session.exitCode = ok ? 0 : 1;
    });

const render = (checks: readonly Check[], session: Session): string => {
  const style = styleFor(session.terminal.stdout, session.terminal.environment);
  const marks = { good: style.good('ok  '), note: style.dim('note'), bad: style.bad('BAD ') };
  return checks
    .map(({ name, status, message, fix }) => {
      const line = `${marks[status]}  ${style.bold(name)}: ${message}\n`;
      return fix === undefined ? line : `${line}      ${fix}\n`;
    })
    .join('');
};
