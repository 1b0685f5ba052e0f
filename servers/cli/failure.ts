import { CommanderError } from 'commander';
import { DossierError } from '../../core/errors/error.ts';
import { jsonText, printableLine, styleFor, type Terminal } from './terminal.ts';

/** A mistake on the command line as a coded error; undefined where commander only stopped after showing help. */
export const fromCommander = (thrown: unknown): DossierError | undefined => {
  if (!(thrown instanceof CommanderError)) return DossierError.from(thrown);
  if (thrown.exitCode === 0 || thrown.code === 'commander.help') return undefined;
  const [first = '', ...rest] = thrown.message
    .replace(/^error: /, '')
    .replace(/\.$/, '')
    .split('\n');
  const meant = rest.join(' ').trim();
  if (thrown.code === 'commander.unknownCommand') {
    const command = /'(.*)'/.exec(first)?.[1] ?? first;
    const suggestion = meant === '' ? '' : `${meant.replace(/^\(|\)$/g, '')} `;
    return new DossierError('unknown_command', { command, suggestion });
  }
  return new DossierError('invalid_input', { problems: [meant === '' ? first : `${first} ${meant}`] });
};

/**
 * What happened and why, then what to do next, on stderr. With --json also the error body as one line on stdout,
 * so that a script that reads stdout finds `error` there and one that only looks at the exit code needs neither.
 */
export const reportFailure = (error: DossierError, terminal: Terminal, json: boolean): number => {
  const style = styleFor(terminal.stderr, terminal.environment);
  if (json) terminal.stdout.write(`${jsonText({ error: error.toJSON() })}\n`);
  terminal.stderr.write(
    `${style.bad(printableLine(`Error: ${error.message}`))}\n${printableLine(error.hint)} ${style.dim(`(${error.code})`)}\n`,
  );
  return error.mapping.exit;
};
