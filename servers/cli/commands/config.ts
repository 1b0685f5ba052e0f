import { Command } from 'commander';
import { describeConfig } from '../../../core/config/describe.ts';
import { settings } from '../../../core/config/settings.ts';
import { loadConfigOf, type Session, writeJson } from '../session.ts';
import { styleFor } from '../terminal.ts';

const DESCRIPTION = `Show every setting as it is in force and where its value comes from; secrets are masked.

A setting comes from its default, the configuration file, the environment or a flag, the later one winning.
The file is JSON: server.port is {"server": {"port": 8080}}.`;

export const configCommand = (session: Session): Command =>
  new Command('config')
    .summary('Show the settings in force and where each comes from.')
    .description(DESCRIPTION)
    .addHelpText('after', () => `\nSettings:\n${settings.map(explain).join('\n')}`)
    .action(async () => {
      const loaded = loadConfigOf(session);
      const described = describeConfig(loaded, await session.wiring.listPlugins(loaded));
      if (session.globals().json === true) {
        writeJson(session.terminal, { file: loaded.file ?? null, settings: described });
        return;
      }
      const style = styleFor(session.terminal.stdout, session.terminal.environment);
      const wide = Math.max(...described.map(({ setting }) => setting.length));
      const lines = described.map(
        ({ setting, value, origin }) =>
          `${style.bold(setting.padEnd(wide))}  ${show(value)}  ${style.dim(`(${origin})`)}`,
      );
      const file = loaded.file ?? 'none';
      session.terminal.stdout.write(`${lines.join('\n')}\n${style.dim(`configuration file: ${file}`)}\n`);
    });

const show = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '-' : JSON.stringify(value);

const explain = ({ path, variable, description, default: fallback }: (typeof settings)[number]): string =>
  `  ${path}  ${variable}\n      ${description}${fallback === undefined ? '' : ` Default: ${show(fallback)}.`}`;
