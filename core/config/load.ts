import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { describeIssues } from '../capability/invoke.ts';
import { DossierError } from '../errors/error.ts';
import type { Environment } from './environment.ts';
import { type Config, configSchema } from './schema.ts';
import { type Setting, settings } from './settings.ts';

export type Origin = 'default' | 'file' | 'environment' | 'flag';

export type LoadedConfig = {
  readonly config: Config;
  /** Where each setting's value comes from, by its path. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** The configuration file that was read; relative plugin paths start at its folder. */
  readonly file: string | undefined;
};

export type ConfigSources = {
  readonly environment: Environment;
  /** Values of flags by setting path: { data: '…', 'log.level': 'debug' }. Strings are read like the environment's. */
  readonly flags?: Readonly<Record<string, unknown>>;
  /** An explicit configuration file; it must exist. */
  readonly file?: string;
};

/**
 * The effective configuration: defaults, then the file, the environment, the flags, each winning over the one before.
 * Without an explicit file (--config, DOSSIER_CONFIG) it is config.json in the data folder, where it exists; never a
 * file of the current folder, which may be somebody else's and could name plugins to run.
 * Throws `config_invalid` with every problem at once.
 */
export const loadConfig = ({ environment, flags = {}, file }: ConfigSources): LoadedConfig => {
  const problems: string[] = [];
  const origins = new Map<string, Origin>(settings.map(({ path }) => [path, 'default']));
  const values: Record<string, unknown> = {};
  const take = (setting: Setting, value: unknown, origin: Origin) => {
    setPath(values, setting.path.split('.'), value);
    origins.set(setting.path, origin);
  };

  const fromEnvironment = readVariables(environment, problems);
  const fromFlags = readFlags(flags, problems);
  const data = path.resolve(
    String(fromFlags.get('data') ?? fromEnvironment.get('data') ?? path.join(homedir(), '.dossier')),
  );
  const explicit = file ?? environment['DOSSIER_CONFIG'];
  const read = readFile(explicit ?? path.join(data, 'config.json'), explicit !== undefined, problems);
  const known = new Set(settings.map((setting) => setting.path));
  for (const [at, value] of flatten(read.content, known)) {
    setPath(values, at.split('.'), value);
    origins.set(at, 'file');
  }
  for (const setting of settings) {
    if (fromEnvironment.has(setting.path)) take(setting, fromEnvironment.get(setting.path), 'environment');
    if (fromFlags.has(setting.path)) take(setting, fromFlags.get(setting.path), 'flag');
  }
  const chosen = typeof values['data'] === 'string' ? path.resolve(values['data']) : data;

  // It is read once: to compile the schema for that takes longer than to walk it.
  const parsed = configSchema.safeParse({ ...values, data: chosen }, { jitless: true });
  if (!parsed.success) problems.push(...describeIssues(parsed.error));
  if (!parsed.success || problems.length > 0) throw new DossierError('config_invalid', { problems });
  return { config: deepFreeze(parsed.data), origins, file: read.file };
};

const readVariables = (environment: Environment, problems: string[]): Map<string, unknown> => {
  const values = new Map<string, unknown>();
  const byVariable = new Map(settings.map((setting) => [setting.variable, setting]));
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith('DOSSIER_') || variable === 'DOSSIER_CONFIG' || text === undefined) continue;
    const setting = byVariable.get(variable);
    if (setting === undefined) problems.push(`${variable}: there is no such setting`);
    else values.set(setting.path, readText(setting, text, variable, problems));
  }
  return values;
};

const readFlags = (flags: Readonly<Record<string, unknown>>, problems: string[]): Map<string, unknown> => {
  const values = new Map<string, unknown>();
  for (const setting of settings) {
    const value = flags[setting.path];
    if (value === undefined) continue;
    values.set(setting.path, typeof value === 'string' ? readText(setting, value, setting.path, problems) : value);
  }
  return values;
};

const readText = (setting: Setting, text: string, name: string, problems: string[]): unknown => {
  switch (setting.type) {
    case 'string':
      return text;
    case 'number':
      return text.trim() === '' ? Number.NaN : Number(text);
    case 'boolean':
      return /^(1|true|yes|on)$/i.test(text) ? true : /^(0|false|no|off)$/i.test(text) ? false : text;
    case 'array':
    case 'object':
      if (setting.type === 'array' && !text.trim().startsWith('[')) {
        return text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '');
      }
      try {
        return JSON.parse(text);
      } catch {
        problems.push(`${name}: is not valid JSON`);
        return undefined;
      }
  }
};

const readFile = (file: string, mustExist: boolean, problems: string[]): { content: unknown; file?: string } => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    if (mustExist) problems.push(`the configuration file ${file} cannot be read`);
    return { content: {} };
  }
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return { content, file };
    problems.push(`the configuration file ${file} is not a JSON object`);
  } catch {
    problems.push(`the configuration file ${file} is not valid JSON`);
  }
  return { content: {}, file };
};

/** Leaves of a nested object as dotted paths; a known setting is a leaf even when its value is an object. */
const flatten = (value: unknown, known: ReadonlySet<string>, prefix = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !known.has(prefix)
    ? Object.entries(value).flatMap(([key, child]) => flatten(child, known, prefix === '' ? key : `${prefix}.${key}`))
    : prefix === ''
      ? []
      : [[prefix, value]];

const setPath = (target: Record<string, unknown>, [head, ...rest]: readonly string[], value: unknown): void => {
  if (head === undefined || head === '__proto__') return;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const child = target[head];
  const next = typeof child === 'object' && child !== null ? (child as Record<string, unknown>) : {};
  target[head] = next;
  setPath(next, rest, value);
};

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};
