import { DossierError } from '../../core/errors/error.ts';
import { fromCommander, reportFailure } from './failure.ts';
import { firstWord, type Globals, loadFor, wantsJson } from './globals.ts';
import { buildProgram, isOwnCommand } from './program.ts';
import type { Session, Wiring } from './session.ts';
import type { Terminal } from './terminal.ts';

export type CliRun = {
  /** Without node and script. */
  readonly argv: readonly string[];
  readonly terminal: Terminal;
  readonly wiring: Wiring;
  readonly signal: AbortSignal;
  readonly version: string;
};

/** Runs one command line and resolves to its exit code. Throws nothing. */
export const runCli = async ({ argv, ...run }: CliRun): Promise<number> => {
  try {
    return await dispatch(argv, run);
  } catch (thrown) {
    const error = fromCommander(thrown);
    if (error === undefined) return 0;
    // invoke logs what fails inside a capability; a defect around it would vanish without this.
    if (!(thrown instanceof DossierError) && error.code === 'internal') {
      run.terminal.stderr.write(`${describeDefect(error)}\n`);
    }
    return reportFailure(error, run.terminal, wantsJson(argv));
  }
};

const dispatch = async (argv: readonly string[], run: Omit<CliRun, 'argv'>): Promise<number> => {
  const own = isOwnCommand(firstWord(argv)) || argv.some((word) => word === '--version' || word === '-V');
  let globals: () => Globals = () => ({});
  const session: Session = { ...run, exitCode: 0, globals: () => globals() };
  const capabilities = own
    ? undefined
    : await run.wiring.listCapabilities(loadFor(globalsOf(argv), run.terminal.environment));
  const program = buildProgram(session, capabilities);
  globals = () => program.opts<Globals>();
  await program.parseAsync([...argv], { from: 'user' });
  return session.exitCode;
};

/** The settings that decide which plugins there are, read before the commands that they bring are known. */
const globalsOf = (argv: readonly string[]): Globals => {
  const value = (flag: string): string | undefined => {
    const index = argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
    const word = argv[index];
    return word?.startsWith(`${flag}=`) ? word.slice(flag.length + 1) : index === -1 ? undefined : argv[index + 1];
  };
  const data = value('--data');
  const config = value('--config');
  return { ...(data === undefined ? {} : { data }), ...(config === undefined ? {} : { config }) };
};

/** Where it happened, without the message, which may quote a document. */
const describeDefect = (error: DossierError): string => {
  const cause = error.cause instanceof Error ? error.cause : error;
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [cause.name, ...frames.slice(0, 6)].join('\n');
};
