import path from 'node:path';
import { Argument, Command, Option } from 'commander';
import type { AnyCapability } from '../../core/capability/capability.ts';
import { type InputField, inputFields, readField } from '../../core/capability/fields.ts';
import { DossierError } from '../../core/errors/error.ts';
import { globalFlags } from './globals.ts';

/** The words that call a capability: "documents.list" is `documents list`. */
export const commandWords = (capability: AnyCapability): readonly string[] =>
  capability.cli?.command ?? capability.name.split('.').map((part) => part.replaceAll('_', '-'));

/** A capability as a command: positionals and flags from its input schema, which also does the checking. */
export const capabilityCommand = (
  capability: AnyCapability,
  run: (capability: AnyCapability, input: Record<string, unknown>, target?: SaveTarget) => Promise<void>,
): Command => {
  const words = commandWords(capability);
  const fields = inputFields(capability);
  const positionals = (capability.cli?.positionals ?? []).flatMap(
    (name) => fields.find((field) => field.name === name) ?? [],
  );
  const flags = fields.filter((field) => !positionals.includes(field)).map((field) => flagOf(capability, field));

  const command = new Command(words.at(-1))
    .summary(capability.summary)
    .description([capability.summary, capability.description].filter(Boolean).join('\n\n'));
  for (const field of positionals) command.addArgument(argumentOf(field));
  for (const { option } of flags) command.addOption(option);
  const saves = capability.cli?.saves;
  if (saves !== undefined) addSaveOptions(command, capability, flags);
  const examples = capability.cli?.examples ?? [];
  if (examples.length > 0) command.addHelpText('after', examplesText(examples));

  return command.action(async () => {
    // A flag that a command above this one has as well (risks, above risks report) was taken by that one.
    const given = command.optsWithGlobals<Record<string, unknown>>();
    refuseForeign(command);
    const input: Record<string, unknown> = {};
    positionals.forEach((field, index) => {
      const word: unknown = command.processedArgs[index];
      const texts = Array.isArray(word) ? word.map(String) : word === undefined ? [] : [String(word)];
      if (texts.length > 0) input[field.name] = readField(field, texts);
    });
    for (const { field, option } of flags) {
      const value = given[option.attributeName()];
      if (value === undefined) continue;
      input[field.name] = typeof value === 'boolean' ? value : readField(field, [value].flat().map(String));
    }
    await run(capability, input, saves === undefined ? undefined : saveTarget(given));
  });
};

/** What a command above took and this one does not have would be lost without a word. */
const refuseForeign = (command: Command): void => {
  const own = new Set(command.options.map(({ long }) => long));
  for (let above = command.parent; above !== null && above.parent !== null; above = above.parent) {
    const [foreign] = above.options.filter(
      (option) => above?.getOptionValueSource(option.attributeName()) === 'cli' && !own.has(option.long),
    );
    if (foreign !== undefined)
      throw new DossierError('invalid_input', { problems: [`unknown option '${foreign.long}'`] });
  }
};

/** A file that takes what a capability made. */
export type SaveTarget = {
  readonly file: string;
  /** Replace what is there. */
  readonly force: boolean;
};

/** Throws `plugins_invalid` where an input field has taken one of the flags. */
const addSaveOptions = (command: Command, { name }: AnyCapability, flags: readonly { option: Option }[]): void => {
  const options = [
    new Option('--out <file>', 'file to write it to, instead of showing it'),
    new Option('--force', 'replace the file if it exists'),
  ];
  for (const option of options) {
    if (flags.some(({ option: taken }) => taken.long === option.long))
      throw new DossierError('plugins_invalid', { problems: [`${name} has an input field for ${option.long}`] });
    command.addOption(option);
  }
};

const saveTarget = ({ out, force }: Record<string, unknown>): SaveTarget | undefined =>
  out === undefined ? undefined : { file: path.resolve(String(out)), force: force === true };

export const examplesText = (examples: readonly string[]): string =>
  `\nExamples:\n${examples.map((example) => `  $ dossier ${example}`).join('\n')}`;

const argumentOf = (field: InputField): Argument => {
  const word = `${field.name.replaceAll('_', '-')}${field.array ? '...' : ''}`;
  return new Argument(field.required ? `<${word}>` : `[${word}]`, describe(field));
};

const flagOf = (capability: AnyCapability, field: InputField): { field: InputField; option: Option } => {
  const name = (capability.cli?.flags?.[field.name] ?? field.name.replaceAll('_', '-')).replace(/^--/, '');
  if (globalFlags.includes(`--${name}`)) {
    throw new DossierError('plugins_invalid', {
      problems: [`${capability.name} has the input field ${field.name}, but --${name} means something else everywhere`],
    });
  }
  const option = new Option(optionFlags(field, name), describe(field));
  if (field.array) option.argParser((word: string, words: readonly string[] | undefined) => [...(words ?? []), word]);
  option.makeOptionMandatory(field.required && field.type !== 'boolean');
  return { field, option };
};

const optionFlags = (field: InputField, name: string): string => {
  if (field.type === 'boolean' && !field.array) return field.default === true ? `--no-${name}` : `--${name}`;
  const value =
    field.choices.length > 0
      ? field.choices.join('|')
      : { string: 'text', number: 'number', json: 'json', boolean: 'true|false' }[field.type];
  return `--${name} <${value}>`;
};

const describe = (field: InputField): string => {
  const notes = [
    ...(field.array ? ['may be repeated'] : []),
    ...(field.default === undefined || typeof field.default === 'boolean' || String(field.default) === ''
      ? []
      : [`default: ${String(field.default)}`]),
  ];
  const meaning = field.description.replace(/\.$/, '');
  const text = field.type === 'boolean' && field.default === true ? `switch off: ${meaning}` : meaning;
  return notes.length === 0 ? text : `${text} (${notes.join('; ')})`.trim();
};
