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

/** JSON Schema (2020-12) of what a caller sends. Not to be changed. */
export const inputJsonSchema = (capability: AnyCapability): JsonSchema => inputs(capability.input);

/** JSON Schema (2020-12) of what comes back. Not to be changed. */
export const outputJsonSchema = (capability: AnyCapability): JsonSchema => outputs(capability.output);

type JsonSchema = Readonly<Record<string, unknown>>;

/** Capabilities that answer alike share a schema: it is written out once. */
const writtenOnce = (io: 'input' | 'output'): ((schema: z.ZodType) => JsonSchema) => {
  const written = new WeakMap<z.ZodType, JsonSchema>();
  return (schema) => {
    const known = written.get(schema);
    if (known !== undefined) return known;
    const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
    written.set(schema, made);
    return made;
  };
};
const inputs = writtenOnce('input');
const outputs = writtenOnce('output');
