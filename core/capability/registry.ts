import { z } from 'zod';
import { DossierError } from '../errors/error.ts';
import type { AnyCapability, Surface } from './capability.ts';
import { repeated } from './repeated.ts';

/** Every capability of this process, by name. */
export type CapabilityRegistry = {
  readonly all: readonly AnyCapability[];
  get(name: string): AnyCapability | undefined;
  on(surface: Surface): readonly AnyCapability[];
};

/** Throws `plugins_invalid` when two capabilities have one name or one route. */
export const createRegistry = (capabilities: readonly AnyCapability[]): CapabilityRegistry => {
  const problems = [
    ...repeated(capabilities.map(({ name }) => name)).map((name) => `two capabilities are named ${name}`),
    ...repeated(capabilities.flatMap(({ http }) => (http ? [`${http.method.toUpperCase()} ${http.path}`] : []))).map(
      (route) => `two capabilities serve ${route}`,
    ),
  ];
  if (problems.length > 0) throw new DossierError('plugins_invalid', { problems });
  // By code units: the same everywhere, and without the languages' rules, which take milliseconds to load.
  const all = [...capabilities].sort((a, b) => (a.name < b.name ? -1 : 1));
  const byName = new Map(all.map((capability) => [capability.name, capability]));
  return {
    all,
    get: (name) => byName.get(name),
    on: (surface) => all.filter((capability) => capability.surfaces?.includes(surface) ?? true),
  };
};

/** JSON Schema (2020-12) of what a caller sends. */
export const inputJsonSchema = (capability: AnyCapability): Record<string, unknown> =>
  z.toJSONSchema(capability.input, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;

/** JSON Schema (2020-12) of what comes back. */
export const outputJsonSchema = (capability: AnyCapability): Record<string, unknown> =>
  z.toJSONSchema(capability.output, { io: 'output', unrepresentable: 'any' }) as Record<string, unknown>;
