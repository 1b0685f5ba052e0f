import { z } from 'zod';
import type { AnyPlugin } from '../plugin/define.ts';
import type { LoadedConfig, Origin } from './load.ts';
import { settings } from './settings.ts';

export type DescribedSetting = {
  readonly setting: string;
  /** As it is in force; `********` for a secret that is set. */
  readonly value: unknown;
  readonly origin: Origin;
  readonly variable: string;
  readonly description: string;
};

export const MASK = '********';

/** The effective configuration for people to look at: every setting with its origin, secrets masked. */
export const describeConfig = (loaded: LoadedConfig, plugins: readonly AnyPlugin[]): DescribedSetting[] =>
  settings.map(({ path, variable, secret, description }) => {
    const value = path
      .split('.')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], loaded.config);
    const shown = path === 'plugins.options' ? maskOptions(value, plugins) : value;
    return {
      setting: path,
      value: secret && value !== undefined ? MASK : (shown ?? null),
      origin: loaded.origins.get(path) ?? 'default',
      variable,
      description,
    };
  });

/** An address may carry a name and a password: https://name:password@host. */
const withoutLogin = (option: unknown): unknown =>
  typeof option === 'string' ? option.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, `$1${MASK}@`) : option;

/** An option of an unknown plugin is masked whole: nobody can say what is secret in it. */
const maskOptions = (value: unknown, plugins: readonly AnyPlugin[]): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, options]) => {
      const plugin = plugins.find((each) => each.name === name);
      if (plugin === undefined) return [name, MASK];
      const schema = z.toJSONSchema(plugin.options, { io: 'input', unrepresentable: 'any' });
      const isSecret = (key: string) => {
        const property = schema.properties?.[key];
        return typeof property === 'object' && 'secret' in property && property['secret'] === true;
      };
      const masked = Object.entries(options as Record<string, unknown>).map(([key, option]) => [
        key,
        isSecret(key) ? MASK : withoutLogin(option),
      ]);
      return [name, Object.fromEntries(masked)];
    }),
  );
};
