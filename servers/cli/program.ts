import { Command, Help } from 'commander';
import type { CapabilityRegistry } from '../../core/capability/registry.ts';
import { callCapability } from './call.ts';
import { capabilityCommand, commandWords, examplesText } from './capability-command.ts';
import { backupCommand } from './commands/backup.ts';
import { configCommand } from './commands/config.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evalCommand } from './commands/eval.ts';
import { mcpCommand } from './commands/mcp.ts';
import { restoreCommand } from './commands/restore.ts';
import { serveCommand } from './commands/serve.ts';
import { workerCommand } from './commands/worker.ts';
import { addGlobalOptions, GLOBAL_GROUP } from './globals.ts';
import type { Session } from './session.ts';

const INTRODUCTION = 'Reads the documents you are bound by and answers with quotes that can be checked.';

const EXAMPLES = [
  'ingest ~/Documents/contracts',
  'ask "How long is the notice period?"',
  'search "liability cap" --limit 3',
  'mcp --allow ~/Documents        # for an AI assistant',
];

/** Commands that are not derived from capabilities, by their first word. */
const ownCommands = {
  mcp: mcpCommand,
  serve: serveCommand,
  worker: workerCommand,
  config: configCommand,
  doctor: doctorCommand,
  backup: backupCommand,
  restore: restoreCommand,
  eval: evalCommand,
} as const;

export const isOwnCommand = (word: string | undefined): boolean =>
  word !== undefined && Object.hasOwn(ownCommands, word);

const MAIN_GROUP = 'Questions and documents:';
const SERVE_GROUP = 'Running until stopped:';
const CARE_GROUP = 'Looking after it:';

/** The whole command line: capabilities as commands, and the commands about this installation. */
export const buildProgram = (session: Session, capabilities: CapabilityRegistry | undefined): Command => {
  const program = new Command('dossier');
  const width = () => Math.min(session.terminal.stdout.columns ?? 80, 100);
  // Before anything is added: subcommands inherit how help and mistakes are handled.
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void session.terminal.stdout.write(text),
      // Of what commander would say itself, only the help that stands in for a missing command is wanted.
      writeErr: (text) => void session.terminal.stdout.write(text),
      outputError: () => {},
      getOutHelpWidth: width,
      getErrHelpWidth: width,
    })
    .helpCommand(false)
    .usage('COMMAND [OPTION]…')
    .description(INTRODUCTION);
  addGlobalOptions(program, session.version);
  program.addHelpText('after', `${examplesText(EXAMPLES)}\n\ndossier COMMAND --help says more about a command.`);

  const leaves: Command[] = [];
  program.configureHelp({ showGlobalOptions: true, minWidthToWrap: 16, ...flatList(program, leaves) });
  const derived = [...(capabilities?.on('cli') ?? [])].map((capability) => ({
    capability,
    words: commandWords(capability),
  }));
  for (const { capability, words } of derived.sort((a, b) => a.words.length - b.words.length)) {
    const leaf = capabilityCommand(capability, (...call) => callCapability(session, ...call));
    const parent = groupFor(program, words.slice(0, -1));
    adopt(parent, leaf.helpGroup(parent === program ? MAIN_GROUP : parent.helpGroup()));
    leaves.push(leaf);
  }
  for (const [name, command] of Object.entries(ownCommands)) {
    const own = command(session).helpGroup(['mcp', 'serve', 'worker'].includes(name) ? SERVE_GROUP : CARE_GROUP);
    adopt(program, own);
    leaves.push(own);
  }
  return program;
};

/** The top help shows every command that can be run, with all its words, instead of groups to look into. */
const flatList = (program: Command, leaves: readonly Command[]): Partial<Help> => ({
  formatHelp(command, helper) {
    // Only while the text is made: commander also looks here for what a mistyped word may have meant.
    if (command === program) helper.visibleCommands = () => [...leaves];
    return Help.prototype.formatHelp.call(helper, command, helper);
  },
  subcommandTerm: (command) => {
    const words = pathOf(command).slice(1).join(' ');
    const usage = command.registeredArguments.map((each) => argumentTerm(each.name(), each.required, each.variadic));
    return [words, ...usage].join(' ');
  },
  // What every command takes is found under one heading, in the help of the whole and in that of each command.
  styleTitle: (heading) => (heading === 'Global Options:' ? GLOBAL_GROUP : heading),
  visibleGlobalOptions: (command) =>
    command === program ? [] : program.options.filter(({ long }) => long !== '--version'),
});

const argumentTerm = (name: string, required: boolean, variadic: boolean): string => {
  const word = `${name.replace(/\.\.\.$/, '').toUpperCase()}${variadic ? '…' : ''}`;
  return required ? word : `[${word}]`;
};

const pathOf = (command: Command): string[] =>
  command.parent === null ? [command.name()] : [...pathOf(command.parent), command.name()];

const groupFor = (program: Command, words: readonly string[]): Command =>
  words.reduce((parent, word) => {
    const known = parent.commands.find((each) => each.name() === word);
    if (known !== undefined) return known;
    const group = new Command(word).helpCommand(false).description(`Commands for ${word.replaceAll('-', ' ')}.`);
    return adopt(parent, group.helpGroup(`${title(word)}:`));
  }, program);

const adopt = (parent: Command, child: Command): Command => {
  child.copyInheritedSettings(parent);
  parent.addCommand(child);
  return child;
};

const title = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll('-', ' ')}`;
